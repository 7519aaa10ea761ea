package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of a size that nobody meant: {@code -Dafterword.names=50000} for as many names, {@code -Dafterword.megabytes=10}
 * for a text as long.
 */
class VeryLargeTest {
    private static final int NAMES = Integer.getInteger("afterword.names", 300);
    private static final int CHARACTERS = 300_000 + 1_000_000 * Integer.getInteger("afterword.megabytes", 0);
    private static final List<String> SYLLABLES =
            List.of("ker", "ri", "gan", "os", "kwi", "th", "bran", "nock", "vel", "lu", "mi", "na", "tor", "as", "ek");

    @TempDir
    private Path folder;

    private final Random random = new Random(20261122);
    private CommandLine line;
    private String file;

    @BeforeEach
    void newCase() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    private CommandLine.Answer timed(TestReporter reporter, String... arguments) {
        long start = System.nanoTime();
        CommandLine.Answer answer = line.type(arguments);
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        reporter.publishEntry(
                arguments[0],
                String.format(Locale.ROOT, "%.1f s, %d MB", (System.nanoTime() - start) / 1e9, used >> 20));
        return answer;
    }

    private CommandLine.Answer done(TestReporter reporter, String... arguments) {
        CommandLine.Answer answer = timed(reporter, arguments);
        assertEquals(0, answer.exit(), answer::err);
        return answer;
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Test
    void manyNames(TestReporter reporter) throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        var names = new HashSet<String>();
        for (int letter = 0; names.size() < NAMES; letter++) {
            var text = new StringBuilder();
            for (int i = 0; i < 25; i++) {
                String name = word(2) + " " + word(4) + (char) ('a' + random.nextInt(26));
                names.add(name);
                text.append("On Monday ").append(name).append(" told us to come back. ");
            }
            Files.writeString(letters.resolve(letter + ".txt"), text);
        }
        done(reporter, "add", file, letters.toString(), "--names", "rules");
        List<JsonNode> people = done(reporter, "people", file, "--json").json();
        assertTrue(people.size() >= NAMES, people.size() + " of " + names.size());
        CommandLine.Answer refused =
                timed(reporter, "publish", file, folder.resolve("site").toString());
        assertEquals(4, refused.exit(), refused::err);
        done(reporter, "decide", file, "--all", "undecided", "pseudonym", "--yes");
        Set<String> given = new HashSet<>();
        for (JsonNode one : done(reporter, "people", file, "--json").json()) {
            assertFalse(one.get("open").asBoolean(), one::toString);
            String decision = one.get("decision").asText("");
            assertTrue(!decision.startsWith("pseudonym") || given.add(decision), one::toString);
        }
        done(reporter, "decide", file, people.getFirst().get("id").asText(), "redact");
        done(reporter, "undo", file, "2");
        assertEquals(
                people,
                done(reporter, "people", file, "--json").json(),
                "what was decided in one step is taken back in one");
        done(reporter, "verify", file);
    }

    @Test
    void aLongText(TestReporter reporter) throws IOException {
        var text = new StringBuilder();
        while (text.length() < CHARACTERS) {
            text.append("On Monday we were told to bring more money, and nobody was to ask why it was wanted. ");
            if (random.nextInt(50) == 0) {
                text.append("Then Wilhelmina Vendrake said so.\n\n");
            }
        }
        Path letter = Files.writeString(folder.resolve("letter.txt"), text);
        done(reporter, "add", file, letter.toString(), "--names", "rules");
        done(reporter, "decide", file, "--all", "undecided", "redact", "--yes");
        String id = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        String shown = done(reporter, "text", file, id, "--protected").out();
        assertTrue(shown.length() > text.length() / 2, shown.length() + " characters");
        assertFalse(shown.contains("Vendrake"), "somebody is named");
        Path back = folder.resolve("back.txt");
        String exhibit = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("exhibit")
                .asText();
        done(reporter, "exhibit", file, exhibit, "-o", back.toString());
        assertEquals(-1, Files.mismatch(letter, back));
        done(reporter, "verify", file);
    }
}
