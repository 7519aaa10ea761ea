package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.afterword.language.Sentence;
import org.afterword.model.Actor;
import org.afterword.model.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who does it, by the form of the sentence. */
final class ActorTest {
    @TestFactory
    List<DynamicTest> sentences() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/coding/actors.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(parts -> DynamicTest.dynamicTest(parts[0], () -> assertEquals(parts[1], actor(parts[0]))))
                .toList();
    }

    private static String actor(String text) {
        return Grammar.english()
                .actor(Sentence.of(text, new Span(0, text.length())))
                .map(Actor::toString)
                .orElse("none");
    }
}
