package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;

/** The members of a 7z archive. */
final class SevenZipMembers {
    /** For its list of files, and for unpacking. */
    private static final int MOST_MEMORY_KIB = 160 << 10;

    private SevenZipMembers() {}

    static void read(Source source, Unpacking out) throws IOException {
        Optional<SevenZFile> opened = open(source, out);
        if (opened.isPresent()) {
            try (SevenZFile archive = opened.get()) {
                for (SevenZArchiveEntry entry : archive.getEntries()) {
                    member(entry, archive, out);
                }
            }
        }
    }

    private static Optional<SevenZFile> open(Source source, Unpacking out) throws IOException {
        try {
            return Optional.of(SevenZFile.builder()
                    .setSeekableByteChannel(new SourceChannel(source))
                    .setMaxMemoryLimitKiB(MOST_MEMORY_KIB)
                    .setUseDefaultNameForUnnamedEntries(true)
                    .setDefaultName("unnamed")
                    .get());
        } catch (PasswordRequiredException e) {
            out.warn("", "it is encrypted: unpack it with its password, and add the folder");
        } catch (IOException | RuntimeException e) {
            out.warn(
                    "",
                    "the archive's list of its files, which stands at its end, is broken or missing: nothing could be unpacked");
        }
        return Optional.empty();
    }

    private static void member(SevenZArchiveEntry entry, SevenZFile archive, Unpacking out) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            out.skip("folders");
            return;
        }
        if (out.litter(name)) {
            return;
        }
        if (out.full()) {
            out.tooMuch(name);
            return;
        }
        if (entry.isAntiItem()) {
            out.skip("marks of deleted files");
            return;
        }
        InputStream in;
        try {
            in = entry.hasStream() ? archive.getInputStream(entry) : InputStream.nullInputStream();
            if (isEncrypted(entry)) {
                throw new PasswordRequiredException(name);
            }
        } catch (PasswordRequiredException e) {
            out.lose(name, "encrypted", "it is encrypted: unpack the archive with its password, and add the folder");
            return;
        } catch (IOException | RuntimeException e) {
            out.lose(
                    name,
                    "packed in an unknown way",
                    "it is broken, or packed in a way that is not known or takes too much memory");
            return;
        }
        out.member(name, in, OptionalLong.of(entry.getSize()), OptionalLong.empty());
    }

    private static boolean isEncrypted(SevenZArchiveEntry entry) {
        for (SevenZMethodConfiguration method : entry.getContentMethods()) {
            if (method.getMethod() == SevenZMethod.AES256SHA256) {
                return true;
            }
        }
        return false;
    }
}
