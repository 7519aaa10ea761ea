package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Turn;

/** The fictional files of the tests, and what holds for every reading. */
final class Fixtures {
    static final List<String> ALL = List.of(
            "essay.txt",
            "repost.txt",
            "blog-copy.txt",
            "transcript.txt",
            "interview.txt",
            "long-interview.txt",
            "repost-page.html",
            "yaml.md",
            "toml.md",
            "page.html",
            "old-blog.html",
            "listed-comments.html",
            "hosted-blog.html",
            "chat-page.html",
            "whatsapp-ios.txt",
            "whatsapp-undecided.txt",
            "whatsapp-mdy.txt",
            "thread.json",
            "reddit-old.html",
            "reddit-new.html",
            "pushshift.jsonl",
            "whatsapp-android.txt",
            "telegram.json",
            "telegram-account.json",
            "telegram.html",
            "facebook-messages.json",
            "facebook-sound.json",
            "facebook-posts.json",
            "facebook-comments.json",
            "facebook-group.json",
            "message_1.html",
            "facebook-posts.html",
            "slack-day.json",
            "slack-users.json",
            "discord.json",
            "discord.html",
            "signal.md",
            "imessage.txt",
            "tweets.js",
            "direct-messages.js",
            "account.js",
            "youtube.json",
            "video.info.json",
            "comments.csv",
            "my-comments.html",
            "exports/reddit-comments.csv",
            "exports/reddit-messages.csv",
            "exports/instagram-comments.json",
            "exports/instagram-posts.json",
            "exports/x-page.html",
            "exports/forum-xenforo.html",
            "exports/forum-phpbb.html",
            "exports/forum-vbulletin.html");

    static final Id EXHIBIT = Id.random();
    static final Optional<Id> GROUP = Optional.of(Id.random());

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/reading/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Found read(String name) {
        return read(name, bytes(name));
    }

    static Found read(String name, byte[] bytes) {
        Found reading = Found.of(into -> Readers.read(new Source(name, EXHIBIT, GROUP, bytes), into));
        assertSound(reading);
        return reading;
    }

    static Account only(Found reading) {
        assertEquals(1, reading.accounts().size(), () -> "accounts; warnings: " + reading.warnings());
        return reading.accounts().getFirst();
    }

    static String said(Account account, int turn) {
        return account.turns().get(turn).span().of(account.text());
    }

    /** Read, or a warning; and every account is one that can be. */
    static void assertSound(Found reading) {
        assertTrue(
                !reading.accounts().isEmpty()
                        || !reading.parts().isEmpty()
                        || !reading.warnings().isEmpty(),
                "neither read nor warned of");
        for (Account account : reading.accounts()) {
            assertEquals(EXHIBIT, account.exhibit());
            assertEquals(GROUP, account.group());
            assertFalse(account.text().contains("\r"), "line ends");
            assertTrue(Checked.account(account, EXHIBIT, GROUP).isPresent(), "spans, speakers, well-formed text");
            int end = 0;
            for (Turn turn : account.turns()) {
                if (turn.voice() == Turn.Voice.OWN) {
                    assertTrue(turn.span().start() >= end, "own turns overlap");
                    end = turn.span().end();
                }
            }
        }
    }
}
