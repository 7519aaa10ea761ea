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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A file, unpacked if it is packed, with the hash of its bytes as they lie on the disk. */
public final class Source implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final DigestInputStream raw;
    private final Again again;
    private @Nullable Rows rows;

    /**
     * @param columns those that the user named
     */
    Source(Path file, Columns columns) throws IOException {
        this(open(file), new Again() {
            @Override
            public Rows parquet(boolean packed) {
                return Source.parquet(file, packed);
            }

            @Override
            public Rows document() throws IOException {
                return new JsonDocument(() -> unpacked(new BufferedInputStream(open(file), BUFFER), this), columns);
            }

            @Override
            public InputStream zip(InputStream in) throws IOException {
                return onlyFile(file, in);
            }
        });
    }

    /**
     * A file that is read from its beginning to its end, wherever it lies; it is closed with this.
     *
     * <p>Parquet, whose table of contents stands at the end, and JSON documents, which are read twice, are refused.
     */
    public Source(String name, InputStream in) {
        this(in, new Again() {
            @Override
            public Rows parquet(boolean packed) {
                throw new BadInput(name + " is Parquet, and stands where CSV or JSON lines are read.");
            }

            @Override
            public Rows document() {
                throw new BadInput(name + " is one JSON value; what is read here is JSON lines, an object a line"
                        + " (jq -c '.[]' makes them of a list).");
            }

            @Override
            public InputStream zip(InputStream packed) {
                throw new BadInput(name + " is a ZIP, and stands where CSV or JSON lines are read; please unpack it.");
            }
        });
    }

    /** What is read in another way than from its beginning to its end. */
    private interface Again {
        Rows parquet(boolean packed);

        Rows document() throws IOException;

        InputStream zip(InputStream in) throws IOException;
    }

    private Source(InputStream in, Again again) {
        this.again = again;
        raw = new DigestInputStream(in, sha256());
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder; please name the files in it.");
        }
        return Files.newInputStream(file);
    }

    /**
     * What is in it, the same each time.
     *
     * @throws BadInput if it is of a form that is not read
     * @throws IOException if it cannot be read
     */
    public Rows rows() throws IOException {
        if (rows == null) {
            var start = new BufferedInputStream(raw, BUFFER);
            InputStream content = unpacked(start, again);
            var text = new BufferedInputStream(content, BUFFER * 2);
            int first = first(text);
            if (first == 'P' && isParquet(text)) {
                rows = again.parquet(!(content instanceof BufferedInputStream));
            } else if ((first == '{' || first == '[' || first == 'w') && JsonDocument.isOne(text)) {
                rows = again.document();
            } else {
                rows = first == '{' ? new JsonRows(text) : new CsvRows(text);
            }
        }
        return rows;
    }

    /** The hash of all bytes, also of those that were not used. */
    String sha256Hex() throws IOException {
        raw.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    private static InputStream unpacked(BufferedInputStream in, Again again) throws IOException {
        in.mark(8);
        byte[] magic = in.readNBytes(4);
        in.reset();
        if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(in, BUFFER);
        }
        if (Arrays.equals(magic, ZIP)) {
            return again.zip(in);
        }
        boolean zstd = magic.length == 4
                && (magic[0] & 0xff) == 0x28
                && (magic[1] & 0xff) == 0xb5
                && magic[2] == 0x2f
                && (magic[3] & 0xff) == 0xfd;
        return zstd ? new ZstdInputStreamNoFinalizer(in).setLongMax(31) : in;
    }

    /** What is in a ZIP with one file, as far as it was not cut off. */
    private static InputStream onlyFile(Path file, InputStream in) throws IOException {
        try (var whole = new ZipFile(file.toFile())) {
            long files = whole.stream().filter(Source::isFile).count();
            if (files != 1) {
                throw new BadInput(file.getFileName() + " is a ZIP with " + files
                        + " files; please unpack it and name those that hold posts.");
            }
        } catch (ZipException cut) {
            // Its table of contents stands at its end, and is not needed.
        }
        var zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (isFile(entry)) {
                return zip;
            }
        }
        throw new ZipException("no file in it");
    }

    /** Not what macOS puts beside. */
    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
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
            if (rows != null) {
                rows.close();
            }
        }
    }
}
