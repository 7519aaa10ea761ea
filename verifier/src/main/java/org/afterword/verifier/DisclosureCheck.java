package org.afterword.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks what was disclosed of one commitment of a site: that this exhibit, byte for byte, is what stands behind it. The
 * site is checked apart ({@link SiteCheck}).
 */
public final class DisclosureCheck {
    /** With it every commitment begins. */
    public static final String LABEL = "afterword/pub/v1";

    /** In a disclosure: what it is about, as JSON. */
    public static final String DISCLOSURE = "disclosure.json";

    /** In a disclosure: the bytes as they came. */
    public static final String EXHIBIT = "exhibit";

    /** What {@code form} says in {@link #DISCLOSURE}. */
    public static final String FORM = "afterword/disclosure/v1";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    /** A larger exhibit is not searched for the passage. */
    private static final long SEARCHED = 64 << 20;

    private DisclosureCheck() {}

    /**
     * What a check found.
     *
     * @param commitment 64 hexadecimal digits; empty if the disclosure cannot be read
     * @param sha256 of the exhibit that was disclosed, 64 hexadecimal digits
     * @param pages of the site that show the commitment
     * @param passage the words that were disclosed with it, as they stand in what was read of the exhibit
     * @param found whether the words stand in the exhibit, read as UTF-8 and whatever blanks are between them; if not, it
     *     may be of another kind, and one has to look
     * @param problems nothing, if the exhibit is the one that was committed to
     */
    public record Result(
            Optional<String> commitment,
            Optional<String> sha256,
            List<String> pages,
            Optional<String> passage,
            boolean found,
            List<SiteCheck.Problem> problems) {
        public boolean ok() {
            return problems.isEmpty();
        }
    }

    /**
     * SHA-256({@link #LABEL} ‖ salt ‖ SHA-256 of the exhibit).
     *
     * @param salt 32 bytes
     * @param exhibit the exhibit's hash, 32 bytes
     */
    public static byte[] commitment(byte[] salt, byte[] exhibit) {
        return Hashes.sha256(LABEL.getBytes(StandardCharsets.UTF_8), salt, exhibit);
    }

    /**
     * @param folder with {@link #DISCLOSURE} and {@link #EXHIBIT}
     * @throws IOException if a file is missing or cannot be read
     */
    public static Result verify(Path site, Path folder) throws IOException {
        var problems = new ArrayList<SiteCheck.Problem>();
        String text = Files.readString(folder.resolve(DISCLOSURE));
        Map<?, ?> said = JsonReader.read(text).orElse(null) instanceof Map<?, ?> map ? map : Map.of();
        Optional<String> claimed = digest(said.get("commitment"));
        Optional<String> salt = digest(said.get("salt"));
        if (!FORM.equals(said.get("form")) || claimed.isEmpty() || salt.isEmpty()) {
            problems.add(new SiteCheck.Problem(DISCLOSURE, "It cannot be read."));
            return new Result(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false, problems);
        }
        byte[] hash = hash(folder.resolve(EXHIBIT));
        String made = Hashes.hex(commitment(HexFormat.of().parseHex(salt.get()), hash));
        if (!made.equals(claimed.get())) {
            problems.add(new SiteCheck.Problem(EXHIBIT, "This exhibit is not the one behind the commitment."));
        }
        List<String> pages = pages(site, claimed.get());
        if (!Files.readString(site.resolve(SiteCheck.COMMITMENTS))
                .lines()
                .toList()
                .contains(claimed.get())) {
            problems.add(new SiteCheck.Problem(SiteCheck.COMMITMENTS, "The commitment is not one of this site."));
        }
        Optional<String> passage = Optional.ofNullable(said.get("passage"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
        return new Result(
                claimed,
                Optional.of(Hashes.hex(hash)),
                pages,
                passage,
                passage.isPresent() && found(folder.resolve(EXHIBIT), passage.get()),
                List.copyOf(problems));
    }

    private static Optional<String> digest(Object value) {
        return value instanceof String text && DIGEST.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static byte[] hash(Path exhibit) throws IOException {
        var digest = Hashes.sha256();
        try (InputStream in = Files.newInputStream(exhibit, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static List<String> pages(Path site, String commitment) throws IOException {
        var pages = new ArrayList<String>();
        try (var files = Files.list(site)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".html")
                        && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(commitment)) {
                    pages.add(file.getFileName().toString());
                }
            }
        }
        return pages;
    }

    private static boolean found(Path exhibit, String passage) throws IOException {
        if (Files.size(exhibit) > SEARCHED) {
            return false;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(exhibit)))
                    .toString();
            return blanks(text).contains(blanks(passage));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String blanks(String text) {
        return BLANK.matcher(text).replaceAll(" ");
    }
}
