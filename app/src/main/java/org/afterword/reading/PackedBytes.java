package org.afterword.reading;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** One file packed: gz, bz2, xz, zst. */
enum PackedBytes {
    GZIP("gz gzip", "\u001f\u008b\u0008"),
    BZIP2("bz2", "BZh"),
    XZ("xz", "\u00fd7zXZ\u0000"),
    ZSTD("zst zstd", "(\u00b5/\u00fd");

    private static final int MOST_MEMORY_KIB = 160 << 10;
    /** Pushshift's files are packed with a window of 2 GiB. */
    private static final int LONGEST_WINDOW = 31;

    private static final int BUFFER = 1 << 16;

    private final String extensions;
    private final String magic;

    PackedBytes(String extensions, String magic) {
        this.extensions = extensions;
        this.magic = magic;
    }

    /** Loads the system's code for zstd: not possible any more when the process is locked in. */
    static void prepare() {
        try {
            Native.load();
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
            // then .zst files get a warning
        }
    }

    static Optional<PackedBytes> of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        for (PackedBytes kind : values()) {
            if (start.startsWith(kind.magic)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    InputStream unpacked(InputStream packed) throws IOException {
        var in = new BufferedInputStream(packed, BUFFER);
        return switch (this) {
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            case XZ ->
                XZCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(MOST_MEMORY_KIB)
                        .get();
            case ZSTD -> {
                prepare();
                if (!Native.isLoaded()) {
                    throw new IOException("zstd cannot be unpacked on this machine");
                }
                var zstd = new ZstdInputStreamNoFinalizer(in);
                zstd.setLongMax(LONGEST_WINDOW);
                zstd.setContinuous(false);
                yield zstd;
            }
        };
    }

    /** The packed file's name, made from the container's. */
    String inner(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (String extension : extensions.split(" ", -1)) {
            if (lower.endsWith("." + extension) && lower.length() > extension.length() + 1) {
                return fileName.substring(0, fileName.length() - extension.length() - 1);
            }
        }
        return lower.matches(".+\\.(?:tgz|tbz2?|txz)")
                ? fileName.substring(0, fileName.lastIndexOf('.')) + ".tar"
                : fileName + ".unpacked";
    }
}
