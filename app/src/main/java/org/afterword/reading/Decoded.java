package org.afterword.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Warning;

/**
 * Bytes as text: by byte order mark, else UTF-8 if it is that but for a few bytes, else UTF-16 by its zeros, else what
 * ICU finds most likely.
 *
 * @param text line ends are LF
 * @param problem why it is not text; empty if it is
 */
record Decoded(String text, List<Warning> warnings, Optional<Warning> problem) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 1 << 16;

    static Decoded of(byte[] bytes) {
        if (bytes.length == 0) {
            return notText("", "the file is empty");
        }
        Optional<String> kind = Magic.of(bytes);
        if (kind.isPresent()) {
            return notText("byte 0", "not text: it looks like " + kind.get());
        }
        return bom(bytes).or(() -> utf16(bytes)).or(() -> utf8(bytes)).orElseGet(() -> detected(bytes));
    }

    private static Decoded notText(String where, String message) {
        return new Decoded("", List.of(), Optional.of(new Warning(where, message)));
    }

    private static Optional<Decoded> bom(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(decode(bytes, 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(decode(bytes, 4, StandardCharsets.UTF_32LE));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(decode(bytes, 4, StandardCharsets.UTF_32BE));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: most bytes at even or at odd places are zero, hardly any at the others. */
    private static Optional<Decoded> utf16(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int half = length / 2;
        if (half > 3 && odd > half * 0.7 && even < half * 0.05) {
            return Optional.of(decode(bytes, 0, StandardCharsets.UTF_16LE));
        }
        if (half > 3 && even > half * 0.7 && odd < half * 0.05) {
            return Optional.of(decode(bytes, 0, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /** If it is UTF-8, or has more characters of several bytes that are than bytes that are not. */
    private static Optional<Decoded> utf8(byte[] bytes) {
        Decoded decoded = decode(bytes, 0, StandardCharsets.UTF_8);
        if (decoded.warnings.isEmpty()) {
            return Optional.of(decoded);
        }
        long broken = decoded.text.chars().filter(c -> c == 0xFFFD).count();
        long whole = decoded.text.chars().filter(c -> c >= 0x80 && c != 0xFFFD).count();
        return whole > 2 * broken ? Optional.of(decoded) : Optional.empty();
    }

    private static Decoded detected(byte[] bytes) {
        CharsetMatch match = new CharsetDetector()
                .setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)))
                .detect();
        Charset charset = WINDOWS_1252;
        if (match != null && match.getConfidence() >= 30 && Charset.isSupported(match.getName())) {
            Charset found = Charset.forName(match.getName());
            boolean unlikely = found.equals(StandardCharsets.ISO_8859_1)
                    || found.equals(StandardCharsets.UTF_8)
                    || match.getName().startsWith("UTF-")
                    || match.getName().startsWith("IBM");
            charset = unlikely ? WINDOWS_1252 : found;
        }
        Decoded decoded = decode(bytes, 0, charset);
        return new Decoded(
                decoded.text,
                List.of(new Warning("", "not UTF-8; read as " + charset.name() + ", which is a guess")),
                decoded.problem);
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset) {
        String quick = new String(bytes, from, bytes.length - from, charset);
        if (quick.indexOf('\uFFFD') < 0) {
            return new Decoded(unixLines(quick), List.of(), controls(quick));
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil((bytes.length - from) * decoder.maxCharsPerByte()) + 16);
        int broken = 0;
        int first = -1;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            broken++;
            first = first < 0 ? in.position() : first;
            out.put('\uFFFD');
            in.position(in.position() + result.length());
        }
        decoder.flush(out);
        String text = out.flip().toString();
        List<Warning> warnings = broken == 0
                ? List.of()
                : List.of(new Warning(
                        "byte " + first,
                        broken + (broken == 1 ? " place is" : " places are") + " not " + charset.name()
                                + "; replaced by U+FFFD"));
        return new Decoded(unixLines(text), warnings, controls(text));
    }

    private static String unixLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Optional<Warning> controls(String text) {
        int length = Math.min(text.length(), SAMPLE);
        int strange = 0;
        int first = -1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                strange++;
                first = first < 0 ? i : first;
            }
        }
        if (strange > Math.max(2, length / 100)) {
            return Optional.of(
                    new Warning("character " + first, "not text: it has control characters that no text has"));
        }
        return text.isBlank() ? Optional.of(new Warning("", "there is nothing but white space")) : Optional.empty();
    }
}
