package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.model.Balance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports that others made, with as many messages as a person counts in them. */
class RealFormatsTest {
    private static final Path FORMATS =
            Path.of(System.getProperty("afterword.shared", "/work/shared"), "real", "formats");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whatsapp/chat-miner__test_[mmddyy]_24hrs.txt | whatsapp | 1 | 9",
                "whatsapp/chat-miner__test_ddmmyy_24hrs.txt | whatsapp | 1 | 9",
                "whatsapp/chat-miner__test_mmddyyyy_12hrs.txt | whatsapp | 1 | 9",
                "whatsapp/chat-miner__test_yyyymmdd_24hrs.txt | whatsapp | 1 | 9",
                "telegram/chat-miner__test_batch_export.json | telegram | 1 | 2",
                "telegram/langchain-community__telegram.json | telegram | 1 | 3",
                "telegram/langchain-community__messages.html | telegram | 1 | 4",
                "facebook/chat-miner__testlog.json | facebook | 1 | 2",
                "facebook/langchain-community__facebook_chat.json | facebook | 1 | 11",
                "facebook/SYNTHETIC__group_posts_and_comments_mojibake.json | facebook | 1 | 1",
                "signal/SYNTHETIC__signal-export_index.md | signal | 1 | 4",
                "twitter/DERIVED__tweets.js | twitter | 3 | 3",
                "twitter/twitter-to-sqlite__tweets.json | twitter | 3 | 3",
                "twitter/twitter-to-sqlite__app.js | none | 0 | 0",
                "twitter/twitter-to-sqlite__following.js | none | 0 | 0",
                "twitter/twitter-to-sqlite__account-suspension.js | none | 0 | 0",
            })
    void everyMessageIsThere(String file, String format, int accounts, int messages) throws IOException {
        Path path = FORMATS.resolve(file);
        assumeTrue(Files.exists(path), "the shared formats are not here");
        Found found = Fixtures.read(path.getFileName().toString(), Files.readAllBytes(path));
        assertEquals(messages > 0 ? format + "/1" : Reading.NONE, found.reader());
        assertEquals(accounts, found.accounts().size());
        assertEquals(
                Optional.of((long) messages).filter(n -> n > 0),
                found.balance().map(Balance::read).filter(n -> n > 0));
        if (System.getProperty("afterword.show") != null) {
            found.accounts().forEach(account -> {
                System.out.println("== " + file + " " + account.title() + " | " + account.channel() + " | "
                        + account.speakers().stream().map(s -> s.name()).toList() + account.repostOf());
                account.turns()
                        .forEach(turn ->
                                System.out.println(turn.voice() + " " + turn.prompted() + " " + turn.answers() + " "
                                        + turn.date()
                                                .map(w -> w.earliest() + ".."
                                                        + w.latest()
                                                                .map(x -> x.toString())
                                                                .orElse("") + w.zone())
                                        + " [" + turn.span().of(account.text()) + "]"));
                System.out.println(account.anchors().stream().limit(4).toList());
            });
            System.out.println(found.warnings() + " " + found.balance());
        }
    }
}
