package org.afterword.casefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** A passphrase, or a recovery code typed in its place. Wiped when closed; never printed. */
public final class Passphrase implements AutoCloseable {
    private final char[] chars;
    private boolean closed;

    private Passphrase(char[] chars) {
        this.chars = chars;
    }

    /**
     * Takes a copy; the caller wipes its own.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Passphrase of(char[] chars) {
        if (chars.length == 0) {
            throw new IllegalArgumentException("a passphrase has at least one character");
        }
        return new Passphrase(chars.clone());
    }

    /** The same on every machine: Unicode NFC, UTF-8. The caller wipes it. */
    byte[] bytes() {
        char[] text = chars();
        CharSequence normal = CharBuffer.wrap(text);
        if (!Normalizer.isNormalized(normal, Normalizer.Form.NFC)) {
            normal = Normalizer.normalize(normal, Normalizer.Form.NFC);
        }
        var encoded = new byte[3 * normal.length()];
        var buffer = ByteBuffer.wrap(encoded);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(normal), buffer, true);
        var bytes = Arrays.copyOf(encoded, buffer.position());
        Arrays.fill(encoded, (byte) 0);
        return bytes;
    }

    /** As somebody typed it, in a string that nobody can wipe: to say how easily it is guessed. */
    public String typed() {
        return new String(chars());
    }

    char[] chars() {
        if (closed) {
            throw new IllegalStateException("the passphrase was wiped");
        }
        return chars;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(chars, '\0');
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
