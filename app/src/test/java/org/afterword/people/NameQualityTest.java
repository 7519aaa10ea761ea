package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameQualityTest {

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/demo", "src/test/resources/planted"})
    void nearlyAllPlantedNamesAreFoundAndLittleElse(String folder, TestReporter reporter) throws IOException {
        PlantedFigures figures = PlantedFigures.of(Path.of(folder));
        reporter.publishEntry("figures", figures.toString());
        assertTrue(figures.touched() >= .95 * figures.places(), figures.missed().toString());
        assertTrue(
                figures.none().size() <= .003 * figures.words(), figures.none().toString());
    }

    @Test
    void theDocumentedFiguresAreTheseFigures() throws IOException {
        if (Boolean.getBoolean("afterword.write")) {
            NameQuality.write();
        }
        String page = Files.readString(NameQuality.PAGE);
        assertEquals(NameQuality.page(page), page, "docs/quality.md lags behind: run this with -Dafterword.write=true");
    }
}
