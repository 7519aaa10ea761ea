package org.afterword.casefile;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Sha256;

/** 128 random bits with a checksum of 32, to be printed and typed back: eight groups of four. */
final class RecoveryCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 16;
    private static final int CHECK = 4;
    private static final int LENGTH = (BYTES + CHECK) * 8 / 5;

    private RecoveryCode() {}

    static byte[] random() {
        var code = new byte[BYTES];
        new SecureRandom().nextBytes(code);
        return code;
    }

    static String print(byte[] code) {
        var all = Arrays.copyOf(code, BYTES + CHECK);
        System.arraycopy(check(code), 0, all, BYTES, CHECK);
        var bits = new BigInteger(1, all);
        var text = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text.append(DIGITS.charAt(bits.shiftRight(5 * i).intValue() & 31));
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
        }
        return text.toString();
    }

    /** Empty if it does not look like a code at all; then it may be a passphrase. */
    static Optional<Typed> parse(char[] typed) {
        var bits = BigInteger.ZERO;
        int digits = 0;
        for (char c : typed) {
            if (c == '-' || Character.isWhitespace(c)) {
                continue;
            }
            int digit = digit(c);
            if (digit < 0 || ++digits > LENGTH) {
                return Optional.empty();
            }
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        if (digits != LENGTH) {
            return Optional.empty();
        }
        var all = new byte[BYTES + CHECK];
        for (int i = all.length - 1; i >= 0; i--) {
            all[i] = bits.byteValue();
            bits = bits.shiftRight(8);
        }
        var code = Arrays.copyOf(all, BYTES);
        return Optional.of(new Typed(code, Arrays.equals(check(code), Arrays.copyOfRange(all, BYTES, all.length))));
    }

    private static int digit(char c) {
        return switch (c) {
            case 'i', 'I', 'l', 'L' -> 1;
            case 'o', 'O' -> 0;
            default -> DIGITS.indexOf(String.valueOf(c).toUpperCase(Locale.ROOT));
        };
    }

    private static byte[] check(byte[] code) {
        var input = new ByteArrayOutputStream();
        input.writeBytes("afterword/recovery/v1".getBytes(StandardCharsets.US_ASCII));
        input.writeBytes(code);
        return Arrays.copyOf(Sha256.digest().digest(input.toByteArray()), CHECK);
    }

    /**
     * @param right whether the checksum holds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; wiped by who asked for it
    record Typed(byte[] code, boolean right) {
        @Override
        public String toString() {
            return "a recovery code";
        }
    }
}
