package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Account;
import org.afterword.model.Speaker;
import org.afterword.model.Warning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer export of the same conversation adds what is new, and says so. */
class ReimportTest {
    private static final String CHAT = """
            [01/02/2024, 18:00:01] Wren: They asked me for my savings.
            [01/02/2024, 18:01:00] Moss Fen: Mine as well.
            And my sister's.
            """;
    private static final String LATER = """
            [13/02/2024, 09:00:00] Wren: I left on Sunday.
            [14/02/2024, 10:00:00] Hazel: May I ask why?
            [14/02/2024, 10:05:00] Wren: I have no proof of this, but they read our letters.
            """;

    @TempDir
    private Path folder;

    private Case opened;

    @BeforeEach
    void make() throws IOException {
        Path path = folder.resolve("case.afterword");
        CheapCase.create(path, "only for this test");
        try (var phrase = Passphrase.of("only for this test".toCharArray())) {
            opened = Case.open(path, phrase, "test");
        }
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private Adding.Added add(String file, String text) throws IOException {
        Path path = folder.resolve(file).resolve("WhatsApp Chat with Reed.txt");
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return opened.add(List.of(path), Optional.empty(), false, Progress.SILENT);
    }

    private List<Account> accounts() {
        try (Stream<Account> all = opened.contents().accounts()) {
            return all.toList();
        }
    }

    private List<String> warnings() {
        return opened.contents().readings().getLast().warnings().stream()
                .map(Warning::message)
                .toList();
    }

    @Test
    void onlyWhatIsNewComesIn() throws IOException {
        add("a", CHAT);
        assertEquals(2, accounts().getFirst().turns().size());
        var added = add("b", CHAT + LATER);
        assertEquals(1, added.accounts());
        assertEquals(3, added.turns());
        assertTrue(warnings().contains("2 of its messages are in the case already; 3 are new"), warnings()::toString);
        Account rest = accounts().getLast();
        assertEquals(
                List.of("I left on Sunday.", "May I ask why?", "I have no proof of this, but they read our letters."),
                rest.turns().stream().map(turn -> turn.span().of(rest.text())).toList());
        assertFalse(rest.text().contains("savings"), rest.text());
        assertEquals("I have no proof of this", rest.cited().getLast().span().of(rest.text()));
        assertEquals(speaker(accounts().getFirst(), "Wren"), speaker(rest, "Wren"), "who spoke before is the same");
        assertFalse(accounts().getFirst().speakers().contains(speaker(rest, "Hazel")));
    }

    private static Speaker speaker(Account account, String name) {
        return account.speakers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOlderExportAddsNothingAndAnEditedOneIsKeptBesideIt() throws IOException {
        add("a", CHAT + LATER);
        assertEquals(0, add("b", CHAT).accounts());
        assertTrue(warnings().contains("2 of its messages are in the case already; 0 are new"), warnings()::toString);
        assertEquals(1, accounts().size());
        add("c", CHAT.replace("Mine as well.", "I do not know.") + LATER);
        assertEquals(2, accounts().size());
        assertTrue(warnings().stream().anyMatch(one -> one.startsWith("from here on it is not")), warnings()::toString);
    }

    @Test
    void bothInOneFolderComeToTheSame() throws IOException {
        Path exports = Files.createDirectories(folder.resolve("exports"));
        Files.createDirectories(exports.resolve("1"));
        Files.createDirectories(exports.resolve("2"));
        Files.writeString(exports.resolve("1/WhatsApp Chat with Reed.txt"), CHAT);
        Files.writeString(exports.resolve("2/WhatsApp Chat with Reed.txt"), CHAT + LATER);
        opened.add(List.of(exports), Optional.empty(), false, Progress.SILENT);
        assertEquals(
                List.of(2, 3),
                accounts().stream().map(one -> one.turns().size()).toList());
    }

    @Test
    void theSameLetterTwiceIsTwoAccounts() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "I left in spring, and told nobody.\n");
        Path two = Files.writeString(folder.resolve("two.txt"), "I left in spring, and told nobody.\n\n");
        opened.add(List.of(one, two), Optional.empty(), false, Progress.SILENT);
        assertEquals(2, accounts().size());
    }

    @Test
    void aMessageDownloadedTwiceIsOne() throws IOException {
        String line =
                "{\"author\":\"wren\",\"subreddit\":\"reed\",\"id\":\"%s\",\"link_id\":\"t3_x\",\"body\":\"I left.\",\"score\":%d}\n";
        Path one = Files.writeString(folder.resolve("one.jsonl"), line.formatted("a", 1) + line.formatted("b", 1));
        Path two = Files.writeString(folder.resolve("two.jsonl"), line.formatted("b", 7) + line.formatted("c", 7));
        opened.add(List.of(one), Optional.empty(), false, Progress.SILENT);
        opened.add(List.of(two), Optional.empty(), false, Progress.SILENT);
        assertEquals(3, accounts().size());
    }
}
