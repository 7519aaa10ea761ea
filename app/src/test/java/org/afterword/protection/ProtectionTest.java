package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.junit.jupiter.api.Test;

class ProtectionTest {
    private final ListContents contents = ListContents.empty();

    static byte[] secret() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        return secret;
    }

    private Protection protection() {
        return Fixture.protection(contents);
    }

    private Cluster cluster(Identity identity) {
        return protection().clusters().stream()
                .filter(cluster -> cluster.members().contains(identity.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFormGetsOnePseudonym() {
        Identity jo = contents.person("Jo Marsh");
        Account account =
                contents.account("Jo met us. JO MARSH's van, jo_marsh online, JoMarsh again, Marsh and Jo! \u00a9");
        contents.decide(jo, "pseudonym=Robin");
        assertEquals(
                "Robin met us. Robin's van, Robin online, Robin again, Robin and Robin! \u00a9",
                protection().protect(account).text());
    }

    @Test
    void replacementsPointRight() {
        Identity jo = contents.person("Jo Marsh");
        Account account = contents.account("Then Jo Marsh, then Jo.");
        contents.decide(jo, "pseudonym=Robin");
        Redacted shown = protection().protect(account);
        assertEquals(
                List.of("Jo Marsh", "Jo"),
                shown.replacements().stream()
                        .map(r -> r.original().of(account.text()))
                        .toList());
        assertEquals(
                List.of("Robin", "Robin"),
                shown.replacements().stream()
                        .map(r -> r.shown().of(shown.text()))
                        .toList());
    }

    @Test
    void aPassageHoldsNamesAtItsBorderWhole() {
        Identity jo = contents.person("Jo Marsh");
        Account account = contents.account("We saw Jo Marsh leave the hall.");
        contents.decide(jo, "role=a branch secretary");
        int middle = account.text().indexOf("Marsh");
        assertEquals(
                "a branch secretary leave",
                protection().passage(account, new Span(middle, 21)).text());
        assertEquals(
                "We saw a branch secretary",
                protection().passage(account, new Span(0, middle)).text());
        assertEquals("the hall", protection().passage(account, new Span(22, 30)).text());
    }

    @Test
    void whatNobodyDecidedStaysBack() {
        contents.person("Jo Marsh");
        contents.name(IdentityKind.PLACE, "Oxbridge Vale");
        Identity mail = contents.name(IdentityKind.EMAIL, "jo@mail.example");
        Account account = contents.account("Jo of Oxbridge Vale, write to jo@mail.example");
        Protection protection = protection();
        assertEquals(
                "[name not decided] of [place not decided], write to [e-mail address]",
                protection.protect(account).text());
        assertEquals(2, protection.open(account).size());
        assertEquals(2, protection.open().size());
        assertTrue(protection.open().stream()
                .noneMatch(open -> open.cluster().members().contains(mail.id())));
        assertTrue(protection.open().stream().noneMatch(open -> open.decide().contains("Marsh")));
    }

    @Test
    void aGroupsOwnNameIsKept() {
        contents.group("The Ember Society");
        Identity ember = contents.name(IdentityKind.GROUP, "the Ember Society");
        Identity rose = contents.person("Ember Vale");
        contents.decide(rose, "redact");
        Account account = contents.account("I joined The Ember Society. Later Ember left.");
        assertEquals(
                "I joined The Ember Society. Later Ember left.".replace("Later Ember", "Later [name left out]"),
                protection().protect(account).text());
        contents.decide(ember, "redact");
        assertEquals(
                "I joined [group left out]. Later [name left out] left.",
                protection().protect(account).text());
    }

    @Test
    void aFormThatSeveralShareGoesToTheRecordedOne() {
        Identity marsh = contents.person("Jo Marsh");
        Identity ellery = contents.person("Jo Ellery");
        Account account = contents.account("Jo came. Jo left. Jo stayed.");
        contents.mention(marsh, account, new Span(0, 2));
        contents.mention(ellery, account, new Span(9, 11));
        contents.decide(marsh, "pseudonym=Robin");
        contents.decide(ellery, "pseudonym=Amal");
        assertEquals(
                "Robin came. Amal left. [name left out] stayed.",
                protection().protect(account).text());
        contents.keep(ellery, "author");
        assertEquals(
                "Robin came. Jo left. [name left out] stayed.",
                protection().protect(account).text());
    }

    @Test
    void whatIsNoNameStays() {
        Identity grant = contents.person("Trodd");
        Account account = contents.account("The Trodd came with Trodd money.");
        assertFalse(protection().open(account).isEmpty());
        contents.decide(grant, "not-a-name");
        assertTrue(protection().open(account).isEmpty());
        assertEquals(account.text(), protection().protect(account).text());
    }

    @Test
    void ordinaryWordsAreNamesOnlyInTheMiddleOfASentence() {
        Identity will = contents.person("Will Marsh");
        contents.decide(will, "pseudonym=Robin");
        Protection protection = protection();
        for (String same : List.of(
                "I will go to the marsh.",
                "Will you come?",
                "Why I Will Never Go Back There",
                "He said: Will it?",
                "WHAT WILL HAPPEN")) {
            assertEquals(same, protection.line(same).text());
        }
        assertEquals("Then Robin came.", protection.line("Then Will came.").text());
        assertEquals("Robin came.", protection.line("Will Marsh came.").text());
    }

    @Test
    void rolesThatSeveralShareGetLetters() {
        Identity a = contents.person("Jo Marsh");
        Identity b = contents.person("Ann Ellery");
        contents.decide(a, "role=a branch secretary");
        assertEquals(
                "A branch secretary spoke.",
                protection().line("Jo Marsh spoke.").text());
        contents.decide(b, "role=a branch secretary");
        assertEquals(
                "A branch secretary (A) met a branch secretary (B).",
                protection().line("Jo Marsh met Ann Ellery.").text());
    }

    @Test
    void titlesThatTellTheSexGoWithTheName() {
        Identity jo = contents.person("Jo Marsh");
        contents.decide(jo, "pseudonym=Robin");
        assertEquals(
                "We asked Robin.", protection().line("We asked Mrs. Jo Marsh.").text());
    }

    @Test
    void aDecisionIsCheckedBeforeItIsRecorded() {
        Identity jo = contents.person("Jo Marsh");
        Identity ann = contents.person("Ann Ellery");
        contents.decide(ann, "pseudonym=Robin");
        Protection protection = protection();
        Cluster marsh = cluster(jo);
        for (String refused : List.of(
                "pseudonym=Robin",
                "pseudonym=ROBIN",
                "pseudonym=Ann",
                "pseudonym=Ann Ellery",
                "pseudonym=Marsh",
                "pseudonym=...",
                "role=Ann's friend",
                "generalise=near Jo Marsh",
                "consent=none")) {
            var error = assertThrows(
                    IllegalArgumentException.class,
                    () -> protection.check(marsh, Verdict.parse(refused), "", false),
                    refused);
            assertFalse(
                    error.getMessage().contains("Ellery") || error.getMessage().contains("Marsh"), refused);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> protection.check(marsh, new Verdict.Pseudonym(Optional.of("  ")), "", false));
        for (String fine : List.of("keep=author", "redact", "not-a-name", "role=a friend", "pseudonym=Amal")) {
            assertEquals(Verdict.parse(fine), protection.check(marsh, Verdict.parse(fine), "", false));
        }
    }

    @Test
    void aChosenPseudonymIsFilledInAndStays() {
        Identity jo = contents.person("Jo Marsh");
        Verdict filled = protection().check(cluster(jo), Verdict.parse("pseudonym"), "", false);
        contents.decide(jo, filled.text());
        String chosen = protection().shown(cluster(jo)).orElseThrow();
        assertEquals(new Verdict.Pseudonym(Optional.of(chosen)), filled);
        assertEquals(filled, protection().check(cluster(jo), Verdict.parse("pseudonym"), "", false));

        Identity namesake = contents.person(chosen + " Vale");
        contents.decide(namesake, "redact");
        assertEquals(1, protection().open().size(), "a pseudonym that has become a real name is asked about");
    }

    @Test
    void pseudonymsAreStableAsNamesAreAdded() {
        Identity jo = contents.person("Jo Marsh");
        contents.decide(jo, "pseudonym");
        String first = protection().shown(cluster(jo)).orElseThrow();
        var shown = new HashSet<String>();
        for (int i = 0; i < 600; i++) {
            Identity other = contents.person("Zq" + i + "x Vq" + i + "y");
            if (i % 100 == 0) {
                assertEquals(first, protection().shown(cluster(jo)).orElseThrow());
            }
            contents.decide(other, "pseudonym");
        }
        protection()
                .clusters()
                .forEach(cluster -> assertTrue(shown.add(protectionShown(cluster)), "two have one pseudonym"));
        assertEquals(first, protection().shown(cluster(jo)).orElseThrow());
    }

    private Protection cached;

    private String protectionShown(Cluster cluster) {
        if (cached == null) {
            cached = protection();
        }
        return Folding.fold(cached.shown(cluster).orElseThrow());
    }

    @Test
    void thereAreEnoughNamesAndNoneIsAnOrdinaryWord() {
        List<String> names = Pseudonyms.people();
        assertTrue(names.stream().map(Folding::fold).distinct().count() >= 400);
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void sourceRedactionsStay() {
        contents.decide(contents.person("Jo Marsh"), "redact");
        String text = "*** said to [name] that \u2588\u2588\u2588\u2588 left";
        assertEquals(text, protection().line(text).text());
    }

    @Test
    void concatKeepsPlaces() {
        contents.decide(contents.person("Jo Marsh"), "pseudonym=Robin");
        Redacted both =
                Redacted.concat(List.of(protection().line("Jo! "), protection().line("Ask Jo Marsh")));
        assertEquals("Robin! Ask Robin", both.text());
        assertTrue(both.replacements().stream()
                .allMatch(r -> r.shown().of(both.text()).equals("Robin")));
    }

    @Test
    void namesInScriptsWithoutBlanksAreFoundInsideRuns() {
        for (String name : List.of(
                "\u738b\u5c0f\u660e",
                "\uae40\ubbfc\uc218",
                "\u0e2a\u0e21\u0e0a\u0e32\u0e22",
                "\u05ea\u05de\u05e8\u05d5\u05df")) {
            contents.decide(contents.person(name), "redact");
        }
        Protection protection = protection();
        assertEquals(
                "\u6211\u89c1\u5230[name left out]\u4e86",
                protection.line("\u6211\u89c1\u5230\u738b\u5c0f\u660e\u4e86").text());
        assertEquals(
                "[name left out]\uac00",
                protection.line("\uae40\ubbfc\uc218\uac00").text());
        assertEquals(
                "\u05d5[name left out]",
                protection.line("\u05d5\u05ea\u05de\u05e8\u05d5\u05df").text());
    }

    @Test
    void pluralsInitialsAndOverlapsAreCovered() {
        contents.decide(contents.person("Jo Trodder"), "pseudonym=Robin");
        contents.decide(contents.name(IdentityKind.PLACE, "North Jo"), "redact");
        Protection protection = protection();
        assertEquals(
                "The Robin came, and Robin.",
                protection.line("The Trodders came, and J. Trodder.").text());
        String overlap = protection.line("at North Jo Trodder once").text();
        assertFalse(overlap.contains("Trodder") || overlap.contains("Jo"), overlap);
        assertTrue(overlap.endsWith(" once"));
    }

    @Test
    void aKeptLongerNameShieldsASingleOneAndNeverAFullOne() {
        contents.decide(contents.person("Jo Trodder"), "pseudonym=Robin");
        contents.decide(contents.name(IdentityKind.GROUP, "Trodder Memorial Society"), "keep");
        contents.decide(contents.name(IdentityKind.GROUP, "Jo Trodder Fund"), "keep");
        assertEquals(
                "Robin left the Trodder Memorial Society for the Robin Fund.",
                protection()
                        .line("Trodder left the Trodder Memorial Society for the Jo Trodder Fund.")
                        .text());
    }

    @Test
    void decisionsOnHandlesAndContactsHold() {
        contents.decide(contents.name(IdentityKind.HANDLE, "@quiet_heron"), "pseudonym=Amal");
        contents.decide(contents.name(IdentityKind.LINK, "https://blog.example/kept"), "keep");
        contents.name(IdentityKind.PHONE, "+44 20 7946 0958");
        assertEquals(
                "@Amal and u/Amal wrote at https://blog.example/kept, [phone number]",
                protection()
                        .line("@quiet_heron and u/Quiet_Heron wrote at https://blog.example/kept, 020 7946 0958")
                        .text());
    }

    @Test
    void aNameInTheMetadataIsOpenAndReplacesNothing() {
        Account account = contents.account("Nothing to see.");
        contents.mention(contents.person("Jo Marsh"), account, new Span(0, 0));
        assertEquals("Nothing to see.", protection().protect(account).text());
        assertEquals(1, protection().open(account).size());
    }

    @Test
    void aFileOfDecisionsCanBeCheckedOnOneSnapshot() {
        var names = new HashSet<Verdict>();
        for (int i = 0; i < 120; i++) {
            contents.person("Zq" + i + "x Vq" + i + "y");
        }
        Protection protection = protection();
        protection
                .clusters()
                .forEach(cluster -> names.add(protection.check(cluster, Verdict.parse("pseudonym"), "", false)));
        assertEquals(120, names.size());
    }
}
