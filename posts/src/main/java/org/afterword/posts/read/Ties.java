package org.afterword.posts.read;

/**
 * Who answers whom, or passes on whose posts, as far as both are in the data. An array each; do not change them.
 *
 * @param from the account that answers, an entry for each answer
 * @param to the account that is answered, never the same
 * @param post the answer
 * @param unresolved how many answers are to a post or an account that is not in the data
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ties(int[] from, int[] to, int[] post, int unresolved) {
    public int size() {
        return from.length;
    }
}
