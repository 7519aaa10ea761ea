package org.afterword.posts.read;

import java.util.BitSet;
import java.util.Optional;

/**
 * The texts of posts as numbers of words, in the order of the posts. A word is a run of letters and digits, lower case.
 * An array each; do not change them.
 *
 * @param vocabulary how many different words there are
 * @param start where the words of a post begin; those of post p end before {@code start[p + 1]}
 * @param words a number for each word, in the order in which they stand
 * @param spelling of the words, where groups are to be set beside each other
 */
@SuppressWarnings("ArrayRecordComponent")
public record Texts(int vocabulary, int[] start, int[] words, Optional<Spelling> spelling) {
    /** Of which only numbers are wanted. */
    public Texts(int vocabulary, int[] start, int[] words) {
        this(vocabulary, start, words, Optional.empty());
    }

    /**
     * @param word by number
     * @param handle whether the word was written with an @ before it, by number: it may name somebody
     */
    public record Spelling(String[] word, BitSet handle) {}

    public int posts() {
        return start.length - 1;
    }
}
