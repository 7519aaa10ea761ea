package org.afterword.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Mail, containers and web archives of strangers, as a fuzzer sees them. Not part of {@code ./test}, where Jazzer's
 * agent would slow down all the others; {@link KeptMailTest} replays the kept inputs there. To look for new ones, ten
 * minutes each: {@code JAZZER_FUZZ=1 ./test 'MailFuzz#mailbox'}, and so with the others.
 */
class MailFuzz {
    @FuzzTest(maxDuration = "10m")
    void container(byte[] bytes) {
        Fixtures.read("x.zip", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void mailbox(byte[] bytes) {
        Found found = Fixtures.read("x.mbox", bytes);
        found.balance().ifPresent(balance -> {
            if (balance.missing() != 0) {
                throw new AssertionError("the balance does not add up: " + balance);
            }
        });
    }

    @FuzzTest(maxDuration = "10m")
    void message(byte[] bytes) {
        Fixtures.read("x.eml", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void quotes(byte[] bytes) {
        String text = Json.wellFormed(new String(bytes, StandardCharsets.UTF_8));
        int end = 0;
        for (var turn : MailQuotes.turns(MailText.html(text), Optional.empty())) {
            if (turn.span().start() < end) {
                throw new AssertionError("turns overlap");
            }
            end = turn.span().end();
        }
        MailQuotes.turns(Rendered.plain(text), Optional.empty());
        MailDigest.split("Digest", text);
        MailDate.of(text);
    }

    @FuzzTest(maxDuration = "10m")
    void webArchive(byte[] bytes) {
        Fixtures.read("x.warc", bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void savedPage(byte[] bytes) {
        Fixtures.read("x.mhtml", bytes);
    }
}
