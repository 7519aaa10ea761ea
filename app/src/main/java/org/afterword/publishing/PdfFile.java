package org.afterword.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.page.Assets;

/** A PDF at its place, put there in one step; one that was there is replaced, anything else is left alone. */
final class PdfFile {
    private static final byte[] MARK = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final Path place;
    private final Path next;
    private final String name;

    PdfFile(Path place) {
        this.place = place.toAbsolutePath().normalize();
        Path last = this.place.getFileName();
        if (last == null) {
            throw new IllegalArgumentException("a PDF needs a file name");
        }
        name = last.toString();
        next = this.place.resolveSibling("." + name + ".afterword-next");
    }

    String name() {
        return name;
    }

    /**
     * What is scanned: the PDF, and the page from which it is set, in which no line is broken; without the stylesheet,
     * which is ours.
     */
    static Map<String, byte[]> scanned(String name, String page, byte[] pdf) {
        var files = new TreeMap<String, byte[]>();
        files.put(name, pdf);
        files.put(name + ", as it is set", page.replace(Assets.printed(), "").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Why nothing may be put here; empty if it may. */
    Optional<Obstacle> obstacle() throws IOException {
        if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(place)) {
                if (Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Obstacle(
                "There is something that is not a PDF.",
                place.toString(),
                Optional.empty(),
                "Name another file, or move away what lies there."));
    }

    /** Nobody else who has an account on the machine may read it. */
    void replace(byte[] pdf) throws IOException {
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.deleteIfExists(next);
        try {
            try (FileChannel channel =
                    FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
                }
                var bytes = ByteBuffer.wrap(pdf);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setLastModifiedTime(next, Folder.ALWAYS);
            Files.move(next, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
