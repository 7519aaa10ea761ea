package org.afterword.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Sha256;

/**
 * What a source comes back with: 80 random bits and a checksum of ten, as ten words of a list of 512. No two words of
 * the list begin with the same four letters.
 */
public final class Receipt implements AutoCloseable {
    /** How many words it has. */
    public static final int WORDS = 10;

    private static final int BYTES = 10;
    private static final int BITS = 9;
    private static final List<String> LIST = list();
    private static final Map<String, Integer> BY_START = byStart();
    private final byte[] secret;

    private Receipt(byte[] secret) {
        this.secret = secret;
    }

    static Receipt of(byte[] secret) {
        return new Receipt(secret.clone());
    }

    public static Receipt random() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new Receipt(secret);
    }

    /** Its words, in their order. */
    public List<String> words() {
        byte[] all = checked(secret);
        var bits = new BigInteger(1, all).shiftRight(8 * all.length - BITS * WORDS);
        List<String> words = new ArrayList<>();
        for (int word = WORDS - 1; word >= 0; word--) {
            words.add(LIST.get(bits.shiftRight(BITS * word).intValue() & (LIST.size() - 1)));
        }
        Arrays.fill(all, (byte) 0);
        return words;
    }

    /** Empty if it cannot be a receipt: a slip in a word or in their order is seen from the checksum. */
    public static Optional<Receipt> parse(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("[\\s,.;-]+", WORDS + 2);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        // shifted into bytes by hand, the compiler of Java 25.0.3 got it wrong once it was warm (docs/decisions/0027)
        BigInteger bits = BigInteger.ZERO;
        for (String word : words) {
            Integer number = BY_START.get(start(word));
            if (number == null || !LIST.get(number).equals(word)) {
                return Optional.empty();
            }
            bits = bits.shiftLeft(BITS).or(BigInteger.valueOf(number));
        }
        byte[] left = bits.shiftLeft(8 * (BYTES + 2) - BITS * WORDS).toByteArray();
        var all = new byte[BYTES + 2];
        int length = Math.min(left.length, all.length);
        System.arraycopy(left, left.length - length, all, all.length - length, length);
        var receipt = new Receipt(Arrays.copyOf(all, BYTES));
        boolean right = Arrays.equals(all, checked(receipt.secret));
        Arrays.fill(all, (byte) 0);
        return right ? Optional.of(receipt) : Optional.empty();
    }

    /** The secret itself; the caller wipes it. */
    byte[] bytes() {
        return secret.clone();
    }

    /** With ten bits of the hash behind it, and six of zero. */
    private static byte[] checked(byte[] secret) {
        byte[] labelled = Arrays.copyOf("afterword/receipt/v1".getBytes(StandardCharsets.US_ASCII), 20 + BYTES);
        System.arraycopy(secret, 0, labelled, 20, BYTES);
        byte[] hash = Sha256.digest().digest(labelled);
        Arrays.fill(labelled, (byte) 0);
        byte[] all = Arrays.copyOf(secret, BYTES + 2);
        all[BYTES] = hash[0];
        all[BYTES + 1] = (byte) (hash[1] & 0xc0);
        return all;
    }

    private static String start(String word) {
        return word.substring(0, Math.min(4, word.length()));
    }

    private static List<String> list() {
        try (InputStream in = Receipt.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> byStart() {
        var starts = new HashMap<String, Integer>();
        for (int number = 0; number < LIST.size(); number++) {
            starts.put(start(LIST.get(number)), number);
        }
        return starts;
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "a receipt";
    }
}
