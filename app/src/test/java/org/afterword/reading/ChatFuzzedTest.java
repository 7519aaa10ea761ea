package org.afterword.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each target of {@link ChatFuzz}, with what a fuzzer once found and with right files that are changed a little, the
 * same ones in every run. Jazzer's agent is not needed for it.
 */
class ChatFuzzedTest {
    private static final Path KEPT = Path.of("src/test/resources/org/afterword/reading/ChatFuzzInputs");
    private static final String MARKS = "{}[]\",:0-9e.\\u<>/ \n";
    private static final int TRIES = Integer.getInteger("afterword.fuzz.tries", 100);

    @TestFactory
    Stream<DynamicTest> nothingButAnAnswer() {
        return ChatFuzz.targets().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> tried(one.getKey(), one.getValue())));
    }

    private static void tried(String seed, Consumer<byte[]> target) throws IOException {
        if (Files.isDirectory(KEPT)) {
            try (Stream<Path> kept = Files.walk(KEPT)) {
                for (Path file : kept.filter(Files::isRegularFile).sorted().toList()) {
                    target.accept(Files.readAllBytes(file));
                }
            }
        }
        var random = new Random(29);
        byte[] right = Fixtures.bytes(seed);
        for (int i = 0; i < TRIES; i++) {
            byte[] input = changed(right, random);
            try {
                target.accept(input);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError(
                        seed + ", try " + i + ": " + e + " on " + HexFormat.of().formatHex(input), e);
            }
        }
    }

    /** One to six changes: a byte, a mark of JSON or HTML, a piece taken out, a piece said twice. */
    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = random.nextInt(6); changes >= 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                case 2 ->
                    bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                default ->
                    bytes = joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
