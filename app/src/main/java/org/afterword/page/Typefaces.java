package org.afterword.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typefaces of what is printed; each comes with the program, so that no font of a computer is asked. Liberation Serif
 * for what people tell and Liberation Sans for what we say (SIL Open Font License 1.1: Latin, Greek, Cyrillic, Hebrew);
 * behind both DejaVu (Bitstream Vera's licence), which adds Arabic, Armenian, Georgian and signs.
 */
final class Typefaces {
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final String LIBERATION = "/liberation/Liberation";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVu";

    private record Face(String family, String file, int weight, FontStyle style) {}

    private static final List<Face> FACES = List.of(
            new Face("told-face", LIBERATION + "Serif-Regular.ttf", REGULAR, FontStyle.NORMAL),
            new Face("told-face", LIBERATION + "Serif-Italic.ttf", REGULAR, FontStyle.ITALIC),
            new Face("said-face", LIBERATION + "Sans-Regular.ttf", REGULAR, FontStyle.NORMAL),
            new Face("said-face", LIBERATION + "Sans-Bold.ttf", BOLD, FontStyle.NORMAL),
            new Face("fixed-face", LIBERATION + "Mono-Regular.ttf", REGULAR, FontStyle.NORMAL),
            new Face("other-face", DEJAVU + "Sans.ttf", REGULAR, FontStyle.NORMAL),
            new Face("other-face", DEJAVU + "Sans-Bold.ttf", BOLD, FontStyle.NORMAL));

    /** What can be drawn in running text: by a regular face of ours, or by the one behind it. */
    private static final BitSet DRAWN = drawn();

    private Typefaces() {}

    static void supply(PdfRendererBuilder builder, PDDocument document) {
        for (Face face : FACES) {
            builder.useFont(new Loaded(document, face), face.family(), face.weight(), face.style(), true);
        }
    }

    /** A face in a document, from when it is first used; without ligatures, for which PDFBox takes half of a page's time. */
    private static final class Loaded extends PDFontSupplier {
        private final PDDocument document;
        private final Face face;

        Loaded(PDDocument document, Face face) {
            super(null);
            this.document = document;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            try (InputStream in = open(face.file())) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                font.setEnableGsub(false);
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The characters for which there is no letter in any typeface; spaces and what is never seen are none. */
    static SortedSet<Integer> missing(String text) {
        var missing = new TreeSet<Integer>();
        text.codePoints()
                .filter(c -> !DRAWN.get(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && seen(c))
                .forEach(missing::add);
        return missing;
    }

    private static boolean seen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The two faces of Liberation have the same letters. */
    private static BitSet drawn() {
        var drawn = new BitSet();
        FACES.stream()
                .filter(face -> face.weight() == REGULAR && face.style() == FontStyle.NORMAL)
                .filter(face ->
                        face.family().equals("said-face") || face.family().equals("other-face"))
                .forEach(face -> drawn.or(letters(face)));
        return drawn;
    }

    private static BitSet letters(Face face) {
        var letters = new BitSet();
        try (InputStream in = open(face.file());
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                if (lookup.getGlyphId(c) != 0) {
                    letters.set(c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }

    private static InputStream open(String file) {
        InputStream in = Typefaces.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the program is incomplete: " + file + " is missing");
        }
        return in;
    }
}
