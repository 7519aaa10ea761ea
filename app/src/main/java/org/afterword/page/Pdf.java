package org.afterword.page;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML set as a PDF that a screen reader can read aloud (PDF/UA-1, ISO 14289-1) and that an archive can keep (PDF/A-2a, ISO
 * 19005-2): with structure, title, language and bookmarks, every font in it, and what its colours are. It says nothing of
 * when it was made, so the same HTML gives the same bytes.
 */
public final class Pdf {
    private static final String PICTURE = "data:image/png;base64,";

    /** Objects that are packed together: for each pack whoever reads it with PDFBox counts all there are. */
    private static final int TOGETHER = 10_000;

    /** A byte order mark may not stand in a text that can be read aloud; a word joiner is what it means there. */
    private static final char MARK = '\ufeff';

    private static final char JOINER = '\u2060';

    private Pdf() {}

    /**
     * @param html well-formed as XML; its bookmarks in the head, as openhtmltopdf has them; {@code src} of a picture is
     *     its name in {@code pictures}
     * @param pictures PNG files by their names
     * @throws IOException if it cannot be set
     */
    public static byte[] of(String html, Map<String, byte[]> pictures) throws IOException {
        XRLog.setLoggingEnabled(false); // it would quote the text
        Document page = Jsoup.parse(html.replace(MARK, JOINER), "", Parser.xmlParser());
        for (Element image : page.select("img[src]")) {
            byte[] png = Optional.ofNullable(pictures.get(image.attr("src")))
                    .orElseThrow(() -> new IllegalArgumentException("a picture of the page is not there"));
            image.attr("src", PICTURE + Base64.getEncoder().encodeToString(png));
        }
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            Typefaces.supply(builder, document);
            builder.usePDDocument(document)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .useColorProfile(Assets.colours())
                    .withProducer("Afterword")
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .defaultTextDirection(TextDirection.LTR)
                    .useReplacementText("\ufffd")
                    .useExternalResourceAccessControl(
                            (address, _) -> address.startsWith(PICTURE),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), "");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                withoutTime(document);
                document.setDocumentId((long) html.hashCode()); // else it would be the time
                var bytes = new ByteArrayOutputStream();
                document.save(bytes, new CompressParameters(TOGETHER));
                return bytes.toByteArray();
            }
        }
    }

    /** In the metadata the time of making stands twice. */
    private static void withoutTime(PDDocument made) throws IOException {
        made.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        PDMetadata metadata = made.getDocumentCatalog().getMetadata();
        String said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(said.replaceAll("\\s*<xmp:CreateDate>[^<]*</xmp:CreateDate>", "")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The characters of a text that would be drawn as {@code U+FFFD}, because no typeface of the program has them. */
    public static SortedSet<Integer> missing(String text) {
        return Typefaces.missing(text);
    }

    /** Which way a paragraph runs, by its first letter that runs one way: {@code ltr} or {@code rtl}. */
    public static String direction(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL ? "rtl" : "ltr";
    }
}
