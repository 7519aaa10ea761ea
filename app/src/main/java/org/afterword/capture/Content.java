package org.afterword.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What headers say about a body. */
final class Content {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final int LARGEST = 64 << 20;

    private Content() {}

    static String type(String header) {
        return header.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    static Optional<Charset> charset(String header) {
        Matcher found = CHARSET.matcher(header);
        try {
            return found.find() ? Optional.of(Charset.forName(found.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A header's value was read byte by byte; most who go beyond ASCII mean UTF-8. */
    static String utf8(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** At most 64 MiB, and as far as it can be unpacked: a cut body is worth having, a bomb is not. */
    static byte[] unpacked(byte[] payload, String encodings) {
        byte[] bytes = payload;
        String[] all = encodings.toLowerCase(Locale.ROOT).split(",", -1);
        for (int i = all.length - 1; i >= 0; i--) {
            bytes = switch (all[i].strip()) {
                case "gzip", "x-gzip" -> inflated(bytes, true);
                case "deflate" -> inflated(bytes, false);
                default -> bytes;
            };
        }
        return bytes;
    }

    private static byte[] inflated(byte[] packed, boolean gzip) {
        var out = new ByteArrayOutputStream();
        boolean zlib = packed.length > 1
                && (packed[0] & 0x0f) == 8
                && (((packed[0] & 0xff) << 8) | (packed[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!zlib);
        try (InputStream bytes = new ByteArrayInputStream(packed);
                InputStream in = gzip ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes, inflater)) {
            byte[] part = new byte[1 << 16];
            int n = in.read(part);
            while (n >= 0 && out.size() < LARGEST) {
                out.write(part, 0, n);
                n = in.read(part);
            }
        } catch (IOException e) {
            return out.size() > 0 || packed.length == 0 ? out.toByteArray() : packed;
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
