package org.afterword.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.verifier.SiteCheck;

/**
 * The folder of a site, replaced in one step: the new site is written whole beside the old one, and takes its place by
 * renaming. If that is interrupted between the two renames, the old site lies beside it, and the next publication
 * begins by putting it back.
 */
final class Folder {
    /** When every file of every site was made, as far as the file system says. */
    static final FileTime ALWAYS = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Path place;
    private final Path next;
    private final Path before;

    Folder(Path place) {
        this.place = place.toAbsolutePath().normalize();
        Path name = this.place.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("a site needs a folder of its own");
        }
        next = this.place.resolveSibling("." + name + ".afterword-next");
        before = this.place.resolveSibling("." + name + ".afterword-before");
    }

    /** Why no site may be put here; empty if one may. A sentence about what is in the way, and what to do. */
    Optional<Obstacle> obstacle() throws IOException {
        if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(inTheWay("There is something that is not a folder."));
        }
        List<Path> entries;
        try (var listed = Files.list(place)) {
            entries = listed.toList();
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (!SiteCheck.isSite(place)) {
            return Optional.of(inTheWay("The folder has files in it and is not a site that Afterword has published."));
        }
        var listed = SiteCheck.listed(place);
        return entries.stream()
                .filter(entry -> !listed.contains(entry.getFileName().toString()))
                .findFirst()
                .map(entry ->
                        inTheWay("In the folder is a file that does not belong to the site: " + entry.getFileName()));
    }

    private Obstacle inTheWay(String what) {
        return new Obstacle(
                what, place.toString(), Optional.empty(), "Name another folder, or move away what lies there.");
    }

    /** Puts the files in place of whatever site was there. */
    void replace(Map<String, Finished> files) throws IOException {
        if (Files.exists(before, LinkOption.NOFOLLOW_LINKS) && Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(before, place, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(before);
        delete(next);
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(next);
        try {
            List<Path> written = files.entrySet().parallelStream()
                    .flatMap(file -> {
                        Path path = next.resolve(file.getKey());
                        if (linked(path, place.resolve(file.getKey()), file.getValue())) {
                            return Stream.empty();
                        }
                        write(path, file.getValue().bytes());
                        return Stream.of(path);
                    })
                    .toList();
            if (!Disk.settle(next)) {
                written.parallelStream().forEach(Folder::settle);
            }
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        Files.setLastModifiedTime(next, ALWAYS);
        boolean replaced = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        if (replaced) {
            Files.move(place, before, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaced) {
                Files.move(before, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(before);
    }

    /** What lies there already, byte for byte, need not be written again; not every file system can link. */
    private static boolean linked(Path path, Path old, Finished file) {
        try {
            var there = Files.readAttributes(old, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!there.isRegularFile() || there.size() != file.length() || !file.is(Files.readAllBytes(old))) {
                return false;
            }
            if (!there.lastModifiedTime().equals(ALWAYS)) {
                Files.setLastModifiedTime(old, ALWAYS);
            }
            Files.createLink(path, old);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.setLastModifiedTime(path, ALWAYS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void settle(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder and all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException error) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
