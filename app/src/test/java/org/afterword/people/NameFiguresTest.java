package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Measures the finder on marked tweets and posts, where the data is at hand. Thresholds are below what was measured. */
class NameFiguresTest {
    private static final Path DATA = Path.of("..", "..", "shared", "ner");

    @Test
    void noisyPosts(TestReporter reporter) throws IOException {
        measure(reporter, DATA.resolve("wnut17").resolve("emerging.dev.conll"), .55);
    }

    @Test
    void tweets(TestReporter reporter) throws IOException {
        measure(reporter, DATA.resolve("btc").resolve("btc.dev"), .7);
    }

    private static void measure(TestReporter reporter, Path file, double atLeast) throws IOException {
        Path data = Files.exists(file) ? file : Path.of("..").resolve(file);
        assumeTrue(Files.exists(data), "the marked names are not at hand: ../shared/ner");
        NameFigures figures = NameFigures.of(data);
        reporter.publishEntry(data.getFileName().toString(), figures.toString());
        assertTrue(NameFigures.share(figures.touched(), figures.persons()) >= atLeast, figures.toString());
    }
}
