package org.afterword.posts.alike;

import java.util.ArrayList;
import java.util.List;
import org.afterword.posts.read.Texts;

/**
 * Short texts that repeat others, edited, cut or with words of their own in between, among a million and more. Texts with
 * a common mark ({@link Marks}) whose common words say enough are laid beside each other ({@link Overlap}).
 *
 * @param found by the texts' numbers
 * @param compared how many pairs of texts had a mark in common
 * @param crowded how many marks so many texts have that only some pairs of these were compared for their sake
 */
public record Repeats(List<Repeat> found, long compared, int crowded) {
    /**
     * What a common run must say, in sixteenths of a bit: by chance that happens once among 10²³ pairs of places. Six
     * words at least, since no word says more than fifteen bits.
     */
    private static final int ENOUGH = 78 * Weights.BIT;

    /** The words of so many texts are fetched at once, so that the waits for memory fall together. */
    private static final int FETCHED = 64;

    /** Which texts are compared. */
    public interface Comparing {
        /** Every two. */
        Comparing ALL = (_, _) -> true;

        boolean of(int one, int other);
    }

    /**
     * Finds repeats. Takes some 700 bytes a text of 30 words, and time in proportion to the number of texts; longer texts
     * cost the product of their lengths for each pair that is laid beside, so cut them into passages.
     */
    public static Repeats among(Texts texts, Comparing comparing) {
        var weights = Weights.of(texts);
        var meetings = new Meetings(texts.posts(), new Marks(texts, weights));
        long[] pairs = meetings.pairs();
        var overlap = new Overlap(texts, weights);
        var seen = new int[texts.vocabulary() + 1];
        var found = new ArrayList<Repeat>();
        int marked = -1;
        for (int p = 0; p < pairs.length; p++) {
            if (p % FETCHED == 0) {
                seen[texts.vocabulary()] = fetch(texts, pairs, p);
            }
            long pair = pairs[p];
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            if (comparing.of(one, other)) {
                if (one != marked) {
                    marked = one;
                    mark(texts, one, seen);
                }
                if (common(texts, one, other, seen, weights) >= ENOUGH) {
                    overlap.of(one, other, ENOUGH).ifPresent(found::add);
                }
            }
        }
        return new Repeats(List.copyOf(found), pairs.length, meetings.crowded());
    }

    /** Reads where the words of the next texts begin and a little further; what comes of it means nothing. */
    private static int fetch(Texts texts, long[] pairs, int from) {
        int[] words = texts.words();
        int fetched = 0;
        for (int p = from; p < Math.min(pairs.length, from + FETCHED); p++) {
            int start = texts.start()[(int) pairs[p]];
            fetched += words[start] + words[Math.min(words.length - 1, start + 16)];
        }
        return fetched;
    }

    private static void mark(Texts texts, int one, int[] seen) {
        for (int i = texts.start()[one]; i < texts.start()[one + 1]; i++) {
            seen[texts.words()[i]] = one + 1;
        }
    }

    /** No less than what any common run of the two can say. */
    private static int common(Texts texts, int one, int other, int[] seen, Weights weights) {
        int units = 0;
        for (int i = texts.start()[other]; i < texts.start()[other + 1]; i++) {
            int word = texts.words()[i];
            units += seen[word] == one + 1 ? weights.most(word) : 0;
        }
        return units;
    }
}
