package org.afterword.posts;

import java.util.Arrays;

/**
 * How many voices are behind the posts.
 *
 * @param effective how many accounts that all write the same would be as unlikely to meet twice: 1 / Σp², with p the
 *     part of the posts of each account (Simpson 1949; Hill's number of order 2); from 1 to the number of accounts
 * @param tenth which part of the posts the most active tenth of the accounts wrote, from 0 to 1; a tenth is rounded up
 */
public record Voices(double effective, double tenth) {
    /**
     * @param accounts how many there are
     * @param account who wrote each post, numbers from 0; at least one post
     */
    public static Voices of(int accounts, int[] account) {
        var posts = new long[accounts];
        for (int one : account) {
            posts[one]++;
        }
        Arrays.sort(posts);
        double squares = 0;
        for (long count : posts) {
            squares += (double) count * count;
        }
        double all = account.length;
        return new Voices(all * all / squares, tenth(posts, -1));
    }

    /**
     * Which part the most active tenth wrote.
     *
     * @param posts of each account, sorted
     * @param without the place of one that is left out; -1 for none
     */
    public static double tenth(long[] posts, int without) {
        int left = posts.length - (without < 0 ? 0 : 1);
        int tenth = (left + 9) / 10;
        long all = 0;
        long mostActive = 0;
        int taken = 0;
        for (int i = posts.length - 1; i >= 0; i--) {
            if (i != without) {
                all += posts[i];
                mostActive += taken++ < tenth ? posts[i] : 0;
            }
        }
        return mostActive / (double) all;
    }
}
