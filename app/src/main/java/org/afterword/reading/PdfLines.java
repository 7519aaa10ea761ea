package org.afterword.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of text on each page of a PDF, in the order in which the file gives them. */
final class PdfLines extends PDFTextStripper {
    private static final int MOST = 2_000_000;

    private final Map<Integer, List<Layout.Line>> pages = new TreeMap<>();
    private final Map<Integer, String> broken = new TreeMap<>();
    private List<Layout.Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float left;
    private float right;
    private float y;
    private float size;
    private int bold;
    private int letters;
    private int total;

    private PdfLines() {}

    static PdfLines of(PDDocument document) throws IOException {
        var lines = new PdfLines();
        lines.setSuppressDuplicateOverlappingText(true);
        lines.writeText(document, Writer.nullWriter());
        return lines;
    }

    List<Layout.Line> page(int number) {
        return pages.getOrDefault(number, List.of());
    }

    /** The pages of which not all could be read. */
    Map<Integer, String> broken() {
        return broken;
    }

    // a page may be broken in every way that its writer could think of; the next one may be whole
    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(page);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            broken.put(getCurrentPageNo(), "the page is broken: not all of it could be read");
            endLine();
            pages.put(getCurrentPageNo(), lines);
        }
    }

    @Override
    protected void startPage(PDPage page) {
        lines = new ArrayList<>();
        text.setLength(0);
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
        pages.put(getCurrentPageNo(), lines);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        if (total > MOST || positions.isEmpty()) {
            return;
        }
        total += words.length();
        TextPosition first = positions.getFirst();
        TextPosition last = positions.getLast();
        if (text.isEmpty()) {
            left = first.getXDirAdj();
            y = first.getYDirAdj();
            size = 0;
            bold = 0;
            letters = 0;
        }
        right = last.getXDirAdj() + last.getWidthDirAdj();
        size = Math.max(size, Math.round(first.getFontSizeInPt() * 2) / 2f);
        letters += words.length();
        bold += isBold(first.getFont()) ? words.length() : 0;
        text.append(words);
    }

    private static boolean isBold(PDFont font) {
        String name = font == null || font.getName() == null ? "" : font.getName();
        return name.toLowerCase(Locale.ROOT).contains("bold");
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endArticle() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {}

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageStart() {}

    @Override
    protected void writePageEnd() {}

    private void endLine() {
        String line = Paper.clean(text.toString()).strip();
        text.setLength(0);
        if (!line.isEmpty()) {
            lines.add(new Layout.Line(line, left, right, y, size, bold * 2 > letters, Optional.empty()));
        }
    }
}
