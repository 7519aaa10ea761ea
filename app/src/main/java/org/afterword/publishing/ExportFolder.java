package org.afterword.publishing;

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
import java.nio.file.attribute.PosixFilePermissions;

/** A folder, written beside its place and put there by renaming. */
public final class ExportFolder implements Destination {
    private final Path place;
    private final Path next;
    private boolean placed;

    /**
     * @param place nothing, or an empty folder
     * @throws FileAlreadyExistsException if there is something
     */
    public ExportFolder(Path place) throws IOException {
        this.place = place.toAbsolutePath().normalize();
        Path name = this.place.getFileName();
        Path parent = this.place.getParent();
        if (name == null || parent == null) {
            throw new IllegalArgumentException("an export needs a folder of its own");
        }
        checkFree();
        next = parent.resolve("." + name + ".afterword-next");
        Folder.delete(next);
        Files.createDirectories(parent);
        Files.createDirectory(next);
        if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // It may hold exhibits: whoever else has an account on this machine does not look into it.
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void checkFree() throws IOException {
        if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            try (var entries = Files.list(place)) {
                if (entries.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new FileAlreadyExistsException(place.toString());
    }

    @Override
    public OutputStream open(String name) throws IOException {
        Path file = next.resolve(name).normalize();
        if (!file.startsWith(next)) {
            throw new IllegalArgumentException("a file of an export lies in its folder");
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                }
                super.close();
            }
        };
    }

    @Override
    public void place() throws IOException {
        checkFree();
        Files.deleteIfExists(place);
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
            Folder.delete(next);
        }
    }
}
