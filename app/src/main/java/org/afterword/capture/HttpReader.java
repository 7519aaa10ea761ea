package org.afterword.capture;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.WarcTruncationReason;

/** Reads one answer of HTTP/1 (RFC 9112) and keeps it as it came. What was cut is kept as far as it came. */
final class HttpReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int HEAD = 1 << 17;
    private final InputStream in;
    private final Budget budget;
    private final long most;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
    private WarcTruncationReason truncated = WarcTruncationReason.NOT_TRUNCATED;
    private int status;
    private Map<String, List<String>> headers = new LinkedHashMap<>();

    /**
     * @param most how many bytes it may have
     */
    HttpReader(InputStream in, Budget budget, long most) {
        this.in = in;
        this.budget = budget;
        this.most = most;
    }

    /** No more may come. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @throws CaptureException if not even the head of an answer came
     */
    void read() throws CaptureException {
        try {
            do {
                raw.reset();
                head();
            } while (status < 200 && status != 101);
        } catch (Full e) {
            throw new CaptureException("its answer is too large");
        } catch (IOException e) {
            throw new CaptureException(budget.left().isZero() ? "the time was up" : Network.reason(e));
        }
        try {
            body();
        } catch (Full e) {
            truncated = WarcTruncationReason.LENGTH;
        } catch (SocketTimeoutException e) {
            truncated = WarcTruncationReason.TIME;
        } catch (IOException e) {
            truncated = budget.left().isZero() ? WarcTruncationReason.TIME : WarcTruncationReason.DISCONNECT;
        }
    }

    private void head() throws IOException {
        Matcher first = STATUS.matcher(line());
        if (!first.matches()) {
            throw new CaptureException("what answers there does not speak HTTP");
        }
        status = Integer.parseInt(first.group(1));
        headers = new LinkedHashMap<>();
        String last = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                List<String> values = headers.getOrDefault(last, new ArrayList<>(List.of("")));
                values.addLast(values.removeLast() + " " + line.strip());
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.computeIfAbsent(last, name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
    }

    private void body() throws IOException {
        if (status == 204 || status == 304 || status == 101) {
            return;
        }
        String transfer = String.join(",", headers.getOrDefault("transfer-encoding", List.of()));
        if (transfer.toLowerCase(Locale.ROOT).contains("chunked")) {
            chunks();
        } else if (headers.containsKey("content-length")) {
            exactly(number(headers.get("content-length").getFirst(), 10));
        } else {
            toTheEnd();
        }
    }

    private void chunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            exactly(size);
            line();
        }
        while (!line().isEmpty()) {
            // trailers are kept among the raw bytes
        }
    }

    private long chunkSize() throws IOException {
        return number(line().replaceFirst(";.*$", ""), 16);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long n = Long.parseLong(text.strip(), radix);
            if (n >= 0) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a length that is no number", e);
        }
        throw new IOException("a length below zero");
    }

    private void exactly(long size) throws IOException {
        byte[] part = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int n = in.read(part, 0, (int) Math.min(part.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            keep(part, n, true);
            left -= n;
        }
    }

    private void toTheEnd() throws IOException {
        byte[] part = new byte[1 << 16];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            keep(part, n, true);
        }
    }

    private void keep(byte[] part, int count, boolean body) throws IOException {
        int fits = (int) Math.min(budget.take(count), most - raw.size());
        raw.write(part, 0, Math.max(0, fits));
        if (body) {
            payload.write(part, 0, Math.max(0, fits));
        }
        if (fits < count) {
            throw new Full();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        while (line.size() < HEAD) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            one[0] = (byte) b;
            keep(one, 1, false);
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
        }
        throw new Full();
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] raw() {
        return raw.toByteArray();
    }

    byte[] payload() {
        return payload.toByteArray();
    }

    WarcTruncationReason truncated() {
        return truncated;
    }
}
