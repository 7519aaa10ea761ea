package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * The own parsers of documents, as a fuzzer sees them. Not part of {@code ./test}; {@code ./prove fuzz 10m} gives each
 * of them ten minutes, and {@link BrokenDocumentsTest} some changed inputs.
 */
class DocumentFuzz {
    @FuzzTest(maxDuration = "10m")
    void rtf(byte[] bytes) {
        Fixtures.read("x.rtf", bytes);
        Rtf.read(bytes, new Paper());
    }

    @FuzzTest(maxDuration = "10m")
    void subtitles(byte[] bytes) {
        var source = new Source("x.srt", Fixtures.EXHIBIT, Fixtures.GROUP, bytes);
        for (var account : new SubtitleReader().read(source).accounts()) {
            assertTrue(
                    Checked.account(account, Fixtures.EXHIBIT, Fixtures.GROUP).isPresent());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void table(byte[] bytes) {
        TesseractTable table = TesseractTable.of(new String(bytes, StandardCharsets.UTF_8));
        assertTrue(table.unsure() <= table.words() && table.lines().size() <= table.words());
    }

    @FuzzTest(maxDuration = "10m")
    void exif(byte[] bytes) {
        Exif.of(bytes);
        Picture.turned(
                new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_BYTE_GRAY),
                Exif.of(bytes).quarters());
    }

    @FuzzTest(maxDuration = "10m")
    void openDocument(byte[] content) {
        Fixtures.read("x.odt", OfficeFixtures.odtOf(content));
    }

    @FuzzTest(maxDuration = "10m")
    void word(byte[] content) {
        Fixtures.read("x.docx", OfficeFixtures.docxOf(content));
    }
}
