package org.afterword.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * What can be read in a finished PDF: the words of each page, and every string that stands anywhere else in it: title and
 * other metadata, bookmarks, what is read aloud in place of a picture, notes. Not its fonts, which are the program's own,
 * and not its identifier.
 */
final class PdfText {
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Set<COSName> OURS =
            Set.of(COSName.ID, COSName.FONT, COSName.FONT_DESC, COSName.getPDFName("CIDSystemInfo"));

    private final List<View> views = new ArrayList<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder strings = new StringBuilder();

    private PdfText() {}

    static boolean is(byte[] bytes) {
        if (bytes.length < MARK.length) {
            return false;
        }
        for (int i = 0; i < MARK.length; i++) {
            if (bytes[i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws UncheckedIOException if it cannot be read: then nobody may say that nothing is in it */
    static List<View> of(byte[] pdf) {
        var text = new PdfText();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new Words();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.views.add(new View("page of a PDF", "page " + page, stripper.getText(document)));
            }
            text.walk(document.getDocument().getTrailer());
            text.views.add(new View("strings of a PDF", "title, bookmarks or other metadata", text.strings.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.views;
    }

    /** What stands apart in one line, as a number in the margin does from a heading, are two lines. */
    private static final class Words extends PDFTextStripper {
        private static final int BLANKS = 2;

        @Nullable
        private TextPosition last;

        @Override
        protected void writeString(String text, List<TextPosition> letters) throws IOException {
            TextPosition first = letters.getFirst();
            if (last != null
                    && first.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj()
                            > BLANKS * first.getWidthOfSpace()) {
                writeLineSeparator();
            }
            super.writeString(text, letters);
            last = letters.getLast();
        }

        @Override
        protected void writeLineSeparator() throws IOException {
            last = null;
            super.writeLineSeparator();
        }
    }

    private void walk(COSBase root) throws IOException {
        var waiting = new ArrayDeque<COSBase>();
        waiting.add(root);
        while (!waiting.isEmpty()) {
            COSBase next = waiting.removeLast();
            COSBase base = next instanceof COSObject object ? object.getObject() : next;
            if (base == null || !seen.add(base)) {
                continue;
            }
            switch (base) {
                case COSString string -> strings.append(string.getString()).append('\n');
                case COSArray array ->
                    array.forEach(one -> {
                        if (one != null) {
                            waiting.add(one);
                        }
                    });
                case COSDictionary dictionary -> {
                    dictionary.entrySet().stream()
                            .filter(entry -> !OURS.contains(entry.getKey()))
                            .forEach(entry -> waiting.add(entry.getValue()));
                    if (base instanceof COSStream stream && COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))) {
                        views.add(new View("metadata of a PDF", "metadata", stream.toTextString()));
                    }
                }
                default -> {}
            }
        }
    }
}
