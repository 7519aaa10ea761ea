package org.afterword.protection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.afterword.people.Sifted;
import org.jspecify.annotations.Nullable;

/**
 * Looks for hidden names in the bytes of a finished file, whatever made them: in its plain text, in the text across
 * tags and entities, in attribute values, behind escapes, percent-encoding and base64, and in its path.
 *
 * <p>What counts as a name, and when a single name that is also an ordinary word does, is the same rule by which texts
 * are protected ({@link Cover}). A form that a kept name shares is let through, and so is one that a person called no
 * name.
 */
public final class Scan {
    /** How long one is, in hexadecimal digits. */
    private static final int DIGEST = 64;

    private static final String GUID = "00000000-0000-0000-0000-000000000000";

    private final Protection protection;
    private final Cover cover;
    private final UnaryOperator<String> frame;

    private Scan(Protection protection, UnaryOperator<String> frame) {
        this.protection = protection;
        this.cover = protection.cover();
        this.frame = frame;
    }

    public static Scan of(Protection protection) {
        return of(protection, text -> text);
    }

    /**
     * @param frame crosses out what stands in every such file whoever is hidden, and leaves all else where it stood; asked
     *     only where something was found
     */
    public static Scan of(Protection protection, UnaryOperator<String> frame) {
        return new Scan(protection, frame);
    }

    /**
     * @param path where the file will stand, with {@code /} between folders
     * @param bytes all of it
     * @return each place once, in the order of views and text; empty if nothing hidden was found
     */
    public List<Leak> scan(String path, byte[] bytes) {
        return scan(path, bytes, text -> {});
    }

    /**
     * The same, for somebody who looks for something else at the same time.
     *
     * @param besides is given the file's text in every way in which it can be read
     */
    public List<Leak> scan(String path, byte[] bytes, Consumer<String> besides) {
        var leaks = new LinkedHashSet<Leak>();
        String shownPath = protection.line(path).text();
        new Views(
                        cover::sift,
                        (view, sifted) -> stretches(view.text(), sifted)
                                .forEach(stretch -> leaks.add(new Leak(
                                        shownPath,
                                        "its path",
                                        stretch.clusters().getFirst(),
                                        "path"))))
                .ofText("path", path);
        new Views(cover::sift, (view, sifted) -> {
                    besides.accept(view.text());
                    stretches(view.text(), sifted)
                            .forEach(stretch -> leaks.add(new Leak(
                                    shownPath,
                                    view.where(stretch.span().start()),
                                    stretch.clusters().getFirst(),
                                    view.name())));
                })
                .of(bytes);
        return List.copyOf(leaks);
    }

    private Stream<Cover.Stretch> stretches(String text, Sifted sifted) {
        String named = withoutGuids(withoutDigests(text));
        List<Cover.Stretch> found = cover.of(named, named.equals(text) ? sifted : cover.sift(named));
        if (!found.isEmpty()) {
            String said = frame.apply(named);
            found = said.equals(named) ? found : cover.of(said, cover.sift(said));
        }
        return found.stream().filter(stretch -> !stretch.shared());
    }

    /**
     * The letters in a digest name nobody, however much "7ada3" looks like somebody's name with numbers. A digest has a
     * hexadecimal digit at one of every 64 places, and those around it.
     */
    private static String withoutDigests(String text) {
        int done = 0;
        var kept = new StringBuilder();
        for (int at = DIGEST - 1; at < text.length(); at += DIGEST) {
            int from = at;
            int to = at;
            while (from > done && at - from <= DIGEST && hexadecimal(text.charAt(from - 1))) {
                from--;
            }
            while (to < text.length() && to - from <= DIGEST && hexadecimal(text.charAt(to))) {
                to++;
            }
            if (to - from == DIGEST && !inWord(text, from - 1) && !inWord(text, to)) {
                kept.append(text, done, from).append(" ".repeat(DIGEST));
                done = to;
            }
        }
        return done == 0 ? text : kept.append(text, done, text.length()).toString();
    }

    /** Nor do those in a GUID, by which exchange formats know things. */
    private static String withoutGuids(String text) {
        @Nullable StringBuilder kept = null;
        for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
            int from = at - GUID.indexOf('-');
            if (from >= 0 && guid(text, from) && !inWord(text, from - 1) && !inWord(text, from + GUID.length())) {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.replace(from, from + GUID.length(), " ".repeat(GUID.length()));
                at = from + GUID.length() - 1;
            }
        }
        return kept == null ? text : kept.toString();
    }

    private static boolean guid(String text, int from) {
        if (from + GUID.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < GUID.length(); i++) {
            char c = text.charAt(from + i);
            if (GUID.charAt(i) == '-' ? c != '-' : !hexadecimal(c) && (c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean inWord(String text, int at) {
        char c = at < 0 || at >= text.length() ? ' ' : text.charAt(at);
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
