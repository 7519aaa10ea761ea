package org.afterword.protection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Id;
import org.afterword.protection.RedactedPicture.Part;
import org.afterword.protection.RedactedPicture.Why;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Origin;
import org.afterword.reading.PictureWords;
import org.afterword.reading.Pixels;
import org.afterword.reading.UnshownPicture;

/**
 * Covers pictures. The child unpacks them, and gives their words and their pixels; what is covered is decided, painted
 * and written here, so that no file can bring along what is not its pixels.
 */
public final class PictureProtection {
    /** Of both sides of a finished picture, in pixels. */
    public static final int LONGEST = 1600;

    /** How often what can still be read once it is covered is covered as well. */
    private static final int ROUNDS = 3;

    private final Protection protection;
    private final PictureCover cover;
    private final ChildReader child;

    public PictureProtection(Protection protection, ChildReader child) {
        this.protection = protection;
        this.cover = new PictureCover(protection);
        this.child = child;
    }

    /**
     * The picture as a stranger may see it.
     *
     * @param account that was read in it
     * @param origin its bytes
     * @param byHand what a person covers besides, in the upright picture
     * @param description what it shows, in a person's words
     * @throws UnshownPicture if it cannot be looked at, or names can still be read in it once they are covered
     * @throws IllegalArgumentException if a box lies outside of the picture
     */
    public RedactedPicture cover(Account account, Origin origin, List<Box> byHand, Optional<String> description)
            throws IOException {
        PictureWords seen = child.words(origin);
        var parts = new ArrayList<Part>();
        for (Box box : byHand) {
            if (box.x() >= seen.width() || box.y() >= seen.height()) {
                throw new IllegalArgumentException("the box " + box + " lies outside of the picture, which is "
                        + seen.width() + " pixels wide and " + seen.height() + " high");
            }
            parts.add(new Part(box, Why.BY_HAND));
        }
        add(cover.all(seen, account), parts);
        for (int round = 1; ; round++) {
            List<Box> boxes = parts.stream().map(Part::box).distinct().toList();
            Pixels pixels = child.covered(origin, boxes, LONGEST, 0);
            double by = (double) pixels.width() / seen.width();
            List<Box> painted =
                    boxes.stream().map(box -> box.scaled(by).grown(1)).toList();
            pixels.paint(painted, 0, 0, 0);
            byte[] png = Png.of(pixels);
            PictureWords again = child.words(Origin.of(png));
            List<Part> left = cover.named(again, account);
            if (round > ROUNDS ? cover.readable(again).isEmpty() : left.isEmpty()) {
                Redacted words = description.map(protection::line).orElseGet(() -> protection.protect(account));
                return new RedactedPicture(
                        png,
                        pixels.width(),
                        pixels.height(),
                        new Box(0, 0, seen.width(), seen.height()),
                        words,
                        parts,
                        painted);
            }
            if (round > ROUNDS) {
                throw new UnshownPicture("a picture in which a name can still be read once it is covered;"
                        + " cover it by hand, with a box");
            }
            List<Part> more = left.stream()
                    .map(part -> new Part(part.box().scaled(1 / by), part.why()))
                    .toList();
            add(more, parts);
        }
    }

    /**
     * A picture as it came, for whoever works with the case alone: written anew from its pixels, and made smaller if it is
     * large. Nothing in it is covered, so that it is never published.
     */
    public static final class Uncovered {
        private final byte[] png;
        private final Box came;

        private Uncovered(byte[] png, Box came) {
            this.png = png;
            this.came = came;
        }

        public byte[] png() {
            return png.clone();
        }

        /** The whole of it, before it was made smaller. */
        public Box came() {
            return came;
        }
    }

    /**
     * @param page of a file that has pages, from 1; 0 of a picture
     * @throws UnshownPicture if it cannot be unpacked, or drawn
     */
    public static Uncovered uncovered(ChildReader child, Origin origin, int page) throws IOException {
        Pixels pixels = child.covered(origin, List.of(), LONGEST, page);
        return new Uncovered(Png.of(pixels), pixels.came());
    }

    /** What lies within a box already needs none of its own. */
    private static void add(List<Part> more, List<Part> parts) {
        for (Part part : more) {
            if (parts.stream().noneMatch(known -> known.box().contains(part.box()))) {
                parts.add(part);
            }
        }
    }

    /**
     * What can be read in a finished picture.
     *
     * @param leaks hidden names
     * @param text all of it
     */
    public record Looked(List<Leak> leaks, String text) {
        public Looked {
            leaks = List.copyOf(leaks);
        }
    }

    /**
     * Looks at the bytes of a finished picture, as if nothing were known of how they came about.
     *
     * @param path where the file will stand
     * @throws UnshownPicture if it cannot be looked at
     */
    public Looked look(String path, byte[] png) throws IOException {
        PictureWords seen = child.words(Origin.of(png));
        Map<Id, Box> readable = cover.readable(seen);
        String text = PictureText.of(seen.words()).stream()
                .map(PictureText::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return new Looked(
                readable.entrySet().stream()
                        .map(entry -> new Leak(
                                protection.line(path).text(),
                                "in the picture, at " + entry.getValue(),
                                entry.getKey(),
                                "picture"))
                        .toList(),
                text);
    }
}
