package org.afterword.posts.read;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file, unpacked if it is packed, with the hash of its bytes as they lie on the disk. */
public final class Source implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final DigestInputStream raw;
    private final Rows rows;

    Source(Path file) throws IOException {
        this(String.valueOf(file.getFileName()), open(file), packed -> parquet(file, packed));
    }

    /**
     * A file that is read from its beginning to its end, wherever it lies; it is closed with this.
     *
     * @throws BadInput if it is Parquet, whose table of contents stands at the end
     * @throws IOException if it cannot be read
     */
    public Source(String name, InputStream in) throws IOException {
        this(name, in, _ -> {
            throw new BadInput(name + " is Parquet, and stands where CSV or JSON lines are read.");
        });
    }

    private interface Parquet {
        Rows rows(boolean packed);
    }

    private Source(String name, InputStream in, Parquet parquet) throws IOException {
        raw = new DigestInputStream(in, sha256());
        try {
            var start = new BufferedInputStream(raw, BUFFER);
            InputStream content = unpacked(start);
            var text = new BufferedInputStream(content, BUFFER * 2);
            int first = first(text);
            if (first == '[') {
                throw new BadInput(name + " is a JSON list; what is read is JSON lines, an object a line"
                        + " (jq -c '.[]' makes them of it).");
            }
            rows = first == 'P' && isParquet(text)
                    ? parquet.rows(!(content instanceof BufferedInputStream))
                    : first == '{' ? new JsonRows(text) : new CsvRows(text);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder; please name the files in it.");
        }
        return Files.newInputStream(file);
    }

    public Rows rows() {
        return rows;
    }

    /** The hash of all bytes, also of those that were not used. */
    String sha256Hex() throws IOException {
        raw.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(8);
        byte[] magic = in.readNBytes(4);
        in.reset();
        if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(in, BUFFER);
        }
        boolean zstd = magic.length == 4
                && (magic[0] & 0xff) == 0x28
                && (magic[1] & 0xff) == 0xb5
                && magic[2] == 0x2f
                && (magic[3] & 0xff) == 0xfd;
        return zstd ? new ZstdInputStreamNoFinalizer(in).setLongMax(31) : in;
    }

    /** The first byte that is no blank and no mark of UTF-8. */
    private static int first(BufferedInputStream in) throws IOException {
        in.mark(BUFFER);
        int b;
        int looked = 0;
        do {
            b = in.read();
        } while (++looked < BUFFER
                && (b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0xef || b == 0xbb || b == 0xbf));
        in.reset();
        return b;
    }

    private static boolean isParquet(BufferedInputStream in) throws IOException {
        in.mark(BUFFER);
        String magic = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        in.reset();
        return magic.equals("PAR1") || magic.equals("PARE");
    }

    /** Its table of contents stands at the end, so it is not read as a stream. */
    private static Rows parquet(Path file, boolean packed) {
        if (packed) {
            throw new BadInput(file.getFileName() + " is Parquet within another packing; please unpack it first"
                    + " (what is in Parquet is packed anyway).");
        }
        return ParquetRows.of(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (raw) {
            rows.close();
        }
    }
}
