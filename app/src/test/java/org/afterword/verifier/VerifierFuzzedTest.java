package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each target of {@link VerifierFuzz}, with what was kept for it and with that changed a little. */
class VerifierFuzzedTest {
    private static final Path KEPT = Path.of("src/test/resources/org/afterword/verifier/VerifierFuzzInputs");
    private static final int TRIES = Integer.getInteger("afterword.fuzz.tries", 2000);

    @TestFactory
    Stream<DynamicTest> nothingButAnAnswer() {
        var fuzz = new VerifierFuzz();
        Map<String, Consumer<byte[]>> targets =
                Map.of("json", fuzz::json, "token", fuzz::token, "proof", fuzz::proof, "note", fuzz::note);
        return targets.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> tried(one.getKey(), one.getValue())));
    }

    private static void tried(String name, Consumer<byte[]> fuzz) throws IOException {
        List<Path> kept;
        try (var files = Files.list(KEPT.resolve(name))) {
            kept = files.sorted().toList();
        }
        assertFalse(kept.isEmpty());
        var random = new Random(29);
        for (Path file : kept) {
            byte[] right = Files.readAllBytes(file);
            fuzz.accept(right);
            for (int i = 0; i < TRIES / kept.size(); i++) {
                byte[] changed =
                        Arrays.copyOf(right, random.nextInt(8) == 0 ? random.nextInt(right.length + 9) : right.length);
                for (int changes = random.nextInt(4); changes >= 0 && changed.length > 0; changes--) {
                    changed[random.nextInt(changed.length)] = (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : "{}[]\",:0-9e.\\u\n =".charAt(random.nextInt(17)));
                }
                try {
                    fuzz.accept(changed);
                } catch (RuntimeException | StackOverflowError | AssertionError e) {
                    throw new AssertionError(file + ", try " + i + ": " + e, e);
                }
            }
        }
    }
}
