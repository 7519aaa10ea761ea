package org.afterword.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** As much of DER as says what a time-stamp response (RFC 3161) is about. Signatures are not looked at here. */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int TIME = 0x18;
    private static final int EXPLICIT_0 = 0xa0;
    private static final int MILLIS = 0x80;
    private static final int MICROS = 0x81;
    private static final byte[] SHA256 = HexFormat.of().parseHex("608648016503040201");
    private static final byte[] TST_INFO = HexFormat.of().parseHex("2a864886f70d0109100104");
    private static final Pattern UTC = Pattern.compile("(\\d{14})(\\.\\d{1,9})?Z");

    private final byte[] bytes;
    private final int tag;
    private final int from;
    private final int to;

    private Der(byte[] bytes, int tag, int from, int to) {
        this.bytes = bytes;
        this.tag = tag;
        this.from = from;
        this.to = to;
    }

    /**
     * What an authority says.
     *
     * @param imprint the SHA-256 that it stamped, 64 hexadecimal digits
     * @param before its clock's time and what that may be off by, where it says so
     */
    record Token(String imprint, Instant before) {}

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("malformed DER");
        }
    }

    /** Empty if it grants nothing, or cannot be read. */
    static Optional<Token> response(byte[] bytes) {
        try {
            List<Der> response = whole(bytes).children();
            Der status = child(child(response, 0, SEQUENCE).children(), 0, INTEGER);
            if (status.to - status.from != 1 || status.bytes[status.from] > 1 || status.bytes[status.from] < 0) {
                return Optional.empty();
            }
            Der signed = child(
                    child(child(response, 1, SEQUENCE).children(), 1, EXPLICIT_0)
                            .children(),
                    0,
                    SEQUENCE);
            List<Der> content = child(signed.children(), 2, SEQUENCE).children();
            if (!Arrays.equals(child(content, 0, OID).content(), TST_INFO)) {
                return Optional.empty();
            }
            byte[] stated =
                    child(child(content, 1, EXPLICIT_0).children(), 0, OCTETS).content();
            List<Der> info = whole(stated).children();
            Instant time = time(child(info, 4, TIME));
            boolean exact = info.size() < 6 || info.get(5).tag != SEQUENCE;
            return Optional.of(
                    new Token(imprint(child(info, 2, SEQUENCE)), exact ? time : time.plusNanos(accuracy(info.get(5)))));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** The SHA-256 that an authority was asked to stamp; empty if the request cannot be read. */
    static Optional<String> request(byte[] bytes) {
        try {
            return Optional.of(imprint(child(whole(bytes).children(), 1, SEQUENCE)));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static String imprint(Der imprint) throws Malformed {
        Der algorithm = child(child(imprint.children(), 0, SEQUENCE).children(), 0, OID);
        byte[] hash = child(imprint.children(), 1, OCTETS).content();
        if (!Arrays.equals(algorithm.content(), SHA256) || hash.length != 32) {
            throw new Malformed();
        }
        return Hashes.hex(hash);
    }

    private static Instant time(Der time) throws Malformed {
        var text = UTC.matcher(new String(time.content(), StandardCharsets.US_ASCII));
        if (!text.matches()) {
            throw new Malformed();
        }
        try {
            Instant second = LocalDateTime.parse(
                            text.group(1), DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT))
                    .toInstant(ZoneOffset.UTC);
            String fraction = text.group(2) == null ? "" : text.group(2).substring(1);
            return second.plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        } catch (DateTimeException e) {
            throw new Malformed();
        }
    }

    /** Nanoseconds: seconds, thousandths and millionths, each of which may be missing. */
    private static long accuracy(Der accuracy) throws Malformed {
        long nanos = 0;
        int last = 0;
        for (Der part : accuracy.children()) {
            long unit = switch (part.tag) {
                case INTEGER -> 1_000_000_000L;
                case MILLIS -> 1_000_000L;
                case MICROS -> 1_000L;
                default -> throw new Malformed();
            };
            byte[] number = part.content();
            if (part.tag <= last || number.length == 0 || number.length > 4 || number[0] < 0) {
                throw new Malformed();
            }
            last = part.tag;
            nanos += new BigInteger(number).longValueExact() * unit;
        }
        return nanos;
    }

    private static Der whole(byte[] bytes) throws Malformed {
        Der element = read(bytes, 0, bytes.length);
        if (element.tag != SEQUENCE || element.to != bytes.length) {
            throw new Malformed();
        }
        return element;
    }

    private static Der child(List<Der> children, int index, int tag) throws Malformed {
        if (index >= children.size() || children.get(index).tag != tag) {
            throw new Malformed();
        }
        return children.get(index);
    }

    private List<Der> children() throws Malformed {
        var children = new ArrayList<Der>();
        for (int at = from; at < to; at = children.getLast().to) {
            children.add(read(bytes, at, to));
        }
        return children;
    }

    private byte[] content() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static Der read(byte[] bytes, int at, int end) throws Malformed {
        if (end - at < 2) {
            throw new Malformed();
        }
        int length = bytes[at + 1] & 0xff;
        int from = at + 2;
        if (length > 0x80 && length <= 0x83) {
            int digits = length & 0x7f;
            if (end - from < digits) {
                throw new Malformed();
            }
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = (length << 8) | (bytes[from + i] & 0xff);
            }
            from += digits;
        } else if (length >= 0x80) {
            throw new Malformed();
        }
        if (length > end - from) {
            throw new Malformed();
        }
        return new Der(bytes, bytes[at] & 0xff, from, from + length);
    }
}
