package org.afterword.casefile;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * Files encrypted with age ({@code age-encryption.org/v1}) to X25519 recipients, {@code age1…}. Neither passphrases nor
 * armour nor plugins.
 */
public final class Age {
    private static final String IDENTITY = "AGE-SECRET-KEY-";

    private Age() {}

    /** Whether it is an X25519 recipient, {@code age1} and 58 characters with a right checksum. */
    public static boolean isRecipient(String text) {
        return writer(text).isPresent();
    }

    /**
     * What is written to it goes out encrypted. Closing it writes the end and closes what is below; a file without its
     * end does not open.
     *
     * @throws IllegalArgumentException if it is no recipient
     */
    public static OutputStream encrypt(OutputStream to, String recipient) throws IOException {
        var writer = writer(recipient)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this is no age recipient: one begins with 'age1' and has 62 characters"));
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(to), List.of(writer)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has what age needs", e);
        }
    }

    static byte[] encrypt(byte[] plain, String recipient) {
        var sealed = new ByteArrayOutputStream();
        try (var out = encrypt(sealed, recipient)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return sealed.toByteArray();
    }

    /**
     * @param identities tried one after another
     * @throws CaseException.NotForUs if none of them opens it, or it is no age file
     */
    static InputStream decrypt(InputStream sealed, List<? extends CharSequence> identities) throws IOException {
        for (var identity : identities) {
            if (reader(identity).isEmpty()) {
                throw new IllegalArgumentException("this is no age identity");
            }
        }
        var readers = new ArrayList<RecipientStanzaReader>();
        identities.forEach(identity -> reader(identity).ifPresent(readers::add));
        try {
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(sealed), readers));
        } catch (GeneralSecurityException e) {
            throw new CaseException.NotForUs(e);
        }
    }

    /** The public half of a scalar of 32 bytes. */
    static String recipient(byte[] scalar) {
        byte[] publicKey =
                new X25519PrivateKeyParameters(scalar).generatePublicKey().getEncoded();
        return Bech32.getEncoder().encode("age", publicKey).toString();
    }

    /** The secret half as age writes it. */
    static CharSequence identity(byte[] scalar) {
        return Bech32.getEncoder().encode(IDENTITY, scalar);
    }

    /** Whether it is meant as an age identity, right or wrong. */
    static boolean looksLikeIdentity(char[] text) {
        char[] line = stripped(text);
        boolean looks = line.length > IDENTITY.length() && line[IDENTITY.length()] == '1';
        for (int i = 0; looks && i < IDENTITY.length(); i++) {
            looks = line[i] == IDENTITY.charAt(i);
        }
        Arrays.fill(line, '\0');
        return looks;
    }

    private static Optional<RecipientStanzaWriter> writer(String recipient) {
        try {
            return recipient.startsWith("age1") && recipient.length() == 62
                    ? Optional.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecipientStanzaReader> reader(CharSequence identity) {
        try {
            return Optional.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty(); // its message would quote the identity
        }
    }

    /** The plain bytes of a small age file; empty if the identity does not open it, or is none. */
    static Optional<byte[]> open(byte[] sealed, char[] identity) {
        char[] line = stripped(identity);
        try (var in = decrypt(new ByteArrayInputStream(sealed), List.of(CharBuffer.wrap(line)))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    private static char[] stripped(char[] text) {
        int start = 0;
        int end = text.length;
        while (start < end && Character.isWhitespace(text[start])) {
            start++;
        }
        while (end > start && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(text, start, end);
    }
}
