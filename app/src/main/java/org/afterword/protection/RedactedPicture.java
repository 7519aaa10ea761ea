package org.afterword.protection;

import java.util.List;
import java.util.stream.Stream;
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
    private final Box came;
    private final Redacted words;
    private final List<Part> parts;
    private final List<Box> painted;

    RedactedPicture(byte[] png, int width, int height, Box came, Redacted words, List<Part> parts, List<Box> painted) {
        this.png = png.clone();
        this.width = width;
        this.height = height;
        this.came = came;
        this.words = words;
        this.parts = List.copyOf(parts);
        this.painted = List.copyOf(painted);
    }

    /** Why a part is covered. */
    public enum Why {
        NAME("over names"),
        LIKE_A_NAME("over words that are nearly a name"),
        CONTACT("over what looks like contact details"),
        UNKNOWN("over what looks like a name that is not in the case"),
        UNSURE("over words that were hard to read"),
        BY_HAND("by hand");

        private final String says;

        Why(String says) {
            this.says = says;
        }
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

    /** All of the upright picture as it came, in its pixels. */
    public Box came() {
        return came;
    }

    /** What stands for it where it is not seen: a person's words, else those that can be read in it. */
    public Redacted words() {
        return words;
    }

    /** What is covered, and why; parts may overlap. */
    public List<Part> parts() {
        return parts;
    }

    /** How many of each: "2 over names". */
    public List<String> said() {
        return Stream.of(Why.values())
                .filter(why -> count(why) > 0)
                .map(why -> count(why) + " " + why.says)
                .toList();
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
