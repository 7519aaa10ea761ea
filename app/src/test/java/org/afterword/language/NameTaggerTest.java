package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NameTaggerTest {
    private static Encoder encoder;
    private static NameTagger tagger;

    @BeforeAll
    static void open() throws EncoderUnavailable {
        encoder = Encoder.open();
        tagger = NameTagger.open(encoder.hash());
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static List<NameTagger.Tagged> find(String text, boolean recall) {
        return tagger.find(text, encoder.encode(text, Sentences.of(text, Locale.ENGLISH)), recall);
    }

    private static boolean person(String text, String name) {
        var span = new Span(text.indexOf(name), text.indexOf(name) + name.length());
        return find(text, true).stream()
                .anyMatch(one -> one.kind() == IdentityKind.PERSON && one.span().equals(span));
    }

    @Test
    void namesInNoListAreFoundBigAndSmall() {
        assertTrue(person("Last week Zuleyma Okonkwo-Brandt asked me for the money.", "Zuleyma Okonkwo-Brandt"));
        assertTrue(person("last week zuleyma brandt asked me for the money", "zuleyma brandt"));
        assertTrue(person("I told Krithi’s brother that I was leaving.", "Krithi"));
    }

    @Test
    void recallFindsNoLess() {
        String text =
                "Yesterday Marsh and the others met at the Lantern House in Leeds. my sister wren came too, with Jo.";
        assertTrue(find(text, true).size() >= find(text, false).size());
        assertEquals(find(text, true), find(text, true));
    }

    @Test
    void scoresAreSharesAndPlacesAreInOrder() {
        int last = 0;
        for (NameTagger.Tagged one : find("Anna Marsh, Jo and J. Ford of Leeds. \ud800 @jo #Jo\n\nWren?", true)) {
            assertTrue(one.score() >= 0 && one.score() <= 1);
            assertTrue(one.span().start() >= last && one.span().length() > 0);
            last = one.span().end();
        }
    }

    @Test
    void weightsAreReadAsTheyWereWritten() throws IOException {
        byte[] file = NameWeights.shipped();
        assertArrayEquals(file, NameWeights.read(file).write());
    }

    @Test
    void damagedWeightsAreSaidToBeSo() throws IOException {
        byte[] file = NameWeights.shipped();
        for (int at : new int[] {0, 5, 40, file.length / 2, file.length - 1}) {
            byte[] damaged = file.clone();
            damaged[at] ^= 1;
            assertEquals(
                    "the weights are damaged",
                    assertThrows(IOException.class, () -> NameWeights.read(damaged))
                            .getMessage());
        }
        for (int length : new int[] {0, 31, 32, 33, file.length - 1}) {
            assertThrows(IOException.class, () -> NameWeights.read(Arrays.copyOf(file, length)));
        }
        assertThrows(EncoderUnavailable.class, () -> NameTagger.open(Sha256.of("another model")));
    }
}
