package org.afterword.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Metadatum;
import org.afterword.reading.CleanPicture.NotCleaned;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A copy without what a file says of itself.
 *
 * @param carried what was found in the file that leads to somebody, a place or a time: not all that there may be
 * @param not why there is none; empty if there is one
 */
public record Cleaned(List<Metadatum> carried, Optional<String> not) {
    private static final int TEXT = 0x74455874;
    private static final int EXIF = 0x65584966;

    public Cleaned {
        carried = List.copyOf(carried);
    }

    static Cleaned not(String why) {
        return new Cleaned(List.of(), Optional.of(why));
    }

    /** For the reading child: gives the copy's bytes, if there is one. */
    static Cleaned of(Source source, ByteArrayOutputStream to) throws IOException {
        try {
            byte[] head = source.head();
            if (head.length > 4 && head[0] == '%' && head[1] == 'P' && head[2] == 'D' && head[3] == 'F') {
                to.writeBytes(CleanPdf.of(source));
                return new Cleaned(inPdf(source), Optional.empty());
            }
            CleanPicture.copy(source.stream(0), to);
            return new Cleaned(inPicture(head), Optional.empty());
        } catch (NotCleaned e) {
            return not(String.valueOf(e.getMessage()));
        }
    }

    private static List<Metadatum> inPicture(byte[] head) {
        return head[0] == (byte) 0x89 ? inPng(head) : inExif(head);
    }

    /** Of the chunks at its beginning those with words or an Exif block (PNG 11.3). */
    private static List<Metadatum> inPng(byte[] head) {
        var carried = new ArrayList<Metadatum>();
        var png = ByteBuffer.wrap(head, 8, head.length - 8);
        while (png.remaining() > 12) {
            int length = png.getInt();
            int type = png.getInt();
            if (length < 0 || length > png.remaining() - 4) {
                break;
            }
            var bytes = new byte[length];
            png.get(bytes).getInt();
            if (type == TEXT) {
                String[] said = new String(bytes, StandardCharsets.ISO_8859_1).split("\0", 2);
                carried.add(new Metadatum(
                        "png-" + Paper.clean(said[0]).strip(),
                        Paper.clean(said[said.length - 1]).strip()));
            } else if (type == EXIF) {
                carried.addAll(inExif(bytes));
            }
        }
        return carried;
    }

    private static List<Metadatum> inExif(byte[] head) {
        Exif exif = Exif.of(head);
        var carried = new ArrayList<>(exif.besides());
        exif.taken().ifPresent(when -> carried.add(new Metadatum("taken", when.written())));
        return carried;
    }

    private static List<Metadatum> inPdf(Source source) throws IOException {
        var carried = new ArrayList<Metadatum>();
        try (PDDocument document = Loader.loadPDF(source.bytes())) {
            var information = document.getDocumentInformation();
            for (String key : information.getMetadataKeys()) {
                String value = information.getCustomMetadataValue(key);
                if (value != null && !value.isBlank()) {
                    carried.add(new Metadatum(
                            "pdf-" + key.toLowerCase(java.util.Locale.ROOT),
                            Paper.clean(value).strip()));
                }
            }
        }
        return carried;
    }
}
