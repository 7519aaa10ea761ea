package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 128 random bits that name a thing in every case there is, so that cases can be merged.
 *
 * <p>Written as 26 characters of Crockford's base 32 in lower case (the first carries 3 bits).
 */
public record Id(long high, long low) implements Comparable<Id> {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int[] VALUES = values();
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Random bytes for the next ids: one by one they take ten times as long. */
    private static final ByteBuffer AHEAD = ByteBuffer.allocate(1024).limit(0);

    public static Id random() {
        synchronized (AHEAD) {
            if (!AHEAD.hasRemaining()) {
                RANDOM.nextBytes(AHEAD.array());
                AHEAD.clear();
            }
            return new Id(AHEAD.getLong(), AHEAD.getLong());
        }
    }

    /**
     * @param bytes 16 bytes, big-endian
     */
    public static Id of(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    /**
     * Reads the text form; letters of either case, and {@code i l o} for {@code 1 1 0} as Crockford allows.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    @JsonCreator
    public static Id parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not an id: it has " + text.length() + " characters, not " + LENGTH);
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                throw new IllegalArgumentException("not an id: character " + (i + 1) + " cannot stand there");
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return new Id(high, low);
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static int[] values() {
        var values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            values[DIGITS.charAt(i)] = i;
            values[DIGITS.toUpperCase(Locale.ROOT).charAt(i)] = i;
        }
        for (char c : "iIlL".toCharArray()) {
            values[c] = 1;
        }
        values['o'] = 0;
        values['O'] = 0;
        return values;
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** As a record's own, which takes several times as long until it is compiled: all of a case is looked up by ids. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Id(long h, long l) && h == high && l == low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    @Override
    public int compareTo(Id other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    @JsonValue
    @Override
    public String toString() {
        var text = new byte[LENGTH];
        long h = high;
        long l = low;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = (byte) DIGITS.charAt((int) (l & 31));
            l = (l >>> 5) | (h << 59);
            h >>>= 5;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
