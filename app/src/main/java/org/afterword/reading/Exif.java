package org.afterword.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Metadatum;
import org.afterword.model.When;

/**
 * What a camera notes in a picture: when it was taken, how it was held, and what leads to somebody (owner, serial number,
 * place, captions), which is no part of the text.
 *
 * @param quarters by how many quarters of a circle, clockwise, it is to be turned
 */
record Exif(Optional<When> taken, Optional<Integer> quarters, List<Metadatum> besides) {
    static final Exif NONE = new Exif(Optional.empty(), Optional.empty(), List.of());

    private static final Pattern STAMP = Pattern.compile("(\\d{4}):(\\d\\d):(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)");
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;
    private static final int DETAILS = 0x8769;
    private static final int ORIGINAL = 0x9003;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;

    /**
     * @param head the beginning of a JPEG or TIFF file
     */
    static Exif of(byte[] head) {
        if (head.length > 4 && (head[0] == 'I' || head[0] == 'M') && head[0] == head[1]) {
            return tiff(head, 0);
        }
        // the segments of a JPEG stand one behind the other, each with its length
        int at = 2;
        while (at + 4 < head.length && (head[at] & 0xff) == 0xff) {
            int length = (head[at + 2] & 0xff) << 8 | (head[at + 3] & 0xff);
            boolean marked = at + 4 + MARK.length <= head.length
                    && java.util.Arrays.equals(head, at + 4, at + 4 + MARK.length, MARK, 0, MARK.length);
            if ((head[at + 1] & 0xff) == 0xe1 && marked) {
                return tiff(head, at + 4 + MARK.length);
            }
            at += 2 + length;
        }
        return NONE;
    }

    private static Exif tiff(byte[] bytes, int from) {
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, bytes.length - from).slice();
        if (tiff.remaining() < 8) {
            return NONE;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        Optional<Integer> quarters = find(tiff, first, ORIENTATION)
                .map(entry -> (int) tiff.getShort(entry + 8))
                .flatMap(Exif::quarters);
        Optional<When> taken = find(tiff, first, DETAILS)
                .map(entry -> tiff.getInt(entry + 8))
                .flatMap(details -> find(tiff, details, ORIGINAL))
                .map(entry -> tiff.getInt(entry + 8))
                .filter(at -> at >= 0 && at <= tiff.limit() - 19)
                .flatMap(at -> {
                    byte[] stamp = new byte[19];
                    tiff.get(at, stamp);
                    return taken(new String(stamp, StandardCharsets.ISO_8859_1));
                });
        return new Exif(taken, quarters, ExifBesides.of(tiff, first));
    }

    Draft into(Draft draft) {
        besides.forEach(one -> draft.metadata(one.name(), Optional.of(one.value())));
        return draft;
    }

    /** Where the entry stands in the directory that begins there. */
    static Optional<Integer> find(ByteBuffer tiff, int directory, int tag) {
        if (directory < 0 || directory > tiff.limit() - 2) {
            return Optional.empty();
        }
        int count = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xffff);
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + ENTRY * i;
            if (entry > tiff.limit() - ENTRY) {
                break;
            }
            if ((tiff.getShort(entry) & 0xffff) == tag) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> quarters(int orientation) {
        return switch (orientation) {
            case 3 -> Optional.of(2);
            case 6 -> Optional.of(1);
            case 8 -> Optional.of(3);
            default -> Optional.empty();
        };
    }

    private static Optional<When> taken(String written) {
        Matcher stamp = STAMP.matcher(written);
        if (!stamp.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(stamp.group(i + 1));
        }
        try {
            var moment = LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            return Optional.of(When.exactly("taken at " + written, moment, Optional.empty()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
