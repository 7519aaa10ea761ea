package org.afterword.capture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Age;
import org.afterword.casefile.DropBox;
import org.afterword.casefile.Frames;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * Captures that wait beside a closed case: one age file each, sealed for the case, under a random name. Who sees the
 * folder learns how many there are, how large and when they came; not of what.
 *
 * <p>A file's content is one frame of JSON ({@link Waiting} without its parts), then the bytes of each part, in the
 * order of {@link CaptureRecord#parts()}.
 */
public final class DropFolder {
    private static final String ENDING = ".age";
    private static final String UNFINISHED = "unfinished-";
    private static final long LARGEST = 1L << 30;
    private final Path folder;

    public DropFolder(Path folder) {
        this.folder = folder;
    }

    /** {@code NAME.afterword-drop}, beside the case. */
    public static DropFolder beside(Path caseFile) {
        Path whole = caseFile.toAbsolutePath();
        return new DropFolder(whole.resolveSibling(whole.getFileName() + "-drop"));
    }

    public Path path() {
        return folder;
    }

    /**
     * A capture that waits.
     *
     * @param group what the page tells of
     * @param baseline whether that is an ordinary group
     */
    public record Waiting(CaptureRecord how, Optional<String> group, boolean baseline) {}

    /** One that was opened. */
    public record Opened(Waiting waiting, Capture capture) {}

    /**
     * Seals a capture; when this returns, it is on the disk, whole.
     *
     * @param recipient the case's ({@link DropBox#recipient()})
     */
    public void put(Capture capture, Optional<String> group, boolean baseline, String recipient) throws IOException {
        make();
        String name = Id.random().toString();
        Path unfinished = folder.resolve(UNFINISHED + name);
        try (OutputStream out = Age.encrypt(Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW), recipient)) {
            out.write(Frames.write(new Waiting(capture.how(), group, baseline)));
            for (Capture.Part part : capture.parts()) {
                out.write(part.bytes());
            }
        }
        sync(unfinished);
        Files.move(unfinished, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void sync(Path file) throws IOException {
        if (Files.isDirectory(file) && !Files.exists(Path.of("/proc"))) {
            return; // only Unix opens a folder
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The sealed files, the oldest first. What was begun an hour ago and never finished is removed. */
    public List<Path> waiting() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING) && Files.isRegularFile(file)) {
                    files.add(file);
                } else if (name.startsWith(UNFINISHED) && changed(file).isBefore(Instant.now().minus(Duration.ofHours(1)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        files.sort(Comparator.comparing(DropFolder::changed).thenComparing(Path::getFileName));
        return files;
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * @throws IOException if it was sealed for another case, changed, cut, or is not what a watch writes
     */
    public static Opened open(Path file, DropBox box) throws IOException {
        try (InputStream sealed = Files.newInputStream(file);
                var in = new DataInputStream(box.open(sealed))) {
            Waiting waiting = Frames.read(in, Waiting.class).orElseThrow(() -> new IOException("it is empty"));
            List<Capture.Part> parts = new ArrayList<>();
            boolean told = waiting.how().status() < 400;
            for (CaptureRecord.Kept kept : waiting.how().parts()) {
                if (kept.size() < 0 || kept.size() > LARGEST || !kept.name().startsWith("capture/")) {
                    throw new IOException("it is not what a watch writes");
                }
                byte[] bytes = in.readNBytes((int) kept.size());
                if (!Sha256.of(bytes).equals(kept.sha256())) {
                    throw new IOException("it is not what its record says");
                }
                boolean read = told && (kept.kind().equals("page") || kept.kind().equals("body"));
                parts.add(new Capture.Part(kept.kind(), kept.name(), bytes, read));
            }
            if (in.read() >= 0) {
                throw new IOException("it is not what a watch writes");
            }
            return new Opened(waiting, new Capture(waiting.how(), parts));
        }
    }
}
