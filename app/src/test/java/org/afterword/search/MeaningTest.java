package org.afterword.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sentences mean: found, kept and read again. */
final class MeaningTest {
    private static final Account ENVELOPE = IndexTest.account(
            1, "en", "Every Friday we were told to bring an envelope with a tenth of our wages. Afterwards we sang.");
    private static final Account HARBOUR =
            IndexTest.account(2, "en", "The harbour was quiet. I fed the cat and wrote a long letter home.");
    private static final Account TENTH =
            IndexTest.account(3, "en", "They wanted a tenth of what we earned, in an envelope, every Friday.");
    private static final String ASKED = "compulsory salary donations";

    private static Encoder encoder;

    @BeforeAll
    static void model() {
        try {
            encoder = Encoder.shared();
        } catch (EncoderUnavailable e) {
            abort("the sentence model does not run here: " + e.getMessage());
        }
    }

    private static Vectors vectors(Account... accounts) {
        var vectors = new Vectors();
        List.of(accounts).forEach(account -> vectors.add(account, encoder));
        return vectors;
    }

    private static List<Long> found(Vectors vectors, Within within) {
        try (Index index = IndexTest.index(List.of(ENVELOPE, HARBOUR, TENTH))) {
            return Search.all(index, vectors, encoder, ASKED, 10, within).stream()
                    .map(hit -> hit.account().low())
                    .toList();
        }
    }

    @Test
    void otherWordsForTheSame() {
        Vectors vectors = vectors(ENVELOPE, HARBOUR, TENTH);
        assertEquals(
                List.of(1L, 3L),
                found(vectors, Within.EVERYTHING).stream().sorted().toList());
        assertEquals(List.of(3L), found(vectors, (account, stretch) -> account.low() != 1));
        try (Index index = IndexTest.index(List.of(ENVELOPE, HARBOUR, TENTH))) {
            List<Hit> like =
                    Search.like(index, vectors, encoder, ENVELOPE.id(), ENVELOPE.text(), 10, Within.EVERYTHING);
            assertEquals(
                    List.of(3L), like.stream().map(hit -> hit.account().low()).toList());
            assertTrue(like.getFirst().score() > .7);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Vectors vectors = vectors(ENVELOPE, HARBOUR);
        byte[] written = vectors.write();
        var read = new Vectors();
        assertEquals(List.of(ENVELOPE.id(), HARBOUR.id()), read.read(new ByteArrayInputStream(written)));
        assertEquals(vectors.sentences(), read.sentences());
        assertTrue(read.has(ENVELOPE));
        assertFalse(read.has(TENTH));
        assertFalse(read.has(IndexTest.account(1, "en", "Something else by now.")));
        assertEquals(found(vectors, Within.EVERYTHING), found(read, Within.EVERYTHING));
        int broken = 0;
        int lengths = 0;
        for (int length = 1; length < written.length; length += 7) {
            byte[] cut = Arrays.copyOf(written, length);
            lengths++;
            try {
                new Vectors().read(new ByteArrayInputStream(cut));
            } catch (EOFException e) {
                broken++;
            }
        }
        assertTrue(lengths - broken <= 1, "only between the two accounts can it end");
        byte[] cut = Arrays.copyOf(written, written.length - 1);
        assertThrows(EOFException.class, () -> new Vectors().read(new ByteArrayInputStream(cut)));
    }

    @Test
    void anOldTextIsForgotten() {
        Vectors vectors = vectors(ENVELOPE, TENTH);
        vectors.keep(Map.of(ENVELOPE.id(), ENVELOPE.hash(), new Id(7, 3), HARBOUR.hash()));
        assertEquals(1, vectors.size());
        assertEquals(List.of(1L), found(vectors, Within.EVERYTHING));
    }
}
