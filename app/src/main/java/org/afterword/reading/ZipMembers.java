package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** The members of a ZIP archive: by its directory, or, where that is broken, one after the other. */
final class ZipMembers {
    private static final Charset OLD = Charset.forName("IBM437");

    private ZipMembers() {}

    static void read(Source source, Unpacking out) throws IOException {
        Optional<ZipFile> opened = open(source);
        if (opened.isEmpty()) {
            out.warn(
                    "",
                    "the archive's list of its files is broken or too long: its files were looked for one after the other");
            stream(source, out);
            return;
        }
        try (ZipFile zip = opened.get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                member(entry, zip, out);
            }
        }
    }

    private static Optional<ZipFile> open(Source source) {
        try {
            return Optional.of(ZipKind.open(source));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean old = entry.getNameSource() == ZipArchiveEntry.NameSource.NAME
                && entry.getName().indexOf('\uFFFD') >= 0
                && raw != null;
        return old ? new String(raw, OLD) : entry.getName();
    }

    private static void member(ZipArchiveEntry entry, ZipFile zip, Unpacking out) throws IOException {
        String name = name(entry);
        if (leftOut(entry, name, out)) {
            return;
        }
        if (out.full()) {
            out.tooMuch(name);
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            out.lose(
                    name,
                    "packed in an unknown way",
                    "it is packed in a way that is not known (method " + entry.getMethod() + ")");
            return;
        }
        try (InputStream in = new Opening(() -> zip.getInputStream(entry))) {
            out.member(name, in, OptionalLong.of(entry.getSize()), OptionalLong.of(entry.getCrc()));
        }
    }

    /** Folders, links, what is encrypted, and what an operating system left there. */
    private static boolean leftOut(ZipArchiveEntry entry, String name, Unpacking out) throws IOException {
        if (entry.isDirectory()) {
            out.skip("folders");
            return true;
        }
        if (out.litter(name)) {
            return true;
        }
        if (entry.isUnixSymlink()) {
            out.skip("links");
            return true;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            out.lose(name, "encrypted", "it is encrypted: unpack the archive with its password, and add the folder");
            return true;
        }
        return false;
    }

    private static void stream(Source source, Unpacking out) throws IOException {
        String last = "";
        try (var zip = new ZipArchiveInputStream(source.stream(0))) {
            while (true) {
                Optional<ZipArchiveEntry> next = next(zip, last, out);
                if (next.isEmpty()) {
                    return;
                }
                last = name(next.get());
                if (leftOut(next.get(), last, out)) {
                    continue;
                }
                if (out.full()) {
                    out.tooMuch(last);
                    return;
                }
                if (!zip.canReadEntryData(next.get())
                        || (next.get().getMethod() == ZipMethod.STORED.getCode()
                                && next.get().getGeneralPurposeBit().usesDataDescriptor())) {
                    out.lose(
                            last,
                            "packed in an unknown way",
                            "it is packed in a way that cannot be read without the archive's list of its files");
                    continue;
                }
                out.member(last, zip);
            }
        }
    }

    private static Optional<ZipArchiveEntry> next(ZipArchiveInputStream zip, String last, Unpacking out)
            throws IOException {
        try {
            return Optional.ofNullable(zip.getNextEntry());
        } catch (IOException | RuntimeException e) {
            out.warn(last, "after this member the archive is broken");
            return Optional.empty();
        }
    }

    /** Opened with the first read, so that failing to open is a fault of the member's bytes. */
    static final class Opening extends InputStream {
        interface Opens {
            InputStream open() throws IOException;
        }

        private final Opens opens;
        private Optional<InputStream> in = Optional.empty();

        Opening(Opens opens) {
            this.opens = opens;
        }

        private InputStream in() throws IOException {
            if (in.isEmpty()) {
                in = Optional.ofNullable(opens.open());
            }
            return in.orElseThrow(() -> new IOException("it has no bytes"));
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (in.isPresent()) {
                in.get().close();
            }
        }
    }
}
