package org.afterword.publishing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.model.Sha256;
import org.afterword.verifier.Bag;

/** Writes a bag of BagIt 1.0 (RFC 8493), file after file, and its lists at the end. */
final class BagWriter {
    private final Destination to;
    private final SortedMap<String, Sha256> payload = new TreeMap<>();
    private final SortedMap<String, Sha256> tags = new TreeMap<>();
    private long bytes;

    BagWriter(Destination to) {
        this.to = to;
    }

    /** Something that writes itself. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void put(String name, byte[] content) throws IOException {
        put(name, out -> out.write(content));
    }

    void put(String name, Content content) throws IOException {
        boolean inside = name.startsWith(Bag.PAYLOAD);
        var digest = new DigestOutputStream(to.open(name), Sha256.digest());
        try (var counting = new FilterOutputStream(digest) {
            @Override
            public void write(byte[] some, int from, int count) throws IOException {
                out.write(some, from, count);
                bytes += inside ? count : 0;
            }

            @Override
            public void write(int one) throws IOException {
                out.write(one);
                bytes += inside ? 1 : 0;
            }
        }) {
            content.writeTo(counting);
        }
        (inside ? payload : tags)
                .put(name, Sha256.ofDigest(digest.getMessageDigest().digest()));
    }

    /** The payload's list; nothing may be added to the payload after this. */
    Sha256 manifest() throws IOException {
        String lines = lines(payload);
        put(Bag.MANIFEST, lines);
        return Sha256.of(lines);
    }

    /**
     * Ends the bag.
     *
     * @param info what {@code bag-info.txt} is to say besides the count; names and values are ours, in ASCII
     * @return how many files there are
     */
    int finish(Map<String, String> info) throws IOException {
        if (!tags.containsKey(Bag.MANIFEST)) {
            manifest();
        }
        put(Bag.DECLARATION, Bag.DECLARED);
        var lines = new StringBuilder();
        info.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        put(Bag.INFO, lines + "Payload-Oxum: " + bytes + "." + payload.size() + "\n");
        try (OutputStream out = to.open(Bag.TAG_MANIFEST)) {
            out.write(lines(tags).getBytes(StandardCharsets.UTF_8));
        }
        return payload.size() + tags.size() + 1;
    }

    /** RFC 8493 would have line ends and percent signs encoded; {@link SafeName} leaves none. */
    private static String lines(SortedMap<String, Sha256> files) {
        var lines = new StringBuilder();
        files.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString();
    }
}
