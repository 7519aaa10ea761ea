package org.afterword.protection;

import java.util.List;
import org.afterword.model.Box;
import org.afterword.model.Sha256;

/**
 * A picture that a stranger may see: painted over where the rules or a person say so, and written anew from its pixels,
 * so that nothing else of the file is in it. Only this package makes it.
 *
 * <p>It may still show faces, places and handwriting: of those no rule knows. It is published only once a person has
 * approved exactly these bytes ({@link #seen()}).
 */
public final class RedactedPicture {
    private final byte[] png;
    private final int width;
    private final int height;
    private final Redacted words;
    private final List<Part> parts;
    private final List<Box> painted;

    RedactedPicture(byte[] png, int width, int height, Redacted words, List<Part> parts, List<Box> painted) {
        this.png = png.clone();
        this.width = width;
        this.height = height;
        this.words = words;
        this.parts = List.copyOf(parts);
        this.painted = List.copyOf(painted);
    }

    /** Why a part is covered. */
    public enum Why {
        NAME,
        LIKE_A_NAME,
        CONTACT,
        UNKNOWN,
        UNSURE,
        BY_HAND
    }

    /**
     * @param box in the upright picture as it came
     */
    public record Part(Box box, Why why) {}

    /** The finished file. */
    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** What stands for it where it is not seen: a person's words, else those that can be read in it. */
    public Redacted words() {
        return words;
    }

    /** What is covered, and why; parts may overlap. */
    public List<Part> parts() {
        return parts;
    }

    public long count(Why why) {
        return parts.stream().filter(part -> part.why() == why).distinct().count();
    }

    /** The boxes in the finished picture: all their pixels have the one colour. */
    public List<Box> painted() {
        return painted;
    }

    /** The hash of everything that a stranger would see: the file's bytes and the words. */
    public Sha256 seen() {
        return Sha256.of("afterword/approve-picture/v1\n" + Sha256.of(png) + "\n" + words.text());
    }
}
