package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.casefile.Frames;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;
import org.afterword.people.OrdinaryWords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: from two folders of accounts to a site with nobody exposed. */
class WalkTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @TempDir
    private static Path folder;

    private static Walked walked;
    private static CommandLine.Answer refused;
    private static Path site;
    private static Path bag;
    private static CommandLine.Answer exported;

    @BeforeAll
    static void walk() throws IOException {
        walked = Walked.suggested(folder);
        Walked.NOBODY_FOUND.forEach(name -> walked.done("people", "--add", name));
        site = folder.resolve("site");
        refused = walked.type("publish", site.toString(), "--json");
        assertFalse(Files.exists(site), "something was written although it was refused");
        walked.decide(walked.everything());
        CommandLine.Answer published = walked.line.publish(walked.file, site);
        assertEquals(0, published.exit(), published::out);
        bag = folder.resolve("bag");
        exported = walked.done("export", bag.toString(), "--format", "bagit", "--json");
    }

    @Test
    void theRefusalNamesEverythingThatIsToBeDecided() throws IOException {
        assertEquals(4, refused.exit());
        JsonNode answer = refused.json().getFirst();
        assertFalse(answer.get("published").asBoolean());
        assertTrue(answer.get("obstacles").size() > 40, "the planted names");
        Set<String> targets = new TreeSet<>();
        for (JsonNode obstacle : answer.get("obstacles")) {
            assertFalse(obstacle.get("what").asText().isBlank());
            assertTrue(obstacle.get("decide").asText().endsWith("."), obstacle::toString);
            targets.add(obstacle.get("target").asText());
        }
        for (JsonNode named : walked.json("people")) {
            assertTrue(
                    targets.contains(named.get("id").asText())
                            || IdentityKind.valueOf(named.get("kind").asText().toUpperCase(Locale.ROOT))
                                    .contact(),
                    () -> "nobody was asked about " + named);
        }
    }

    @Test
    void verifyFindsNothingWrong() {
        JsonNode ofCase = walked.json("verify").getFirst();
        assertTrue(ofCase.get("ok").asBoolean());
        assertTrue(ofCase.get("signed").asBoolean());
        assertEquals(0, ofCase.get("problems").size());
        CommandLine.Answer ofSite = walked.line.done("verify", site.toString(), "--json");
        assertTrue(ofSite.json().getFirst().get("ok").asBoolean());
    }

    @Test
    void verifyNamesTheFileInWhichOneByteWasFlipped() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("flipped"));
        Walked.copy(site, copy);
        Path page = copy.resolve("index.html");
        byte[] bytes = Files.readAllBytes(page);
        bytes[bytes.length / 2] ^= 1;
        Files.write(page, bytes);
        CommandLine.Answer answer = walked.line.type("verify", copy.toString());
        assertEquals(3, answer.exit());
        assertTrue(answer.out().contains("index.html"), answer.out());
    }

    @Test
    void publishingTwiceGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        walked.done("publish", again.toString());
        Map<String, byte[]> one = Walked.bytes(site);
        Map<String, byte[]> two = Walked.bytes(again);
        assertEquals(one.keySet(), two.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, two.get(name), name));
    }

    @Test
    void aProtectedBagHoldsTextsAndCommitmentsAlone() throws IOException {
        JsonNode answer = exported.json().getFirst();
        int texts = answer.get("exhibits").asInt();
        assertTrue(texts > 5, answer::toString);
        Map<String, byte[]> files = Walked.bytes(bag);
        for (int i = 1; i <= texts; i++) {
            assertTrue(files.containsKey("data/texts/" + i + ".txt"), "text " + i);
        }
        assertTrue(files.keySet().stream().noneMatch(name -> name.matches("(proofs|stamps|data/exhibits)/.*")));
        String all =
                String.join("\n", files.values().stream().map(WalkTest::text).toList());
        String note = text(Files.readAllBytes(folder.resolve("site/checkpoint.txt")));
        assertTrue(all.contains(note.substring(0, note.indexOf('\n'))), "one key signs what is public");
        String checkpoint = walked.done("checkpoint").out();
        assertFalse(all.contains(checkpoint.substring(0, checkpoint.indexOf('\n'))), "the log is not named");
        for (JsonNode account : walked.json("accounts")) {
            for (String field : List.of("sha256", "exhibit", "id", "file")) {
                assertFalse(all.contains(account.get(field).asText()), field + " of " + account.get("file"));
            }
        }
        Set<String> withheld = new TreeSet<>();
        answer.get("withheld").forEach(one -> withheld.add(one.get("file").asText()));
        assertTrue(withheld.stream().anyMatch(name -> name.endsWith(Walked.NOT_TO_BE_USED)), withheld::toString);
        assertTrue(withheld.stream().anyMatch(name -> name.endsWith(Walked.TO_BE_REWORDED)), withheld::toString);
    }

    @Test
    void aProtectedBagIsSignedWhole() throws IOException {
        assertEquals(0, walked.line.type("verify", bag.toString()).exit());
        Path again = folder.resolve("bag again");
        walked.done("export", again.toString(), "--format", "bagit");
        Walked.bytes(bag).forEach((name, bytes) -> assertArrayEquals(bytes, read(again.resolve(name)), name));
        Path text = again.resolve("data/texts/1.txt");
        byte[] changed = Files.readAllBytes(text);
        changed[0] ^= 1;
        String before = Sha256.of(Files.readAllBytes(text)).hex();
        Files.write(text, changed);
        Path list = again.resolve("manifest-sha256.txt");
        String was = Sha256.of(Files.readString(list)).hex();
        Files.writeString(
                list, Files.readString(list).replace(before, Sha256.of(changed).hex()));
        Path lists = again.resolve("tagmanifest-sha256.txt");
        Files.writeString(
                lists,
                Files.readString(lists)
                        .replace(was, Sha256.of(Files.readString(list)).hex()));
        CommandLine.Answer answer = walked.line.type("verify", again.toString());
        assertEquals(3, answer.exit());
        assertTrue(answer.out().contains("The list of files is not the one that was signed."), answer.out());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noDecidedNameIsInAnyByteOfTheSite() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode named : walked.json("people")) {
            names.add(named.get("name").asText());
            named.get("forms").forEach(form -> names.add(form.asText()));
        }
        JsonNode truth = Frames.json().readTree(Files.readString(Path.of("src/test/resources/planted/truth.json")));
        Set<String> found = new TreeSet<>();
        names.forEach(name -> found.add(Spelled.fold(name)));
        for (JsonNode planted : truth.get("identities")) {
            for (JsonNode form : planted.get("forms")) {
                if (!form.path("alsoWord").asBoolean()
                        && found.contains(Spelled.fold(form.get("form").asText()))) {
                    names.add(form.get("form").asText());
                    names.add(planted.get("name").asText());
                }
            }
        }
        names.addAll(List.of("Jo Marsh", "Hermione Blackadder-Voss", "Wilhelmina Tarrantino-Oake"));
        names.addAll(Walked.NOBODY_FOUND);
        // What is only ordinary words is hidden where somebody saw a name in it, and a word elsewhere.
        names.removeIf(name -> WORD.matcher(name)
                .results()
                .allMatch(word -> word.group().length() == 1 || OrdinaryWords.contain(Folding.fold(word.group()))));
        names.remove("Mark"); // also a word: looked for below as it is written
        assertTrue(names.size() > 70, () -> names.size() + " names");
        List<String> left = new ArrayList<>();
        Map<String, byte[]> files = Walked.bytes(site);
        Walked.bytes(bag.resolve("data")).forEach((name, bytes) -> files.put("bag/" + name, bytes));
        files.remove("bag/commitments.txt");
        files.remove("checkpoint.txt"); // digests and a signature in base64, where short names stand by chance
        var all = new Spelled(
                String.join("\n", files.values().stream().map(WalkTest::text).toList()));
        names.stream()
                .filter(all::has)
                .forEach(name -> files.forEach((file, bytes) -> {
                    if (new Spelled(text(bytes)).has(name)) {
                        left.add(name + " in " + file);
                    }
                }));
        assertEquals(List.of(), left);
        assertFalse(site("account-").contains("Mark"), "a name that is a word as well");
    }

    /** The text of the site's pages whose names begin so. */
    private static String site(String prefix) throws IOException {
        return Walked.bytes(site).entrySet().stream()
                .filter(page -> page.getKey().startsWith(prefix))
                .map(page -> text(page.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void theSiteShowsWhatItMay() throws IOException {
        String all = site("");
        assertTrue(all.contains("they sent me flowers"), "a passage with consent");
        assertTrue(all.contains(Walked.WORDING), "a passage in a person's words");
        assertFalse(all.contains("have the same dentist"), "words that may not be quoted");
        assertFalse(all.contains("forbidden to write home"), "words of somebody who wants none of it used");
        assertFalse(all.replace("<script type=\"application/ld+json\">", "")
                .replace("<script src=\"search.js\"></script>", "")
                .contains("<script"));
    }

    @Test
    void everyQuoteIsTheTextAtItsPosition() {
        List<JsonNode> passages = walked.json("passages");
        assertTrue(passages.size() > 10);
        boolean astral = false;
        Map<String, String> texts = new HashMap<>();
        for (JsonNode passage : passages) {
            String text = texts.computeIfAbsent(
                    passage.get("account").asText(),
                    id -> walked.json("text", id).getFirst().get("text").asText());
            int[] points = text.codePoints().toArray();
            int start = passage.get("start").asInt();
            int end = passage.get("end").asInt();
            assertEquals(passage.get("quote").asText(), new String(points, start, end - start));
            astral |= points.length < text.length() && start > 0;
        }
        assertTrue(astral, "no passage after an emoji: the test shows nothing");
    }

    @Test
    void answersHaveTheFieldsOnWhichOthersRely() {
        fields(
                "accounts",
                "id file exhibit sha256 format title author poster witnesses group date language words"
                        + " sourceUrl copyOf consent publicness readBy");
        fields("passages", "id file account turn start end quote code access claim standing group by status score");
        fields("people", "id kind name forms mentions accounts role decision");
        fields("copies", "a b kind overlap");
        fields(
                "findings",
                "group code statement accounts read reportLow reportHigh firstHandLow firstHandHigh"
                        + " hearsay deny mixed notMentioned notInPosition reviewed passages");
        fields("verify", "ok signed unchangedSince existedBefore exhibits bytes entries problems");
    }

    /** A field that can never have a value would be missing everywhere; one that is empty may be left out. */
    private static void fields(String command, String wanted) {
        List<JsonNode> rows = walked.json(command);
        assertFalse(rows.isEmpty(), command);
        Set<String> optional = Set.of(
                "title",
                "author",
                "poster",
                "group",
                "date",
                "language",
                "sourceUrl",
                "copyOf",
                "readBy",
                "role",
                "decision");
        for (String field : wanted.split(" ", -1)) {
            List<JsonNode> without =
                    rows.stream().filter(row -> !row.has(field)).toList();
            assertTrue(
                    without.isEmpty() || optional.contains(field),
                    () -> command + " has no " + field + ": " + without.getFirst());
        }
    }

    @Test
    void exhibitsComeBackByteForByte() throws IOException {
        Map<String, String> files = new TreeMap<>();
        walked.json("accounts")
                .forEach(account -> files.put(
                        account.get("file").asText(), account.get("exhibit").asText()));
        for (String file : List.of(
                "exports/reddit_6f1xyz.json",
                "exports/diary-with-pictures.txt",
                "exports/my-answer-to-the-teapots.html",
                "rowing/a-cox-remembers.md")) {
            Path out = folder.resolve("out-" + file.replace('/', '-'));
            walked.done("exhibit", files.get(file), "-o", out.toString());
            assertEquals(-1, Files.mismatch(folder.resolve(file), out), file);
        }
    }

    @Test
    void countsKeepCopiesOutAndRangesInOrder() {
        for (JsonNode finding : walked.json("findings")) {
            int low = finding.get("reportLow").asInt();
            int high = finding.get("reportHigh").asInt();
            assertTrue(low <= high, finding::toString);
            assertTrue(finding.get("firstHandHigh").asInt() <= high, finding::toString);
            assertTrue(high <= finding.get("witnessesHigh").asInt(), finding::toString);
        }
        assertEquals(1, walked.json("copies").size(), "the same text once more");
    }
}
