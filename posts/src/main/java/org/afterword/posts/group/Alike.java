package org.afterword.posts.group;

import java.util.stream.IntStream;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.Membership;

/**
 * How far texts of groups are nearly the same.
 *
 * @param between pairs of posts within groups
 * @param least how many words each group of ten accounts and more has at least, cut off at 200,000
 */
public record Alike(NearDuplicates.Between between, int least) {
    /** Fewer words say little of how alike texts are. */
    private static final int LEAST_WORDS = 2_000;

    private static final int MOST_WORDS = 200_000;

    /**
     * @param words how many each group wrote
     */
    public static Alike of(Membership members, NearDuplicates.Between between, long[] words) {
        int[] accounts = Groups.sizes(members);
        long least = IntStream.range(0, words.length)
                .filter(g -> accounts[g] >= Group.LEAST)
                .mapToLong(g -> words[g])
                .min()
                .orElse(MOST_WORDS);
        return new Alike(between, (int) Math.min(MOST_WORDS, least));
    }

    boolean isEnough() {
        return least >= LEAST_WORDS;
    }

    Estimate nearlySame(Membership members, int group) {
        int[] some = IntStream.range(0, members.of().length)
                .filter(account -> members.of()[account] == group)
                .toArray();
        return Estimate.jackknife(between.share(group), some.length, i -> between.shareWithout(group, some[i]), 0, 1);
    }
}
