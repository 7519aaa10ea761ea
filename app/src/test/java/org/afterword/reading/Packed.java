package org.afterword.reading;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Containers made for the tests. A name that ends with {@code /} is a folder. */
final class Packed {
    interface Writes {
        void to(OutputStream out) throws IOException;
    }

    private Packed() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] written(Writes writes) {
        var out = new ByteArrayOutputStream();
        try {
            writes.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Names and contents in turn. */
    static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], text(namesAndTexts[i + 1]));
        }
        return files;
    }

    static byte[] zip(Map<String, byte[]> files) {
        return written(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                for (var file : files.entrySet()) {
                    put(zip, file.getKey(), file.getValue());
                }
            }
        });
    }

    static void put(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    static byte[] tar(Map<String, byte[]> files) {
        return written(out -> {
            try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (var file : files.entrySet()) {
                    var entry = new TarArchiveEntry(file.getKey(), true);
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
                var link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        });
    }

    static byte[] gzip(byte[] bytes) {
        return written(out -> {
            try (var packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    static byte[] bzip2(byte[] bytes) {
        return written(out -> {
            try (var packed = new BZip2CompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    static byte[] xz(byte[] bytes) {
        return written(out -> {
            try (var packed = new XZCompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    static byte[] zstd(byte[] bytes) {
        return Zstd.compress(bytes);
    }

    static byte[] sevenZip(Map<String, byte[]> files, char... password) {
        try (var channel = new SeekableInMemoryByteChannel();
                var archive = password.length == 0
                        ? new SevenZOutputFile(channel)
                        : new SevenZOutputFile(channel, password)) {
            for (var file : files.entrySet()) {
                var entry = new SevenZArchiveEntry();
                entry.setName(file.getKey());
                entry.setDirectory(file.getKey().endsWith("/"));
                archive.putArchiveEntry(entry);
                archive.write(file.getValue());
                archive.closeArchiveEntry();
            }
            archive.finish();
            return Arrays.copyOf(channel.array(), (int) channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
