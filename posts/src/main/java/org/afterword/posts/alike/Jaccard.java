package org.afterword.posts.alike;

import java.io.Serializable;

/**
 * Whether two sets of words are alike: at least a part of all their words is common to both (Jaccard similarity). The words
 * of a set are numbers in any order that is common to all sets, ascending; the rarest first is the fastest.
 *
 * <p>Two sets that share at least o words share at least two among the first |x| − o + 2 of one and |y| − o + 2 of the
 * other (prefix filtering: Chaudhuri, Ganti &amp; Kaushik 2006; longer prefixes: Wang, Li &amp; Feng 2012). With
 * similarity t they share at least t times the larger. So sets that are alike have a pair of words in these beginnings in
 * common: a mark, at which they find each other.
 *
 * @param least similarity, above 0 and at most 1
 */
public record Jaccard(double least) implements Serializable {
    /** Whether two words are the mark at which two sets found each other. */
    public interface Mark {
        boolean is(int first, int second);
    }

    /** How many of the first words of a set are to be marked by pairs. */
    public int prefix(int length) {
        return Math.min(length, length - overlap(least * length) + 2);
    }

    /** The least whole number that is not less, forgiving what rounding adds. */
    private static int overlap(double atLeast) {
        return (int) Math.ceil(atLeast - 1e-9);
    }

    /**
     * Whether two sets are alike, and their first two common words are the mark; so that a pair of sets counts at one of its
     * marks alone.
     *
     * @param words of both
     * @param a where the words of one begin
     * @param endA exclusive
     * @param b where those of the other begin
     * @param endB exclusive
     */
    public boolean alike(int[] words, int a, int endA, int b, int endB, Mark mark) {
        int i = a;
        int j = b;
        int needed = overlap((endA - i + endB - j) * least / (1 + least));
        if (Math.min(endA - i, endB - j) < needed) {
            return false;
        }
        int common = 0;
        int first = 0;
        while (i < endA && j < endB) {
            int x = words[i];
            int y = words[j];
            if (x == y) {
                common++;
                if (common == 1) {
                    first = x;
                } else if (common == 2 && !mark.is(first, x)) {
                    return false;
                }
                i++;
                j++;
            } else {
                if (x < y) {
                    i++;
                } else {
                    j++;
                }
                if (common + Math.min(endA - i, endB - j) < needed) {
                    return false;
                }
            }
        }
        return common >= needed;
    }
}
