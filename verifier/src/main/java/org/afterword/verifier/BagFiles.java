package org.afterword.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a bag, each read and compared with the manifests (RFC 8493), strictly: every file is listed once, no
 * link is followed, nothing outside of the bag is looked at.
 */
final class BagFiles {
    /** The longest list that is read; of about a million files. */
    private static final int LONGEST_LIST = 256 << 20;

    /** The longest of the small files: proofs, notes, tokens. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int DEEPEST = 16;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\r\\n]+)");
    private static final Pattern OXUM = Pattern.compile("(?m)^Payload-Oxum: (0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$");
    private static final LinkOption[] NO_LINKS = {LinkOption.NOFOLLOW_LINKS};

    private final Path root;
    private final List<BagCheck.Problem> problems;
    private final SortedMap<String, String> found = new TreeMap<>();
    private long bytes;
    private long payload;

    BagFiles(Path root, List<BagCheck.Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Every file that there is, with its SHA-256. */
    SortedMap<String, String> found() {
        return found;
    }

    long bytes() {
        return bytes;
    }

    void check() throws IOException {
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new Reader());
        declaration();
        SortedMap<String, String> listed = list(Bag.MANIFEST);
        listed.keySet().removeIf(name -> outside(Bag.MANIFEST, name, name.startsWith(Bag.PAYLOAD)));
        SortedMap<String, String> tags = list(Bag.TAG_MANIFEST);
        tags.keySet()
                .removeIf(name -> outside(
                        Bag.TAG_MANIFEST, name, !name.startsWith(Bag.PAYLOAD) && !name.equals(Bag.TAG_MANIFEST)));
        listed.putAll(tags);
        compare(listed);
        oxum();
    }

    private final class Reader extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = name(file);
            if (!attributes.isRegularFile()) {
                problem(name, "This is no file, but a link, a device or a folder too deep; it was not followed.");
                return FileVisitResult.CONTINUE;
            }
            var digest = Hashes.sha256();
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] buffer = new byte[1 << 16];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                    bytes += count;
                    payload += name.startsWith(Bag.PAYLOAD) ? count : 0;
                }
            }
            found.put(name, Hashes.hex(digest.digest()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problem(name(file), "This file cannot be read.");
            return FileVisitResult.CONTINUE;
        }
    }

    private String name(Path file) {
        var name = new StringBuilder();
        for (Path part : root.relativize(file)) {
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return name.toString();
    }

    private void problem(String file, String message) {
        problems.add(new BagCheck.Problem(file, message));
    }

    private void declaration() throws IOException {
        if (!text(Bag.DECLARATION).equals(Optional.of(Bag.DECLARED))) {
            problem(Bag.DECLARATION, "This does not declare a bag of BagIt 1.0 in UTF-8.");
        }
        if (found.containsKey("fetch.txt")) {
            problem("fetch.txt", "Parts of the bag are said to lie elsewhere; nothing is fetched.");
        }
    }

    private boolean outside(String manifest, String name, boolean place) {
        boolean plain = place
                && !name.contains("\\")
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!plain) {
            problem(manifest, "A line names a place where nothing of this list may lie.");
        }
        return !plain;
    }

    private SortedMap<String, String> list(String manifest) throws IOException {
        var listed = new TreeMap<String, String>();
        Optional<String> text = read(manifest, LONGEST_LIST);
        if (text.isEmpty()) {
            return listed;
        }
        if (!text.get().endsWith("\n")) {
            problem(manifest, "The list is cut off.");
            return listed;
        }
        String lines = text.get().substring(0, text.get().length() - 1);
        for (String line : lines.split("\n", -1)) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                problem(manifest, "A line of the list cannot be read.");
            } else if (listed.put(decoded(parts.group(2)), parts.group(1)) != null) {
                problem(manifest, "A file is listed twice.");
            }
        }
        return listed;
    }

    /** RFC 8493, section 2.1.3: line feed, carriage return and percent sign are percent-encoded, nothing else is. */
    private static String decoded(String name) {
        return name.replaceAll("%0[aA]", "\n").replaceAll("%0[dD]", "\r").replace("%25", "%");
    }

    private void compare(SortedMap<String, String> listed) {
        Set<String> names = new TreeSet<>(found.keySet());
        names.addAll(listed.keySet());
        names.remove(Bag.TAG_MANIFEST);
        for (String name : names) {
            String is = found.getOrDefault(name, "");
            String should = listed.getOrDefault(name, "");
            if (is.isEmpty()) {
                problem(name, "The file is missing.");
            } else if (should.isEmpty()) {
                problem(name, "The file is in no list, so it does not belong to the bag.");
            } else if (!is.equals(should)) {
                problem(name, "The file was changed.");
            }
        }
    }

    private void oxum() throws IOException {
        long files = found.keySet().stream()
                .filter(name -> name.startsWith(Bag.PAYLOAD))
                .count();
        var stated = OXUM.matcher(text(Bag.INFO).orElse(""));
        if (!stated.find() || !stated.group().equals("Payload-Oxum: " + payload + "." + files) || stated.find()) {
            problem(Bag.INFO, "It does not say that there are " + payload + " bytes in " + files + " files.");
        }
    }

    /** A small file's text, the very bytes that were compared; empty, and a problem is noted, if it has none. */
    Optional<String> text(String name) throws IOException {
        return read(name, LONGEST_TEXT);
    }

    /** A small file's bytes, the very ones that were compared; empty, and a problem is noted, if it has none. */
    Optional<byte[]> content(String name, int longest) throws IOException {
        if (!found.containsKey(name)) {
            problem(name, "The file is missing.");
            return Optional.empty();
        }
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file, NO_LINKS) || Files.size(file) > longest) {
            problem(name, "The file is too long for what it is.");
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        if (!Hashes.hex(Hashes.sha256(content)).equals(found.get(name))) {
            problem(name, "The file is being changed while it is checked.");
            return Optional.empty();
        }
        return Optional.of(content);
    }

    Optional<byte[]> content(String name) throws IOException {
        return content(name, LONGEST_TEXT);
    }

    private Optional<String> read(String name, int longest) throws IOException {
        Optional<byte[]> content = content(name, longest);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.get()))
                    .toString());
        } catch (CharacterCodingException e) {
            problem(name, "The file is no text in UTF-8.");
            return Optional.empty();
        }
    }
}
