package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.afterword.model.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EncoderTest {
    private static Encoder encoder;

    @BeforeAll
    static void open() throws EncoderUnavailable {
        encoder = Encoder.open();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static List<Encoded> encode(String text) {
        return encoder.encode(text, Sentences.of(text, Locale.ENGLISH));
    }

    private static double likeness(Encoded a, Encoded b) {
        double sum = 0;
        for (int i = 0; i < Encoded.WIDTH; i++) {
            sum += (double) a.embedding()[i] * b.embedding()[i];
        }
        return sum;
    }

    @Test
    void sentencesThatMeanTheSameAreNearer() {
        List<Encoded> all = encode("They asked me for money again. Once more I had to pay them. The weather was mild.");
        assertEquals(3, all.size());
        assertEquals(1, likeness(all.getFirst(), all.getFirst()), 1e-5);
        assertTrue(likeness(all.get(0), all.get(1)) > likeness(all.get(0), all.get(2)) + .1);
    }

    @Test
    void theSameTextGivesTheSameNumbersWhateverCameBefore() {
        String text = "Anna Marsh went to Tallowfern. It rained, and nobody else came with her that day.";
        float[] first = encode(text).getFirst().embedding();
        encode("Something quite different stands here, and it is rather longer than what came before. ".repeat(10));
        assertArrayEquals(first, encode(text).getFirst().embedding());
    }

    @Test
    void nothingAndStrangeThingsAreEncoded() {
        assertEquals(List.of(), encode(""));
        assertEquals(List.of(), encoder.encode("\u0000\u200b \u0007", List.of(new Span(0, 4))));
        assertEquals(1, encode("\ud800 \udc00 \ufffe x").size());
    }

    @Test
    void aLongSentenceIsCutBetweenWordsAndNothingOfItIsLost() {
        var random = new Random(3);
        var words = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            words.add(List.of("Anna", "walked", "vorlinesque", "and", "tallowferns")
                    .get(random.nextInt(5)));
        }
        String text = String.join(" ", words);
        List<Encoded> parts = encoder.encode(text, List.of(new Span(0, text.length())));
        assertTrue(parts.size() > 2);
        int end = 0;
        for (Encoded part : parts) {
            assertEquals(end, part.span().start());
            assertTrue(end == 0 || text.charAt(end - 1) == ' ');
            end = part.span().end();
        }
        assertEquals(text.length(), end);
        encoder.encode("x".repeat(100_000), List.of(new Span(0, 100_000)));
        encoder.encode("x.".repeat(600), List.of(new Span(0, 1_200)));
    }

    @Test
    void aDamagedModelIsSaidToBeOne() throws IOException {
        byte[] model;
        try (var file = EncoderTest.class.getResourceAsStream("/bge-small-en-v1.5-q.onnx")) {
            model = file.readNBytes(100_000);
        }
        for (int cut : List.of(0, 1, 5, 10, 1_000)) {
            byte[] part = java.util.Arrays.copyOf(model, cut);
            assertThrows(IOException.class, () -> OnnxFile.withOutputs(part, List.of("x"), Encoded.WIDTH));
        }
    }

    @Test
    void theLibraryLeavesNothingBehind() throws IOException {
        try (var left = Files.newDirectoryStream(
                Path.of(System.getProperty("java.io.tmpdir")), "{afterword-onnx-,onnxruntime-java}*")) {
            for (Path folder : left) {
                assertTrue(
                        Files.getLastModifiedTime(folder).toMillis()
                                < ProcessHandle.current()
                                        .info()
                                        .startInstant()
                                        .orElseThrow()
                                        .toEpochMilli(),
                        folder.toString());
            }
        }
    }

    @Test
    void onAnotherProcessorItSaysSo() {
        System.setProperty(NativeLibrary.PROCESSOR, "riscv64");
        try {
            var thrown = assertThrows(EncoderUnavailable.class, Encoder::open);
            assertEquals(
                    "the learned finder does not run on this kind of computer (linux-riscv64)", thrown.getMessage());
        } finally {
            System.clearProperty(NativeLibrary.PROCESSOR);
        }
    }
}
