package org.afterword.page;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files, {@code multipart/form-data} (RFC 7578), read part by part as it comes. Servers put parts into
 * temporary files; this keeps 64 KiB in memory, which it wipes.
 */
public final class Multipart implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int HEADERS = 1 << 13;
    /** In seconds. */
    private static final int PATIENCE = 60;
    /** After that, in bytes a second. */
    private static final int SLOWEST = 200;

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)^multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

    private final InputStream in;
    private final byte[] border;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long left;
    private long came;
    private final LongSupplier nanos;
    private final long since;
    private boolean begun;
    private Optional<Part> open = Optional.empty();

    /** The form is none, or is cut. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        public Malformed() {
            super("a form cannot be read");
        }
    }

    /** More came than may. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        public TooLarge() {
            super("more was sent than is taken at once");
        }
    }

    /**
     * @param contentType the request's header
     * @param most bytes in all
     * @throws Malformed if that header is not one of such a form
     */
    public Multipart(InputStream in, String contentType, long most) throws Malformed {
        this(in, contentType, most, System::nanoTime);
    }

    Multipart(InputStream in, String contentType, long most, LongSupplier nanos) throws Malformed {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new Malformed();
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.in = in;
        this.border = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        this.left = most;
        // the first border has no line before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The next part; what was not read of the one before is passed over. Empty at the end of the form. */
    public Optional<Part> next() throws IOException {
        if (begun) {
            Part before = open.orElseThrow(Malformed::new);
            before.skipAll();
        } else {
            begun = true;
            new Part("", Optional.empty()).skipAll();
        }
        int first = one();
        int second = one();
        if (first == '-' && second == '-') {
            open = Optional.empty();
            return open;
        }
        if (first != '\r' || second != '\n') {
            throw new Malformed();
        }
        String headers = headers();
        Matcher name = NAME.matcher(headers);
        Matcher file = FILE.matcher(headers);
        open = Optional.of(new Part(
                name.find() ? name.group(1) : "", file.find() ? Optional.of(file.group(1)) : Optional.empty()));
        return open;
    }

    private String headers() throws IOException {
        var lines = new ByteArrayOutputStream();
        int line = 0;
        while (true) {
            int b = one();
            lines.write(b);
            line++;
            if (b == '\n') {
                if (line == 2) {
                    return lines.toString(StandardCharsets.UTF_8);
                }
                line = 0;
            }
            if (lines.size() > HEADERS) {
                throw new Malformed();
            }
        }
    }

    private int one() throws IOException {
        if (from == to && !fill()) {
            throw new EOFException("a form is cut");
        }
        return buffer[from++] & 0xff;
    }

    /** Reads more; what was not taken yet is kept. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int count = in.read(buffer, to, BUFFER - to);
        if (count < 0) {
            return false;
        }
        left -= count;
        if (left < 0) {
            throw new TooLarge();
        }
        came += count;
        long seconds = (nanos.getAsLong() - since) / 1_000_000_000;
        if (seconds > PATIENCE && came < seconds * SLOWEST) {
            throw new Malformed(); // it would keep the place of others for ever
        }
        to += count;
        return true;
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
    }

    /** One field, or one file. */
    public final class Part extends InputStream {
        private final String name;
        private final Optional<String> file;
        private boolean ended;

        private Part(String name, Optional<String> file) {
            this.name = name;
            this.file = file;
        }

        public String name() {
            return name;
        }

        /** The name of the file that was chosen; empty if it is a field, or if none was. */
        public Optional<String> file() {
            return file.filter(chosen -> !chosen.isEmpty());
        }

        public boolean isFile() {
            return file.isPresent();
        }

        /** Up to so many characters of text, in Unicode; a form sends more bytes than these at times. */
        public String text(int most) throws IOException {
            byte[] bytes = readNBytes(4 * most + 1);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean more = bytes.length > 4 * most || text.length() > most;
            Arrays.fill(bytes, (byte) 0);
            if (more) {
                throw new TooLarge();
            }
            return text;
        }

        private void skipAll() throws IOException {
            var some = new byte[1 << 13];
            while (read(some, 0, some.length) >= 0) {}
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (ended) {
                return -1;
            }
            while (true) {
                int safe = safe();
                if (safe > 0) {
                    int some = Math.min(safe, count);
                    System.arraycopy(buffer, from, into, offset, some);
                    from += some;
                    return some;
                }
                if (to - from >= border.length) {
                    from += border.length;
                    ended = true;
                    return -1;
                }
                if (!fill()) {
                    throw new EOFException("a form is cut");
                }
            }
        }

        /** How many bytes certainly stand before the next border. */
        private int safe() {
            for (int at = from; at < to; at++) {
                int same = 0;
                while (same < border.length && at + same < to && buffer[at + same] == border[same]) {
                    same++;
                }
                if (same == border.length || at + same == to) {
                    return at - from;
                }
            }
            return to - from;
        }
    }
}
