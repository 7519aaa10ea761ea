package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.afterword.casefile.Since;
import org.junit.jupiter.api.Test;

/** Inputs that a fuzzer begins with or once found: each is still answered. */
class KeptInputsTest {
    private static final Path KEPT = Path.of("src/test/resources/org/afterword/custody/CustodyFuzzInputs");

    private static List<Path> inputs(String kind) throws IOException {
        try (Stream<Path> files = Files.list(KEPT.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    @Test
    void tokens() throws IOException {
        int held = 0;
        for (Path file : inputs("token")) {
            held += CustodyFuzz.holds(Files.readAllBytes(file)) ? 1 : 0;
        }
        assertEquals(2, held, "a right one by openssl, a right one by the library");
    }

    @Test
    void notes() throws IOException {
        List<Path> notes = inputs("note");
        for (Path file : notes) {
            assertTrue(CustodyFuzz.compare(Files.readAllBytes(file)) != Since.UNCHANGED, file.toString());
        }
        assertTrue(notes.size() >= 2);
    }
}
