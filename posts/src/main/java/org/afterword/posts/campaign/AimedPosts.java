package org.afterword.posts.campaign;

import java.util.Arrays;
import java.util.BitSet;
import org.afterword.posts.read.Posts;

/**
 * The posts that are aimed at the target. Accounts go by their place in the order that is the same in every run. Do not
 * change the arrays.
 *
 * @param account who wrote each
 * @param time when, in milliseconds since 1970
 * @param first when the first post of the whole dataset was written
 * @param last when its last was
 */
@SuppressWarnings("ArrayRecordComponent")
public record AimedPosts(int[] account, long[] time, long first, long last) {
    static AimedPosts of(Posts posts, BitSet aimed, int[] place) {
        return new AimedPosts(
                aimed.stream().map(p -> place[posts.account()[p]]).toArray(),
                aimed.stream().mapToLong(p -> posts.time()[p]).toArray(),
                Arrays.stream(posts.time()).min().orElse(0),
                Arrays.stream(posts.time()).max().orElse(0));
    }
}
