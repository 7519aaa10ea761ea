package org.afterword.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a published site without the case: every byte of it. */
public final class SiteCheck {
    /** A line for each commitment. */
    public static final String COMMITMENTS = "commitments.txt";

    /** A line for each other file, as sha256sum writes it. */
    public static final String SUMS = "SHA256SUMS";

    /** The signed note over tree and files. */
    public static final String CHECKPOINT = "checkpoint.txt";

    /** The note's fourth line: says what the note is about, and in which form. */
    public static final String FORM = "afterword/site/v1";

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_][A-Za-z0-9._-]*)");

    private SiteCheck() {}

    /**
     * What a check found.
     *
     * @param signedBy the key that signed the site, in the text form of signed notes; empty if the signature is wrong.
     *     It says that the site is as that key's owner made it, not who that is, and not that it is true
     * @param unchangedSince whether the site is the one of the checkpoint that was given from outside; empty if none was
     * @param root of the tree of commitments, 64 hexadecimal digits
     * @param files how many were checked
     * @param bytes how many
     * @param problems nothing, if the site is whole
     */
    public record Result(
            Optional<String> signedBy,
            Optional<Boolean> unchangedSince,
            Optional<String> root,
            int files,
            long bytes,
            List<Problem> problems) {
        public boolean ok() {
            return problems.isEmpty();
        }
    }

    /**
     * @param file its name in the site
     * @param message a sentence
     */
    public record Problem(String file, String message) {}

    /** Whether the folder looks like a site that this program has published, whole or not. */
    public static boolean isSite(Path folder) {
        try {
            return note(Files.readString(folder.resolve(CHECKPOINT))).isPresent()
                    && Files.isRegularFile(folder.resolve(SUMS), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
    }

    /** The files of the site by its own list; what else lies there is somebody else's. */
    public static Set<String> listed(Path site) throws IOException {
        var listed = new TreeSet<String>(List.of(SUMS, CHECKPOINT));
        text(site, SUMS).lines().map(SUM::matcher).filter(Matcher::matches).forEach(sum -> listed.add(sum.group(2)));
        return listed;
    }

    /**
     * @throws IOException if the folder cannot be read
     */
    public static Result verify(Path site) throws IOException {
        return verify(site, Optional.empty());
    }

    /**
     * @param since a checkpoint of this site, kept elsewhere
     * @throws IOException if the folder cannot be read
     */
    public static Result verify(Path site, Optional<String> since) throws IOException {
        var problems = new ArrayList<Problem>();
        SortedMap<String, String> found = new TreeMap<>();
        long bytes = 0;
        try (var entries = Files.list(site)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    byte[] content = Files.readAllBytes(entry);
                    bytes += content.length;
                    found.put(name, Hashes.hex(Hashes.sha256(content)));
                } else {
                    problems.add(new Problem(name, "This is not a file of the site."));
                }
            }
        }
        String note = found.containsKey(CHECKPOINT) ? text(site, CHECKPOINT) : "";
        Optional<PublicationNote> signed = note(note);
        Optional<String> signedBy = signed.flatMap(PublicationNote::signedBy);
        if (signedBy.isEmpty()) {
            problems.add(new Problem(
                    CHECKPOINT,
                    found.containsKey(CHECKPOINT) ? "The signature does not fit." : "The file is missing."));
        }
        checkFiles(site, found, signed, problems);
        checkTree(site, found, signed, problems);
        return new Result(
                signedBy,
                since.map(note::equals),
                signed.map(PublicationNote::root),
                found.size(),
                bytes,
                List.copyOf(problems));
    }

    private static void checkFiles(
            Path site, SortedMap<String, String> found, Optional<PublicationNote> signed, List<Problem> problems)
            throws IOException {
        if (!found.containsKey(SUMS)) {
            problems.add(new Problem(SUMS, "The file is missing."));
            return;
        }
        if (signed.isPresent() && !signed.get().files().equals(found.get(SUMS))) {
            problems.add(new Problem(SUMS, "The list of files is not the one that was signed."));
        }
        var listed = new TreeSet<String>(List.of(SUMS, CHECKPOINT));
        for (String line : text(site, SUMS).split("\n", -1)) {
            Matcher sum = SUM.matcher(line);
            if (!sum.matches()) {
                if (!line.isEmpty()) {
                    problems.add(new Problem(SUMS, "A line of the list of files cannot be read."));
                }
                continue;
            }
            String name = sum.group(2);
            listed.add(name);
            if (!found.containsKey(name)) {
                problems.add(new Problem(name, "The file is missing."));
            } else if (!found.get(name).equals(sum.group(1))) {
                problems.add(new Problem(name, "The file was changed."));
            }
        }
        found.keySet().stream()
                .filter(name -> !listed.contains(name))
                .forEach(name -> problems.add(new Problem(name, "The file does not belong to the site.")));
    }

    private static void checkTree(
            Path site, SortedMap<String, String> found, Optional<PublicationNote> signed, List<Problem> problems)
            throws IOException {
        if (signed.isEmpty() || !found.containsKey(COMMITMENTS)) {
            return;
        }
        if (!signed.get().covers(text(site, COMMITMENTS))) {
            problems.add(new Problem(COMMITMENTS, "The commitments are not those of the signed tree."));
        }
    }

    private static Optional<PublicationNote> note(String text) {
        return PublicationNote.read(FORM, text);
    }

    /** The root of the RFC 9162 tree whose leaves' data are the 32 bytes of each line of {@link #COMMITMENTS}. */
    public static byte[] root(List<String> leaves) {
        return PublicationNote.root(leaves);
    }

    /** Bytes that are no UTF-8 become marks, which then fit nothing that was signed. */
    private static String text(Path site, String name) throws IOException {
        return new String(Files.readAllBytes(site.resolve(name)), StandardCharsets.UTF_8);
    }
}
