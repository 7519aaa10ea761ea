package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Changes of the ways into a case, each of which takes all of its keys along. */
final class KeyDeeds {
    private KeyDeeds() {}

    private static boolean opens(String file, Path secret) throws IOException {
        var answer = CommandLine.with(secret, "accounts", file);
        assertTrue(answer.exit() == 0 || answer.exit() == 5, answer.err());
        return answer.exit() == 0;
    }

    /** Either the new passphrase opens the case or the one before: never both, never neither. */
    static final class Passphrase extends Deed {
        private Path last = Path.of("");

        private Path phrase(String name) throws IOException {
            return Files.writeString(folder.resolve("second-" + name), "the second one, " + name + "\n");
        }

        @Override
        void prepare() throws IOException {
            last = phrase("first");
            line.done("keys", file, "add", "passphrase", "--new-passphrase-file", last.toString());
        }

        @Override
        List<String> command(int round) throws IOException {
            String id = line.done("keys", file, "--json").json().stream()
                    .filter(way -> way.get("kind").asText().equals("passphrase")
                            && !way.get("used").asBoolean())
                    .map(way -> way.get("id").asText())
                    .findFirst()
                    .orElseThrow();
            return List.of(
                    "keys",
                    file,
                    "change",
                    id,
                    "--new-passphrase-file",
                    phrase("" + round).toString());
        }

        @Override
        void check(int round, boolean done, Program.Ended said) throws IOException {
            Path next = phrase("" + round);
            boolean changed = opens(file, next);
            assertTrue(changed || !done, "acknowledged, and the new one does not open the case");
            assertEquals(!changed, opens(file, last), "the passphrase of before");
            if (changed) {
                last = next;
            }
        }
    }

    /** A code that was printed opens the case, and the one before no longer does. */
    static final class Recovery extends Deed {
        private Path last = Path.of("");

        private static String printed(String said) {
            return said.lines()
                    .filter(line -> line.startsWith("Recovery code:"))
                    .findFirst()
                    .orElse("");
        }

        private Path kept(String printed) throws IOException {
            return Files.writeString(
                    folder.resolve("code"),
                    printed.replace("Recovery code:", "").strip() + "\n");
        }

        @Override
        void prepare() throws IOException {
            last = kept(
                    printed(line.done("keys", file, "add", "recovery", "--yes").out()));
        }

        @Override
        List<String> command(int round) {
            return List.of("keys", file, "add", "recovery", "--yes");
        }

        @Override
        void check(int round, boolean done, Program.Ended said) throws IOException {
            String printed = printed(said.out());
            boolean confirmed = said.out().contains("It opens the case now.");
            assertTrue(!done || confirmed, said.out());
            boolean same = opens(file, last);
            if (printed.isEmpty()) {
                assertTrue(same, "a way in that nobody knows");
                return;
            }
            assertFalse(confirmed && same, "a new code works, and the one before still opens the case");
            last = same ? last : kept(printed);
            assertTrue(opens(file, last), "the printed code does not open the case");
        }
    }
}
