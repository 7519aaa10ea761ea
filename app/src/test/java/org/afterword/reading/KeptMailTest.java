package org.afterword.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that a fuzzer began with or once found: each is still read, or warned of, and so are inputs that differ from them a little. */
class KeptMailTest {
    private static final int TRIES = Integer.getInteger("afterword.fuzz.tries", 2000) / 20;
    private static final Path KEPT = Path.of("src/test/resources/org/afterword/reading/MailFuzzInputs");

    @TestFactory
    Stream<DynamicTest> keptInputs() throws IOException {
        var fuzz = new MailFuzz();
        Map<String, Consumer<byte[]>> targets = new TreeMap<>(Map.of(
                "container", fuzz::container,
                "mailbox", fuzz::mailbox,
                "message", fuzz::message,
                "quotes", fuzz::quotes,
                "webArchive", fuzz::webArchive,
                "savedPage", fuzz::savedPage));
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (var target : targets.entrySet()) {
            try (Stream<Path> files = Files.list(KEPT.resolve(target.getKey()))) {
                for (Path file : files.sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    tests.add(DynamicTest.dynamicTest(target.getKey() + " " + file.getFileName(), () -> {
                        target.getValue().accept(bytes);
                        var random = new Random(29);
                        for (int i = 0; i < TRIES; i++) {
                            byte[] input = changed(bytes, random);
                            try {
                                target.getValue().accept(input);
                            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                                throw new AssertionError(
                                        "try " + i + ": " + HexFormat.of().formatHex(input), e);
                            }
                        }
                    }));
                }
            }
        }
        return tests.build();
    }

    /** Up to five changes: a byte, a piece taken out, a piece said twice. */
    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = random.nextInt(5); changes >= 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\n:-<>=; \r\u0000".charAt(random.nextInt(10));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), bytes, at + length);
                default -> bytes = joined(Arrays.copyOf(bytes, at + length), bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] start, byte[] rest, int from) {
        byte[] all = Arrays.copyOf(start, start.length + rest.length - from);
        System.arraycopy(rest, from, all, start.length, rest.length - from);
        return all;
    }
}
