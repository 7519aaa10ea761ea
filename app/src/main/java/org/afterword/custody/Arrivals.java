package org.afterword.custody;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The files in what a person hands over, and what was left where it is, with the reason. Folders are walked in the
 * order of their names. A link that was named itself is followed; links inside folders are not, so no walk is endless.
 *
 * @param files in order
 * @param skipped what is no exhibit
 */
public record Arrivals(List<Arrival> files, List<Skipped> skipped) {
    /** Why such a file is left where it is. */
    public static final String HIDDEN = "a hidden file; name it itself, if you want it kept";

    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};

    /**
     * @param file where it is now
     * @param name what it is called in the case: the path from what was named, with {@code /} between folders
     */
    public record Arrival(Path file, String name) {}

    /**
     * @param file what it would have been called
     * @param reason a sentence
     */
    public record Skipped(String file, String reason) {}

    /**
     * @throws NoSuchFileException if one of the paths does not exist; nothing is skipped silently
     */
    public static Arrivals of(List<Path> given) throws IOException {
        var arrivals = new Arrivals(new ArrayList<>(), new ArrayList<>());
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            Path name = path.toAbsolutePath().normalize().getFileName();
            arrivals.take(path, name == null ? "" : name.toString(), true);
        }
        return arrivals;
    }

    private void take(Path path, String name, boolean named) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, named ? FOLLOW : NOFOLLOW);
        } catch (NoSuchFileException e) {
            return; // gone since its folder was read
        } catch (IOException e) {
            skip(name, "it could not be looked at: " + Reasons.of(e));
            return;
        }
        if (attributes.isSymbolicLink()) {
            skip(name, "a link to another place; add what it points to, if you want it kept");
        } else if (!named && hidden(String.valueOf(path.getFileName()))) {
            skip(name, HIDDEN);
        } else if (attributes.isDirectory()) {
            folder(path, name);
        } else if (!attributes.isRegularFile()) {
            skip(name, "not a file with content (a pipe, a socket or a device)");
        } else if (!Files.isReadable(path)) {
            skip(name, "you may not read it; change its permissions and add it again");
        } else {
            files.add(new Arrival(path, name));
        }
    }

    /** Whether what is called so is left where it is, unless it is named itself. */
    public static boolean hidden(String name) {
        return name.startsWith(".")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini")
                || name.equals("__MACOSX");
    }

    private void folder(Path folder, String name) throws IOException {
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            skip(name, "you may not look into this folder; change its permissions and add it again");
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            skip(name, "this folder could not be read to its end: " + Reasons.of(e.getCause()));
        } catch (IOException e) {
            skip(name, "this folder could not be read: " + Reasons.of(e));
            return;
        }
        children.sort(
                (a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
        for (Path child : children) {
            String own = child.getFileName().toString();
            take(child, name.isEmpty() ? own : name + "/" + own, false);
        }
    }

    private void skip(String name, String reason) {
        skipped.add(new Skipped(name, reason));
    }
}
