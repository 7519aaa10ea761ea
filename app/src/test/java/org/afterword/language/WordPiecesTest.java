package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.CodePoints;
import org.afterword.model.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordPiecesTest {
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static WordPieces pieces() throws IOException {
        try (var vocabulary = WordPiecesTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            return WordPieces.of(vocabulary);
        }
    }

    /** What the model's own tokenizer (Hugging Face tokenizers 0.21 by DJL 0.36) made of these lines, in code points. */
    @TestFactory
    List<DynamicTest> piecesAreThoseOfTheModelsOwnTokenizer() throws IOException {
        WordPieces words = pieces();
        var tests = new ArrayList<DynamicTest>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/language/pieces.tsv"))) {
            List<String> parts = List.of(line.split("\t"));
            String text = UNIT.matcher(parts.getFirst())
                    .replaceAll(
                            unit -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(unit.group(1), 16))))
                    .translateEscapes();
            tests.add(DynamicTest.dynamicTest(parts.getFirst(), () -> {
                var points = new CodePoints(text);
                var found = new ArrayList<String>();
                WordPieces.Pieces made = words.of(text, new Span(0, text.length()));
                for (int i = 0; i < made.size(); i++) {
                    found.add(made.id(i) + ":" + points.of(made.start(i)) + "-" + points.of(made.end(i)));
                }
                assertEquals(parts.getLast(), String.join(" ", found));
            }));
        }
        return tests;
    }

    @Test
    void piecesOfAnythingStandInOrderWithinTheStretch() throws IOException {
        WordPieces words = pieces();
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(0x10000)));
            }
            var span = new Span(text.length() / 4, text.length() - text.length() / 4);
            WordPieces.Pieces made = words.of(text.toString(), span);
            int before = span.start();
            for (int i = 0; i < made.size(); i++) {
                assertTrue(made.start(i) >= before && made.end(i) > made.start(i) && made.end(i) <= span.end());
                before = made.start(i);
            }
        }
    }
}
