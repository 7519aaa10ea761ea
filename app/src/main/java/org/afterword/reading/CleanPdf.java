package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.afterword.reading.CleanPicture.NotCleaned;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A PDF written anew without what it says of itself: author, programs, times (also of notes in it), earlier versions,
 * attached files, and what its photographs say of themselves. For the reading child only.
 */
final class CleanPdf {
    private static final long SCRATCH = 256L << 20;
    private static final int DEEPEST = 50;
    /** ISO 32000-2, 7.7, 12.5 and 14. */
    private static final List<String> EVERYWHERE = List.of(
            "Metadata", "PieceInfo", "LastModified", "AF", "AA", "OpenAction", "JavaScript", "EmbeddedFiles", "Thumb");

    private static final Set<String> OF_NOTES = Set.of("T", "M", "CreationDate", "NM", "FS");
    private static final Set<String> OF_SIGNATURES = Set.of("Name", "Location", "ContactInfo", "Reason", "M");

    private CleanPdf() {}

    static byte[] of(Source source) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(new PdfBytes(source), MemoryUsageSetting.setupMainMemoryOnly(SCRATCH).streamCache)) {
            document.setAllSecurityToBeRemoved(true);
            document.setDocumentInformation(new PDDocumentInformation());
            document.setDocumentId(0L);
            for (COSObjectKey key :
                    List.copyOf(document.getDocument().getXrefTable().keySet())) {
                strip(document.getDocument().getObjectFromPool(key).getObject(), 0);
            }
            strip(document.getDocumentCatalog().getCOSObject(), 0);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (RuntimeException e) { // what a broken PDF leads PDFBox to is of every kind
            throw new NotCleaned("the PDF is broken");
        }
    }

    private static void strip(COSBase base, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new NotCleaned("the PDF is nested too deep");
        }
        if (base instanceof COSArray array) {
            for (COSBase one : array) {
                strip(one, depth + 1);
            }
        } else if (base instanceof COSDictionary dictionary) {
            EVERYWHERE.forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
            boolean note = dictionary.containsKey(COSName.SUBTYPE)
                    && dictionary.containsKey(COSName.RECT)
                    && !COSName.WIDGET.equals(dictionary.getCOSName(COSName.SUBTYPE));
            (note ? OF_NOTES : dictionary.containsKey(COSName.BYTERANGE) ? OF_SIGNATURES : Set.<String>of())
                    .forEach(name -> dictionary.removeItem(COSName.getPDFName(name)));
            for (COSBase one : dictionary.getValues()) {
                strip(one, depth + 1);
            }
            if (dictionary instanceof COSStream stream && COSName.DCT_DECODE.equals(stream.getFilters())) {
                photograph(stream);
            }
        }
    }

    private static void photograph(COSStream stream) throws IOException {
        byte[] packed;
        try (InputStream in = stream.createRawInputStream()) {
            packed = in.readAllBytes();
        }
        var cleaned = new ByteArrayOutputStream();
        CleanPicture.copy(new ByteArrayInputStream(packed), cleaned);
        try (OutputStream out = stream.createRawOutputStream()) {
            cleaned.writeTo(out);
        }
    }
}
