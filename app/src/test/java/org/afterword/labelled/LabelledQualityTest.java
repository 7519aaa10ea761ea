package org.afterword.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.language.EncoderUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledQualityTest {
    private static final Pattern CONTACT =
            Pattern.compile("@?[\\w.+-]+@example\\.(org|com|net)|@\\w+|https://example\\.org/.*"
                    + "|.*(496 0|960 ?|7946 0|700 ?900 ?|157 0|23125 )\\d{2,3}");

    @TempDir
    Path temp;

    @Test
    void theSetIsWhatItSays() {
        assertEquals(15, LabelledAccount.of("development").size());
        assertEquals(15, LabelledAccount.of("held-out").size());
        var persons = new HashSet<String>();
        for (LabelledAccount account : LabelledAccount.all()) {
            assertTrue(account.words() >= 250 && account.words() <= 600, account.source() + " " + account.words());
            account.labels().stream()
                    .filter(label -> label.kind() == Kind.PERSON)
                    .forEach(label -> persons.add(account.source() + label.entity()));
            account.labels().stream()
                    .filter(label -> label.kind() == Kind.CONTACT)
                    .forEach(label -> assertTrue(CONTACT.matcher(label.words()).matches(), label.words()));
        }
        assertTrue(persons.size() >= 200, persons.size() + " persons");
    }

    @Test
    void marksAreTakenOutAndStandWhereTheyStood() {
        LabelledAccount account = LabelledAccount.parse(
                "a.txt", "kind | form | Chat with [[Bo|p2]].txt\n\n[[Wren|p1]]'s [[a@b|c:p1]].\n");
        assertEquals("Wren's a@b.\n", account.text());
        assertEquals("Chat with Bo.txt", account.file());
        assertEquals(
                List.of("Wren p1", "a@b p1", "Bo p2"),
                account.labels().stream()
                        .map(label -> label.words() + " " + label.owner().orElse(label.entity()))
                        .toList());
        assertEquals("a@b", account.labels().get(1).span().of(account.text()));
    }

    /** A review with the real program ends with nobody exposed; what it cannot do is in docs/quality.md. */
    @Test
    void aReviewEndsWithNobodyExposed() throws IOException {
        LabelledAccount account = LabelledAccount.read(LabelledAccount.FOLDER.resolve("29-letter-temple-kitchen.txt"));
        Review review = ReviewedCase.of(List.of(account), false, temp);
        assertEquals(List.of(), review.exposed(), review.toString());
        assertTrue(review.actions() > 0 && review.actions() <= review.persons(), review.toString());
        assertTrue(review.actions() < review.mentions(), review.toString());
    }

    /**
     * What rules find is measured each time; what takes minutes only when it is written, but it fails when the accounts
     * or the finder have become others since.
     */
    @Test
    void theDocumentedFiguresAreTheseFigures() throws IOException, EncoderUnavailable {
        if (Boolean.getBoolean("afterword.write")) {
            LabelledQuality.write(temp);
        }
        String page = Files.readString(LabelledQuality.PAGE);
        String lag = "docs/quality.md lags behind: run this with -Dafterword.write=true";
        assertEquals(LabelledQuality.finding(false), LabelledQuality.section(page, "labelled accounts by rules"), lag);
        for (String section : List.of("labelled accounts", "labelled review")) {
            assertTrue(LabelledQuality.section(page, section).startsWith(LabelledQuality.made()), lag);
        }
        assertTrue(LabelledQuality.section(page, "labelled review").contains(LabelledQuality.head("accounts")), lag);
    }
}
