package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollback and split view, seen with a checkpoint that was kept elsewhere. */
class CheckpointTest {
    @TempDir
    Path folder;

    private Path path;
    private String early;

    @BeforeEach
    void make() throws IOException {
        path = folder.resolve("case.afterword");
        CheapCase.create(path, "a lamp");
        early = goOn(path, "The lamplighters");
    }

    private static CaseFile open(Path path) throws IOException {
        return CaseFile.open(path, Passphrase.of("a lamp".toCharArray()));
    }

    /** The checkpoint afterwards. */
    private static String goOn(Path path, String group) throws IOException {
        try (var file = open(path)) {
            StampTest.goOn(file, group);
            return file.checkpoint();
        }
    }

    private static Verification verify(Path path, String checkpoint) throws IOException {
        try (var file = open(path)) {
            return Verification.verify(file, checkpoint);
        }
    }

    private static void assertSays(Verification verification, String brief, String meaning) {
        assertFalse(verification.ok());
        assertTrue(verification.signed(), "its own log is in order");
        assertEquals("no: " + brief, verification.unchangedSince());
        assertEquals(1, verification.problems().size());
        assertTrue(
                verification.problems().getFirst().meaning().startsWith(meaning),
                verification.problems().getFirst().meaning());
    }

    @Test
    void aCaseThatGrewIsUnchanged() throws IOException {
        String late = goOn(path, "The rowers");
        for (String checkpoint : new String[] {early, late}) {
            var verification = verify(path, checkpoint);
            assertTrue(verification.ok());
            assertEquals(
                    "the checkpoint of " + (checkpoint.equals(early) ? 2 : 3) + " log entries",
                    verification.unchangedSince());
        }
    }

    @Test
    void anOlderCasePutInItsPlaceIsNamed() throws IOException {
        Path old = Files.copy(path, folder.resolve("old.afterword"));
        String late = goOn(path, "The rowers");
        assertSays(
                verify(old, late),
                "the case is older than the checkpoint",
                "The case is older than the checkpoint: a later state of it existed, with 3 log entries; this one has 2.");
        assertEquals(
                "rollback not checked",
                Verification.verify(old, Passphrase.of("a lamp".toCharArray())).unchangedSince());
    }

    @Test
    void twoCopiesThatWentOnSeparatelyAreNamed() throws IOException {
        Path other = Files.copy(path, folder.resolve("other.afterword"));
        String here = goOn(path, "The rowers");
        String there = goOn(other, "The rowers, told otherwise");
        String changed = "What the checkpoint covers was changed or dropped: this case's key signed 3 log entries";
        assertSays(verify(path, there), "what the checkpoint covers was changed or dropped", changed);
        assertSays(verify(other, here), "what the checkpoint covers was changed or dropped", changed);
        goOn(other, "More");
        assertSays(verify(other, here), "what the checkpoint covers was changed or dropped", changed);
        assertTrue(verify(path, early).ok());
        assertTrue(verify(other, early).ok());
    }

    @Test
    void checkpointsThatAreNoneOfThisCaseAreNamed() throws IOException {
        Path other = folder.resolve("another.afterword");
        CheapCase.create(other, "a lamp");
        String brokenMeaning = "The checkpoint names this case, but no key of the case signed it as it stands";
        assertSays(
                verify(path, goOn(other, "x")), "the checkpoint is of another case", "This is a checkpoint of another");
        assertSays(
                verify(path, early.replace("\n2\n", "\n1\n")), "the checkpoint's signature is broken", brokenMeaning);
        String[] garbage = {"", "\n", "hello", "\uFEFF", "> > >", "a\n1\n" + "A".repeat(43) + "=\n\u2014 "};
        for (String text : garbage) {
            var verification = verify(path, text);
            assertFalse(verification.ok(), text);
            assertTrue(verification.unchangedSince().startsWith("no: "), text);
        }
    }

    @Test
    void whatTravellingDoesToACheckpointIsUndone() throws IOException {
        String quoted = "Hello,\nhere it is:\n\n" + early.replaceAll("(?m)^", "> ") + ">\n> yours\n";
        Map<String, String> travelled = new LinkedHashMap<>();
        travelled.put("line ends of another system", early.replace("\n", "\r\n"));
        travelled.put("a mark of order", "\uFEFF" + early);
        travelled.put("no last line end", early.strip());
        travelled.put("quoted", quoted);
        travelled.put("quoted twice", quoted.replaceAll("(?m)^", ">"));
        travelled.put("blanks", early.replaceAll("(?m)^", "  ").replaceAll("(?m)$", " "));
        travelled.put("another dash", early.replace('\u2014', '-'));
        travelled.put("blank lines", early.replace("\n", "\n\n"));
        travelled.put("quoted-printable", quotedPrintable(early));
        int blank = early.lastIndexOf(' ');
        travelled.put("a broken line", early.substring(0, blank) + "\n" + early.substring(blank + 1));
        travelled.put("broken twice", early.substring(0, blank + 40) + "\n> " + early.substring(blank + 40));
        travelled.forEach((how, text) -> assertEquals(early, KeptCheckpoint.restore(text), how));
    }

    private static String quotedPrintable(String text) {
        String encoded = text.replace("=", "=3D").replace("\u2014", "=E2=80=94");
        int at = encoded.length() - 30;
        return encoded.substring(0, at) + "=\r\n" + encoded.substring(at);
    }

    @Test
    void noTextUnsettlesTheReader() throws IOException {
        var random = new Random(11);
        String alphabet = "> \n\r\t=-\u2014\uFEFFA/+019" + early;
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? early : "");
            for (int edits = random.nextInt(40); edits > 0; edits--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            KeptCheckpoint.restore(text.toString());
        }
        KeptCheckpoint.restore("> ".repeat(200_000) + "\n" + "=\n".repeat(200_000));
    }
}
