package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.afterword.casefile.CaseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class AliasQualityTest {

    @BeforeEach
    void thereAreNovels() {
        assumeTrue(Files.isDirectory(AliasQuality.NOVELS), "the marked novels (LitBank) are not at hand");
    }

    @Test
    void mostNamesOfAPersonAreProposedToBeOneAndFewOthers(TestReporter reporter) throws IOException, CaseException {
        AliasFigures figures = AliasFigures.of(AliasQuality.part(true), AliasFigures::marked);
        reporter.publishEntry("figures", figures.toString());
        assertTrue(figures.accepted().precision() >= .95, figures.wrong().toString());
        assertTrue(figures.accepted().recall() >= .9, figures.apart().toString());
        assertTrue(figures.undecided().precision() >= .98, "joined without a word");
    }

    @Test
    void theDocumentedFiguresAreTheseFigures() throws IOException, CaseException {
        if (Boolean.getBoolean("afterword.write")) {
            AliasQuality.write();
        }
        String page = Files.readString(NameQuality.PAGE);
        assertEquals(
                AliasQuality.page(page), page, "docs/quality.md lags behind: run this with -Dafterword.write=true");
    }

    @Test
    void aPartitionIsMeasuredByItsMentions() {
        List<BCubed.Placed> placed = List.of(
                new BCubed.Placed(1, "a"),
                new BCubed.Placed(1, "a"),
                new BCubed.Placed(1, "b"),
                new BCubed.Placed(2, "b"));
        BCubed figures = BCubed.of(placed);
        assertEquals((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, figures.precision(), 1e-9);
        assertEquals((1 + 1 + .5 + .5) / 4, figures.recall(), 1e-9);
    }
}
