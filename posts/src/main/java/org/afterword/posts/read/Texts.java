package org.afterword.posts.read;

/**
 * The texts of posts as numbers of words, in the order of the posts. A word is a run of letters and digits, lower case.
 * An array each; do not change them.
 *
 * @param vocabulary how many different words there are
 * @param start where the words of a post begin; those of post p end before {@code start[p + 1]}
 * @param words a number for each word, in the order in which they stand
 */
@SuppressWarnings("ArrayRecordComponent")
public record Texts(int vocabulary, int[] start, int[] words) {
    public int posts() {
        return start.length - 1;
    }
}
