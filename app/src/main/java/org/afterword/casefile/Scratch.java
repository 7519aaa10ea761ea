package org.afterword.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * The one place for temporary files. It is private, lies in memory where the machine has a file system for that, and is
 * wiped when it is closed; what a killed program left behind is wiped when the next one opens.
 */
public final class Scratch implements AutoCloseable {
    private static final String PREFIX = "afterword-scratch-";
    private static final String LOCK = "lock";
    private static final Duration STARTING = Duration.ofSeconds(10);
    private final Path root;
    private final boolean inMemory;
    private final FileChannel lock;

    private Scratch(Path root, boolean inMemory, FileChannel lock) {
        this.root = root;
        this.inMemory = inMemory;
        this.lock = lock;
    }

    /**
     * @throws CaseException.CannotWrite if there is no place for temporary files on this machine
     */
    public static Scratch open() throws CaseException {
        var memory = Stream.of(Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")), Optional.of("/dev/shm"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Scratch::isMemory)
                .findFirst();
        return open(memory.orElse(Path.of(System.getProperty("java.io.tmpdir"))), memory.isPresent());
    }

    /**
     * A place on a disk, for what is too much for memory: spools alone, since there is no folder in memory.
     *
     * @throws CaseException.CannotWrite if there is no place for temporary files on this machine
     */
    public static Scratch onDisk() throws CaseException {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        return open(
                Stream.of(usual, Path.of("/var/tmp"))
                        .filter(base -> Files.isWritable(base) && !isMemory(base))
                        .findFirst()
                        .orElse(usual),
                false);
    }

    static Scratch open(Path base, boolean inMemory) throws CaseException {
        try {
            sweep(base);
            var root = Files.createDirectory(base.resolve(PREFIX + Id.random()), ownerOnly(base));
            var lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new Scratch(root, inMemory, lock);
        } catch (IOException e) {
            throw new CaseException.CannotWrite(e);
        }
    }

    private static boolean isMemory(Path base) {
        try {
            return Files.isWritable(base)
                    && Stream.of("tmpfs", "ramfs")
                            .anyMatch(Files.getFileStore(base).type()::equals);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path base) {
        return base.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void sweep(Path base) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (var folder : left) {
                if (isAbandoned(folder)) {
                    wipe(folder);
                }
            }
        }
    }

    /** Nobody holds its lock, and nobody is about to take it. */
    private static boolean isAbandoned(Path folder) {
        try {
            if (!Files.isDirectory(folder)
                    || !Files.isWritable(folder)
                    || Files.getLastModifiedTime(folder)
                            .toInstant()
                            .isAfter(Instant.now().minus(STARTING))) {
                return false;
            }
            if (!Files.exists(folder.resolve(LOCK))) {
                return true;
            }
            try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                    @Nullable FileLock free = channel.tryLock()) {
                return free != null;
            }
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void wipe(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * A private folder in memory, for programs that need a file with a name. Empty if this machine has no such place:
     * then do without, since a disk keeps what was written on it.
     */
    public Optional<Path> folder() {
        return inMemory ? Optional.of(root) : Optional.empty();
    }

    /** A place for bytes that are too many for memory; encrypted under a key that nobody keeps. */
    public Spool spool() {
        return new Spool(root.resolve(Id.random().toString()));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            wipe(root);
        }
    }
}
