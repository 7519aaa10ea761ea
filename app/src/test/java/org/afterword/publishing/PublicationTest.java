package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Correction;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;
import org.afterword.page.Strings;
import org.afterword.protection.Protection;
import org.afterword.verifier.SiteCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final byte[] SECRET = Sha256.of("a secret of a case").bytes();
    private static final String PLEDGE = "Jo Marsh stood up with the list and read out what each of us had pledged.";

    @TempDir
    Path dir;

    private final FictionalCase one = new FictionalCase();
    private Path site;
    private Account shown;
    private Account counted;
    private Account reworded;
    private Account denies;
    private Identity jo;
    private Suggestion retreat;

    @BeforeEach
    void tell() {
        site = dir.resolve("site");
        shown = one.account(
                one.circle,
                "The list",
                List.of(
                        "Were you ever asked for money?",
                        "In the second winter " + PLEDGE + " I went red.",
                        "And then?",
                        "Then I paid, like everybody, and told my sister that it was for shoes."),
                List.of("Asking", "Robin", "Asking", "Robin"),
                Optional.empty(),
                LocalDate.of(2021, 5, 4));
        counted = one.letter(
                one.circle,
                "",
                "They wanted forty pounds every month out of my wages, and they got it for three years.",
                LocalDate.of(2020, 2, 1));
        reworded = one.letter(
                one.circle,
                "",
                "At the summer retreat we signed a paper that said how much we would bring by Christmas.",
                LocalDate.of(2019, 9, 30));
        denies = one.letter(
                one.circle,
                "A kind word",
                "Nobody ever asked me for a penny. I gave when I wanted to. The singing I miss to this day.",
                LocalDate.of(2022, 1, 15));
        jo = one.person("Jo Marsh", shown);
        Identity robin = one.person("Robin", shown);
        one.coded(shown, PLEDGE, FictionalCase.MONEY, Polarity.REPORTS);
        one.coded(counted, "They wanted forty pounds every month", FictionalCase.MONEY, Polarity.REPORTS);
        retreat = one.coded(reworded, "we signed a paper", FictionalCase.MONEY, Polarity.REPORTS);
        one.coded(denies, "Nobody ever asked me for a penny.", FictionalCase.MONEY, Polarity.DENIES);
        one.coded(denies, "The singing I miss to this day.", "practice/positive-experience", Polarity.REPORTS);
        Account oars = one.letter(
                one.rowing,
                "",
                "The subscription was on a sheet by the door and that was that.",
                LocalDate.of(2018, 3, 3));
        one.decide(jo.id(), "pseudonym=Ada").decide(robin.id(), "pseudonym=Kim");
        one.decide(retreat.id(), "reword=A person tells that a promise in writing was wanted of those who went.");
        one.decide(oars.id(), "read").decide(counted.id(), "read");
        one.allow(shown, "verbatim").allow(reworded, "reworded").allow(denies, "verbatim");
    }

    @Test
    void publishesWhatIsAllowed() throws IOException {
        var published = publish();
        assertEquals(files().size(), published.files());
        assertTrue(SiteCheck.verify(site).ok());
        String all = everything();
        assertTrue(all.contains("Ada stood up with the list"));
        assertTrue(all.contains("a promise in writing was wanted"));
        assertTrue(all.contains("Nobody ever asked me for a penny."));
        for (String hidden : List.of("Marsh", "Robin", "forty pounds", "signed a paper", "exports/")) {
            assertFalse(all.toLowerCase(Locale.ROOT).contains(hidden.toLowerCase(Locale.ROOT)), hidden);
        }
        for (var exhibit : one.exhibits()) {
            assertFalse(all.contains(exhibit.sha256().hex()), "no hash of an exhibit");
            assertFalse(all.contains(exhibit.id().toString()), "no id");
        }
    }

    @Test
    void saysEachPassagesStanding() throws IOException {
        publish();
        var finding = org.jsoup.Jsoup.parse(Files.readString(site.resolve("finding-1-02.html")));
        assertEquals(2, finding.select("main section").first().select("figure").size());
        assertTrue(finding.select("figure").eachText().stream()
                .anyMatch(text -> text.contains("reworded by those who made this page")));
        assertTrue(finding.select("figure").eachText().stream().allMatch(text -> text.contains("first-hand")));
        assertTrue(finding.text().contains("One more passage was counted here and may not be shown"), finding.text());
        assertTrue(finding.select("aside.opposing").text().contains("Nobody ever asked me for a penny."));
        assertEquals(
                3,
                finding.select(".sentence + .people .of-first-hand circle.full").size());
        assertEquals(
                1, finding.select(".sentence + .people .of-deny circle.thick").size());
        assertTrue(finding.text().contains("in answer to a question"));
    }

    @Test
    void aSiteInGermanHasNoEnglishOfOurs() throws IOException {
        var plain = Settings.plain();
        var settings = new Settings(
                Strings.of(Locale.GERMAN),
                plain.leave(),
                plain.runBy(),
                List.of(),
                plain.asOf(),
                plain.address(),
                plain.correction());
        var outcome = Publication.publish(one, one.protection(), SECRET, settings, FictionalCase.TODAY, site);
        assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
        var finding = org.jsoup.Jsoup.parse(Files.readString(site.resolve("finding-1-02.html")));
        assertEquals(
                "Von 1 bis 4 Personen: 1 bis 3 sagen, dass sie oder andere gebeten oder gedrängt wurden, Geld zu geben, zuzusagen oder"
                        + " aufzubringen; 1 sagt, dass niemand sie um Geld bat oder dazu drängte.",
                finding.select("h1").text());
        assertEquals(
                "Was verlangt sie von Ihnen?",
                finding.select("h1").first().previousElementSibling().text());
        var group = org.jsoup.Jsoup.parse(Files.readString(site.resolve("pathway-1.html")));
        assertTrue(group.text().contains("Was verlangt sie von Menschen?"));
        group.select("[lang=en]").remove();
        assertFalse(
                Pattern.compile("\\b(the|people|says?|what|nobody)\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(group.text()
                                .replace("The Lantern Circle", "")
                                .replace("Nobody ever asked me for a penny.", ""))
                        .find(),
                group::text);
    }

    /** Every page says in which language it is. */
    @Test
    void whoIsCalledLikeAWordOfHtmlRefusesNoPublication() throws IOException {
        for (String name : List.of(
                "Fritz Lang", "Aria Nav", "Li Wei", "Ida Body", "Will Width", "Uri Cite", "Img Loc", "Sha Money")) {
            Account account = one.letter(
                    one.circle, "Bread " + name.length(), "In the end " + name + " wept.", LocalDate.of(2020, 1, 1));
            one.decide(one.person(name, account).id(), "redact");
        }
        publish();
        files().forEach((name, bytes) -> assertFalse(
                Pattern.compile("Fritz|Aria N|Li Wei|Ida B|Uri Cite|Img Loc|Sha Money")
                        .matcher(new String(bytes, StandardCharsets.UTF_8))
                        .find(),
                name));
    }

    /** A word that is a hidden name elsewhere stands in the index as it does on the page, and refuses no publication. */
    @Test
    void aHiddenNameThatIsAWordIsNoNameInTheIndex() throws IOException {
        Account rose = one.letter(
                one.circle,
                "Bread",
                "The price of bread rose that winter, and Rose Tanner wept.",
                LocalDate.of(2020, 1, 1));
        one.decide(one.person("Rose Tanner", rose).id(), "redact");
        one.coded(rose, "The price of bread rose that winter", FictionalCase.MONEY, Polarity.REPORTS);
        one.allow(rose, "verbatim");
        publish();
        assertTrue(everything().contains("bread rose that winter"));
        assertTrue(Files.readString(site.resolve("index-b.html")).contains("<dt>bread</dt>"));
        files().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(text.contains("Rose") || text.contains("anner"), name);
        });
    }

    /** Of a passage in other words nobody should learn which account it is from, so it has only what is decided of itself. */
    @Test
    void aPersonDecidesWhatReadersAreToldOfBefore() throws IOException {
        one.decide(shown.id(), "content-note=self-harm,violence").decide(reworded.id(), "content-note=violence");
        publish();
        var finding = org.jsoup.Jsoup.parse(Files.readString(site.resolve("finding-1-02.html")));
        assertEquals(
                List.of("This tells of: violence; self-harm or suicide"),
                finding.select("figure.passage .content-note").eachText());
        one.decide(shown.id(), "content-note=none").decide(retreat.id(), "content-note=harm-to-children");
        publish();
        finding = org.jsoup.Jsoup.parse(Files.readString(site.resolve("finding-1-02.html")));
        assertEquals(
                List.of("This tells of: harm to children"),
                finding.select("figure.passage:has(.reworded) .content-note").eachText());
        assertEquals(1, finding.select(".content-note").size());
        assertThrows(IllegalArgumentException.class, () -> one.decide(shown.id(), "content-note=sad"));
    }

    /** Also what somebody writes of a correction goes through the gate. */
    @Test
    void aCorrectionNamesNobody() throws IOException {
        var corrections = List.of(
                new Correction(java.time.YearMonth.of(2024, 2), "What Jo Marsh said of money was counted twice."),
                new Correction(java.time.YearMonth.of(2024, 5), "The name of the club was wrong."));
        var outcome = Publication.publish(
                one,
                one.protection(),
                SECRET,
                Settings.plain(),
                corrections,
                FictionalCase.TODAY,
                site,
                Pictures.NONE,
                new Kept());
        assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
        var page = org.jsoup.Jsoup.parse(Files.readString(site.resolve("corrected.html")));
        assertEquals(List.of("May 2024", "February 2024"), page.select("dt").eachText());
        assertEquals(
                "What Ada said of money was counted twice.",
                page.select("dd").last().text());
        publish();
        assertFalse(Files.exists(site.resolve("corrected.html")));
    }

    /** Somebody who stands behind another name is not looked up by it either. */
    @Test
    void whatStandsForANameIsInNoIndex() throws IOException {
        publish();
        assertTrue(everything().contains("Ada stood up"));
        files().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(text.contains("<dt>Ada</dt>") || text.contains("\"ada\""), name);
        });
    }

    @Test
    void aMachineIsToldWhatItIsAndWhereOnlyIfSomebodySaidWhere() throws IOException {
        publish();
        assertFalse(Files.exists(site.resolve("sitemap.xml")));
        var settings = new Settings(
                Strings.of(Locale.ENGLISH),
                Settings.WEATHER,
                Optional.of("Two former members & a </script> librarian"),
                List.of(),
                Optional.of(java.time.YearMonth.of(2024, 2)),
                Optional.of("https://notes.example/lantern"),
                Optional.empty());
        var published = assertInstanceOf(
                Publication.Published.class,
                Publication.publish(one, one.protection(), SECRET, settings, FictionalCase.TODAY, site));
        String map = Files.readString(site.resolve("sitemap.xml"));
        assertTrue(map.contains("<loc>https://notes.example/lantern/finding-1-02.html</loc>"), map);
        var page = org.jsoup.Jsoup.parse(Files.readString(site.resolve("finding-1-02.html")));
        var data = new com.fasterxml.jackson.databind.json.JsonMapper()
                .readTree(
                        page.select("script[type=application/ld+json]").first().data());
        assertEquals("Report", data.get("@type").asText());
        assertEquals("2024-02", data.get("dateModified").asText());
        assertEquals(
                "Two former members & a </script> librarian",
                data.get("creditText").asText());
        assertEquals(page.select("h1").text(), data.get("abstract").asText());
        String cite = data.get("url").asText();
        assertTrue(cite.matches("https://notes\\.example/lantern/cite-\\d+-02\\.html"), cite);
        var cited = org.jsoup.Jsoup.parse(Files.readString(site.resolve(cite.substring(cite.lastIndexOf('/') + 1))));
        assertTrue(
                cited.select("script").first().data().contains("\"identifier\":\"" + published.root() + "\""),
                cited.html());
        for (String part : List.of(cite, published.root().hex(), "February 2024", "The Lantern Circle", "Two former")) {
            assertTrue(cited.select(".cite").text().contains(part), part);
        }
        assertTrue(page.select("meta[property=og:image]").isEmpty());
        assertEquals(page.title(), page.select("meta[property=og:title]").attr("content"));
    }

    @Test
    void twiceGivesTheSameBytes() throws IOException {
        publish();
        var first = files();
        publish();
        var second = files();
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertEquals(Sha256.of(bytes), Sha256.of(second.get(name)), name));
    }

    /** Whatever else stood there could tell when, how often, from how much, or of whom. */
    @Test
    void theCheckpointHasNothingButOriginSizeDigestsKeyAndSignature() throws IOException {
        publish();
        List<String> leaves = Files.readAllLines(site.resolve(SiteCheck.COMMITMENTS));
        String name = "[0-9a-f]{32}";
        var lines = Pattern.compile("(?<origin>" + name + ")\n"
                        + "(?<size>[0-9]+)\n"
                        + "(?<root>[A-Za-z0-9+/]{43}=)\n"
                        + Pattern.quote(SiteCheck.FORM) + "\n"
                        + "files (?<files>[0-9a-f]{64})\n"
                        + "key (?<key>" + name + ")\\+(?<id>[0-9a-f]{8})\\+(?<public>[A-Za-z0-9+/]{44})\n"
                        + "\n"
                        + "\u2014 (?<signer>" + name + ") (?<signature>[A-Za-z0-9+/]{91}=)\n")
                .matcher(Files.readString(site.resolve(SiteCheck.CHECKPOINT)));
        assertTrue(lines.matches(), "something else is in it");
        assertEquals(lines.group("origin"), lines.group("key"));
        assertEquals(lines.group("origin"), lines.group("signer"));
        // each of them follows from what is published beside it, or from the secret alone
        assertEquals(leaves.size(), Integer.parseInt(lines.group("size")));
        assertEquals(16, leaves.size(), "the size does not tell how little there is");
        assertEquals(Base64.getEncoder().encodeToString(SiteCheck.root(leaves)), lines.group("root"));
        assertEquals(Sha256.of(Files.readAllBytes(site.resolve(SiteCheck.SUMS))).hex(), lines.group("files"));
        var seal = new Seal(SECRET);
        assertEquals(
                seal.verifier().toString(), lines.group("key") + "+" + lines.group("id") + "+" + lines.group("public"));
        byte[] signature = Base64.getDecoder().decode(lines.group("signature"));
        assertEquals(lines.group("id"), HexFormat.of().formatHex(signature, 0, 4));
        assertEquals(4 + 64, signature.length, "the key's number and an Ed25519 signature, no more");
    }

    @Test
    void anUndecidedNameRefusesAndLeavesTheOldSite() throws IOException {
        publish();
        var before = files();
        one.undo(jo.id(), "name");
        List<Obstacle> obstacles = refused();
        assertTrue(obstacles.stream().anyMatch(o -> o.target().equals(Optional.of(jo.id()))), obstacles::toString);
        assertTrue(obstacles.getFirst().where().contains("exports/1.txt"), obstacles::toString);
        files().forEach((name, bytes) -> assertEquals(Sha256.of(before.get(name)), Sha256.of(bytes), name));
    }

    @Test
    void whatNobodyApprovedInThisFormRefuses() throws IOException {
        one.decide(jo.id(), "pseudonym=Bea");
        assertTrue(targets(refused()).contains(shown.id()));
        one.approve(shown);
        publish();
        one.undo(denies.id(), "read");
        assertTrue(targets(refused()).contains(denies.id()));
    }

    @Test
    void aRewordingThatKeepsFiveWordsRefuses() throws IOException {
        one.decide(retreat.id(), "reword=One tells that we signed a paper that said how much.")
                .approve(reworded);
        Obstacle obstacle = refused().stream()
                .filter(o -> o.target().equals(Optional.of(retreat.id())))
                .findFirst()
                .orElseThrow();
        assertTrue(obstacle.what().contains("exports/3.txt"), obstacle::toString);
    }

    @Test
    void wordsOfAnotherThatMayNotBeQuotedRefuseAndSayWhoseTheyAre() throws IOException {
        Account quoting = one.letter(
                one.circle,
                "",
                "My friend wrote: they wanted forty pounds every month out of my wages. So did I pay.",
                LocalDate.of(2021, 8, 8));
        one.allow(quoting, "verbatim");
        List<Obstacle> obstacles = refused();
        assertEquals(List.of(counted.id()), targets(obstacles));
        assertEquals("exports/2.txt", obstacles.getFirst().where());
        assertTrue(obstacles.getFirst().what().contains(": account-"), obstacles::toString);
    }

    @Test
    void aNameThatNobodyMarkedAsTheSameIsFoundInTheFinishedPages() throws IOException {
        one.decide(one.circle.id(), "also=The circle of Jo Marsh");
        var outcome = Publication.publish(one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, site);
        if (outcome instanceof Publication.Published) {
            assertFalse(everything().contains("Marsh"));
        }
    }

    @Test
    void withoutConsentThereAreCountsOnly() throws IOException {
        one.undo(shown.id(), "consent").undo(denies.id(), "consent").undo(reworded.id(), "consent");
        publish();
        String all = everything();
        assertFalse(all.contains("Ada stood up"));
        assertFalse(all.contains("a promise in writing"));
        assertTrue(all.contains("Their words may not be shown here: they are counted, not quoted."));
        assertFalse(Files.exists(site.resolve("accounts.html")));
    }

    @Test
    void consentNoneIsNotEvenCounted() throws IOException {
        publish();
        assertTrue(Files.readString(site.resolve("finding-1-02.html")).contains("3 say so first-hand"));
        one.decide(counted.id(), "consent=none");
        publish();
        assertTrue(Files.readString(site.resolve("finding-1-02.html")).contains("2 say so first-hand"));
    }

    @Test
    void whoWantsToBeNamedIsNamedWithTheSourceAndWithoutALink() throws IOException {
        Account essay = one.account(
                one.circle,
                "Why I left",
                List.of("I left in the spring, and Jo Marsh did not say goodbye."),
                List.of("Lou Field"),
                Optional.of("https://essays.example/why-i-left"),
                LocalDate.of(2021, 2, 2));
        Identity lou = one.person("Lou Field", essay);
        one.decide(lou.id(), "is=author").decide(lou.id(), "keep=author");
        one.decide(essay.id(), "public=yes").decide(essay.id(), "read");
        one.decide(essay.id(), "consent=attributed").approve(essay);
        publish();
        String all = everything();
        assertTrue(all.contains("Written by Lou Field"));
        assertTrue(all.contains("Stands in public at https://essays.example/why-i-left"));
        assertFalse(all.contains("href=\"https://essays.example"));
        assertFalse(all.contains("Marsh"));
    }

    @Test
    void publicTextUnderAPseudonymIsWithheldAndSaidSo() throws IOException {
        one.decide(denies.id(), "public=yes").approve(denies);
        var published = publish();
        assertEquals(
                List.of(denies.id()),
                published.withheld().stream().map(Publication.Withheld::account).toList());
        assertFalse(everything().contains("Nobody ever asked me for a penny."));
    }

    @Test
    void longAccountsAreDividedAndEveryPageIsSmall() throws IOException {
        Account book = one.letter(
                one.circle,
                "A <long> story",
                "We walked & walked \"far\" and talked. ".repeat(2_500) + "\n\n" + "Then ".repeat(15_000),
                LocalDate.of(2020, 1, 1));
        one.allow(book, "verbatim");
        publish();
        files().forEach((name, bytes) -> assertTrue(bytes.length < 100_000, name + " " + bytes.length));
        assertTrue(files().keySet().stream().anyMatch(name -> name.contains("-part-2")));
    }

    @Test
    void manyPassagesAreDivided() throws IOException {
        for (int i = 0; i < 40; i++) {
            Account many = one.letter(
                    one.circle, "", "Number " + i + " was asked to pay as well. ".repeat(60), LocalDate.of(2020, 1, 1));
            one.coded(many, many.text().strip(), FictionalCase.MONEY, Polarity.REPORTS);
            one.decide(many.id(), "read").decide(many.id(), "consent=verbatim").decide(many.id(), "public=no");
        }
        var protection = one.protection();
        one.accounts()
                .filter(account -> account.text().startsWith("Number"))
                .forEach(account -> one.decide(
                        account.id(),
                        new org.afterword.model.Verdict.Approve(Optional.of(protection.approvalHash(account)))));
        publish();
        files().forEach((name, bytes) -> assertTrue(bytes.length < 100_000, name + " " + bytes.length));
        assertTrue(Files.exists(site.resolve("finding-1-02-part-2.html")));
    }

    @Test
    void aFolderOfSomebodyElseRefuses() throws IOException {
        Files.createDirectory(site);
        Files.writeString(site.resolve("thesis.doc"), "");
        assertEquals(1, refused().size());
        assertEquals(List.of("thesis.doc"), files().keySet().stream().toList());
    }

    @Test
    void anEmptyCaseIsASiteThatSaysSo() throws IOException {
        var empty = new FictionalCase();
        var outcome =
                Publication.publish(empty, empty.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, site);
        assertInstanceOf(Publication.Published.class, outcome);
        assertTrue(Files.readString(site.resolve("index.html")).contains("There is no group here yet"));
    }

    @Test
    void whoHelpsIsReadFromPlainLines() {
        assertEquals(
                List.of(new Settings.Support("The night line", "listens", "555 0100")),
                Settings.Support.parse(List.of("", "# a list", "The night line | listens | 555 0100")));
        var wrong = assertThrows(
                IllegalArgumentException.class, () -> Settings.Support.parse(List.of("a | b | c", "The night line")));
        assertTrue(wrong.getMessage().contains("line 2"), wrong::getMessage);
    }

    @Test
    void look() throws IOException {
        var settings = new Settings(
                Strings.of(Locale.ENGLISH),
                "https://weather.example/",
                Optional.of("Two former members and a librarian gathered this."),
                Settings.Support.parse(List.of("# numbers of the night", "The night line | listens | 555 0100")),
                Optional.of(java.time.YearMonth.of(2024, 2)),
                Optional.of("https://notes.example/lantern"),
                Optional.empty());
        var outcome = Publication.publish(
                one, one.protection(), SECRET, settings, FictionalCase.TODAY, Path.of("target", "published-site"));
        assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
    }

    @Test
    void whatWasLookedAtBeforeIsLookedAtAgainOnlyWhereItChanged() throws IOException {
        var kept = new Kept();
        var protection = one.protection();
        assertInstanceOf(Publication.Published.class, publish(protection, kept));
        for (String verdict :
                List.of("reject", "accept", "change=polarity:denies", "change=polarity:reports", "reject")) {
            one.decide(retreat.id(), verdict);
            // what is no longer in memory is made again where the disk has something else
            Files.writeString(site.resolve("what-to-ask.html"), verdict);
            assertInstanceOf(Publication.Published.class, publish(protection, kept));
            var again = files();
            publish();
            var anew = files();
            assertEquals(anew.keySet(), again.keySet());
            anew.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
        }
        // another protection looks for others, so that nothing is taken as clean
        one.decide(jo.id(), "keep=public-figure");
        one.person("penny", denies);
        assertInstanceOf(Publication.Refused.class, publish(one.protection(), kept));
    }

    private Publication.Outcome publish(Protection protection, Kept kept) throws IOException {
        return Publication.publish(
                one, protection, SECRET, Settings.plain(), List.of(), FictionalCase.TODAY, site, Pictures.NONE, kept);
    }

    @Test
    void aPageThatLeantOnOurSentencesIsLookedAtAgainWithoutThem() {
        Material material = Material.of(one, one.protection());
        var last = new Last(material.quoted());
        String ours = "They wanted forty pounds every month, we say.";
        Map<String, byte[]> page = Map.of("page.html", ("<p>" + ours + "</p>").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), Gate.scan(material, ExampleSite.finished(page), List.of(ours), text -> text, last));
        assertEquals(
                List.of(),
                Gate.scan(material, ExampleSite.finished(page), List.of("More of ours.", ours), text -> text, last));
        assertEquals(
                1,
                Gate.scan(material, ExampleSite.finished(page), List.of("More of ours."), text -> text, last)
                        .size());
        Map<String, byte[]> other = Map.of("page.html", "<p>Jo Marsh came.</p>".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                1,
                Gate.scan(material, ExampleSite.finished(other), List.of(ours), text -> text, last)
                        .size());
    }

    private Publication.Published publish() throws IOException {
        var outcome = Publication.publish(one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, site);
        return assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
    }

    private List<Obstacle> refused() throws IOException {
        var outcome = Publication.publish(one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, site);
        return assertInstanceOf(Publication.Refused.class, outcome).obstacles();
    }

    private static List<Id> targets(List<Obstacle> obstacles) {
        return obstacles.stream().flatMap(o -> o.target().stream()).toList();
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var entries = Files.list(site)) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readAllBytes(entry));
            }
        }
        return files;
    }

    private String everything() throws IOException {
        var all = new StringBuilder();
        files().forEach((name, bytes) ->
                all.append(name).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }
}
