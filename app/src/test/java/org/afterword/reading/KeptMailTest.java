package org.afterword.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that a fuzzer began with or once found: each is still read, or warned of. */
class KeptMailTest {
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
                    tests.add(DynamicTest.dynamicTest(
                            target.getKey() + " " + file.getFileName(),
                            () -> target.getValue().accept(bytes)));
                }
            }
        }
        return tests.build();
    }
}
