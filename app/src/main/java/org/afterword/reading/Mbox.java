package org.afterword.reading;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The messages of a mailbox file, one after the other, in one pass. One begins at a line "From …" that stands at the
 * beginning or after an empty line, and that header lines of a mail follow: people write such lines too, and not every
 * program marks those in a text.
 */
final class Mbox {
    private static final int LOOK = 8 << 10;
    private static final int LONGEST_ENVELOPE = 300;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,70}:(?:[ \\t].*)?.*");
    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "date",
            "subject",
            "message-id",
            "received",
            "mime-version",
            "content-type",
            "return-path",
            "delivered-to",
            "reply-to",
            "sender",
            "cc",
            "bcc",
            "in-reply-to",
            "references",
            "status",
            "x-status",
            "x-mozilla-status",
            "x-gmail-labels",
            "x-gm-thrid",
            "x-apparently-to",
            "x-received",
            "envelope-to",
            "dkim-signature",
            "list-id",
            "x-keywords",
            "x-uid",
            "received-spf",
            "authentication-results");

    private final Source source;
    private byte[] window = {};
    /** Where in the file the window begins. */
    private long base;
    /** In the window: what is to be given out next, and up to where no message begins. */
    private int at;

    private int safe;
    private boolean boundary;
    private boolean started;
    private long size;

    Mbox(Source source) {
        this.source = source;
        this.size = source.size();
    }

    /** Where the file begins: some editors put a byte order mark before it. */
    static int start(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf ? 3 : 0;
    }

    /** Whether a message of a mailbox begins here. */
    static boolean begins(byte[] bytes, int from) {
        if (!startsWith(bytes, from, FROM)) {
            return false;
        }
        String text = new String(bytes, from, Math.min(LOOK, bytes.length - from), StandardCharsets.ISO_8859_1);
        boolean known = false;
        int fields = 0;
        String[] lines = text.split("\r?\n", 14);
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            String line = lines[i];
            boolean folded = i > 1 && (line.startsWith(" ") || line.startsWith("\t"));
            if (folded || (i == 1 && line.startsWith(">From "))) {
                continue;
            }
            if (!FIELD.matcher(line).matches()) {
                return known && fields > 1;
            }
            fields++;
            known |= KNOWN.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
        }
        return known;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next message, from its "From " line on; what was left of the one before is passed over. */
    Optional<Message> next() {
        if (!started) {
            started = true;
            load();
            at = start(window);
        } else {
            while (ready()) {
                at = safe;
            }
        }
        if (base + at >= size) {
            return Optional.empty();
        }
        boundary = false;
        safe = at + 1;
        int end = at;
        while (end < window.length && end < at + LONGEST_ENVELOPE && window[end] != '\n') {
            end++;
        }
        return Optional.of(
                new Message(base + at, new String(window, at, end - at, StandardCharsets.ISO_8859_1).strip()));
    }

    /** Makes sure that there are bytes of this message to give out; false at its end. */
    private boolean ready() {
        if (at < safe) {
            return true;
        }
        if (boundary || base + at >= size) {
            return false;
        }
        if (window.length - at <= LOOK && base + window.length < size) {
            load();
        }
        boolean last = base + window.length >= size;
        int end = last ? window.length : window.length - LOOK;
        for (int i = Math.max(at, 3); i < end; i++) {
            if (window[i] == 'F' && isAfterEmptyLine(i) && begins(window, i)) {
                boundary = true;
                safe = i;
                return at < safe;
            }
        }
        safe = Math.max(at, end);
        return at < safe;
    }

    private boolean isAfterEmptyLine(int i) {
        return window[i - 1] == '\n' && (window[i - 2] == '\n' || (window[i - 2] == '\r' && window[i - 3] == '\n'));
    }

    /** Keeps three bytes before the place, to know what kind of line they end. */
    private void load() {
        int keep = Math.max(0, at - 3);
        byte[] more = source.read(base + window.length, Source.PIECE);
        if (more.length == 0) {
            size = base + window.length;
        }
        byte[] joined = new byte[window.length - keep + more.length];
        System.arraycopy(window, keep, joined, 0, window.length - keep);
        System.arraycopy(more, 0, joined, window.length - keep, more.length);
        window = joined;
        base += keep;
        at -= keep;
        safe = at;
    }

    /** One message's bytes. */
    final class Message extends InputStream {
        private final long from;
        private final String envelope;

        private Message(long from, String envelope) {
            this.from = from;
            this.envelope = envelope;
        }

        /** Its "From " line. */
        String envelope() {
            return envelope;
        }

        /** Where in the file it begins. */
        long from() {
            return from;
        }

        /** Where it ends, once all of it was read. */
        long to() {
            return base + at;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (!ready()) {
                return -1;
            }
            int count = Math.min(length, safe - at);
            System.arraycopy(window, at, into, offset, count);
            at += count;
            return count;
        }
    }
}
