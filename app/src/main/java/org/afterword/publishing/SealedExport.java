package org.afterword.publishing;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file, {@code DIR.zip.age}: all files in one folder of a zip archive, encrypted with age ({@code
 * age-encryption.org/v1}) while it is written, so that nothing of it is ever on the disk in plain.
 */
public final class SealedExport implements Destination {
    /** What every file says of when it was made. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Path place;
    private final Path next;
    private final String folder;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private boolean placed;

    /**
     * @param folder the name that a folder would have
     * @param recipients {@code age1…}, at least one
     * @throws IllegalArgumentException if one is no recipient of age
     * @throws FileAlreadyExistsException if the file is there already
     */
    public SealedExport(Path folder, List<String> recipients) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        Path parent = whole.getParent();
        if (name == null || parent == null) {
            throw new IllegalArgumentException("an export needs a name of its own");
        }
        List<RecipientStanzaWriter> writers = writers(recipients);
        this.folder = name + "/";
        place = whole.resolveSibling(name + ".zip.age");
        checkFree();
        next = whole.resolveSibling("." + name + ".afterword-next");
        Folder.delete(next);
        Files.createDirectories(parent);
        channel = FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            zip = new ZipOutputStream(Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(new Unclosed(channel), writers)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has what age needs", e);
        }
    }

    private static List<RecipientStanzaWriter> writers(List<String> recipients) {
        var writers = new ArrayList<RecipientStanzaWriter>();
        for (String recipient : recipients) {
            try {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "this is no age recipient: one begins with 'age1' and has 62 characters", e);
            }
        }
        return writers;
    }

    private void checkFree() throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString());
        }
    }

    /** What lies below stays open until it is on the disk. */
    private record Unclosed(FileChannel below) implements java.nio.channels.WritableByteChannel {
        @Override
        public int write(java.nio.ByteBuffer bytes) throws IOException {
            return below.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return below.isOpen();
        }

        @Override
        public void close() {}
    }

    @Override
    public OutputStream open(String name) throws IOException {
        var entry = new ZipEntry(folder + name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    @Override
    public void place() throws IOException {
        zip.close();
        channel.force(true);
        channel.close();
        checkFree();
        Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
        placed = true;
    }

    @Override
    public Path path() {
        return place;
    }

    @Override
    public void close() throws IOException {
        if (!placed) {
            channel.close();
            Files.deleteIfExists(next);
        }
    }
}
