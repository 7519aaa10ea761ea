package org.afterword.reading;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.model.Metadatum;

/** Of what a camera notes in a picture the words, the serial numbers and the place (Exif 2.32, JEITA CP-3451). */
final class ExifBesides {
    private static final int DETAILS = 0x8769;
    private static final int PLACE = 0x8825;
    private static final int ASCII = 2;
    private static final int MOST = 2_000;

    private static final Map<Integer, String> MAIN = new TreeMap<>(Map.ofEntries(
            Map.entry(0x010e, "caption"),
            Map.entry(0x010f, "camera-maker"),
            Map.entry(0x0110, "camera"),
            Map.entry(0x013b, "artist"),
            Map.entry(0x013c, "host-computer"),
            Map.entry(0x8298, "copyright"),
            Map.entry(0x9c9b, "title"),
            Map.entry(0x9c9c, "comment"),
            Map.entry(0x9c9d, "author"),
            Map.entry(0x9c9e, "keywords"),
            Map.entry(0x9c9f, "subject")));
    private static final Map<Integer, String> OF_DETAILS = new TreeMap<>(Map.of(
            0x9286, "user-comment",
            0xa430, "camera-owner",
            0xa431, "camera-serial-number",
            0xa435, "lens-serial-number"));

    private ExifBesides() {}

    /**
     * @param main where the first directory begins
     */
    static List<Metadatum> of(ByteBuffer tiff, int main) {
        var besides = new ArrayList<Metadatum>();
        MAIN.forEach((tag, name) -> text(tiff, main, tag).ifPresent(text -> besides.add(new Metadatum(name, text))));
        directory(tiff, main, DETAILS)
                .ifPresent(details -> OF_DETAILS.forEach((tag, name) ->
                        text(tiff, details, tag).ifPresent(text -> besides.add(new Metadatum(name, text)))));
        directory(tiff, main, PLACE)
                .flatMap(place -> place(tiff, place))
                .ifPresent(place -> besides.add(new Metadatum("coordinates", place)));
        return List.copyOf(besides);
    }

    private static Optional<Integer> directory(ByteBuffer tiff, int in, int tag) {
        return Exif.find(tiff, in, tag).map(entry -> tiff.getInt(entry + 8));
    }

    private static Optional<String> text(ByteBuffer tiff, int directory, int tag) {
        return Exif.find(tiff, directory, tag).flatMap(entry -> {
            int type = tiff.getShort(entry + 2);
            int length = tiff.getInt(entry + 4);
            int at = length <= 4 ? entry + 8 : tiff.getInt(entry + 8);
            // words are of single bytes; those of Windows' own fields and of comments are bytes without a type
            if ((type != ASCII && type != 1 && type != 7)
                    || length <= 0
                    || length > MOST
                    || at < 0
                    || at > tiff.limit() - length) {
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            tiff.get(at, bytes);
            boolean wide = tag >= 0x9c9b && tag <= 0x9c9f;
            int marked = tag == 0x9286 && length > 8 ? 8 : 0;
            Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            String text = Paper.clean(new String(bytes, marked, length - marked, charset).replace("\0", " "))
                    .strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        });
    }

    /** In degrees, with five places behind the point: some metres. */
    private static Optional<String> place(ByteBuffer tiff, int directory) {
        Optional<Double> north = degrees(tiff, directory, 1, 2, "S");
        Optional<Double> east = degrees(tiff, directory, 3, 4, "W");
        return north.flatMap(n -> east.map(e -> String.format(Locale.ROOT, "%.5f, %.5f", n, e)));
    }

    private static Optional<Double> degrees(ByteBuffer tiff, int directory, int side, int tag, String negative) {
        return Exif.find(tiff, directory, tag)
                .map(entry -> tiff.getInt(entry + 8))
                .filter(at -> at >= 0 && at <= tiff.limit() - 24)
                .map(at -> ratio(tiff, at) + ratio(tiff, at + 8) / 60 + ratio(tiff, at + 16) / 3600)
                .filter(Double::isFinite)
                .map(degrees -> text(tiff, directory, side).orElse("").startsWith(negative) ? -degrees : degrees);
    }

    private static double ratio(ByteBuffer tiff, int at) {
        return (tiff.getInt(at) & 0xffffffffL) / (double) (tiff.getInt(at + 4) & 0xffffffffL);
    }
}
