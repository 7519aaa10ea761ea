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
        long mostActive = 0;
        int tenth = (accounts + 9) / 10;
        for (int i = 0; i < accounts; i++) {
            squares += (double) posts[i] * posts[i];
            mostActive += i >= accounts - tenth ? posts[i] : 0;
        }
        double all = account.length;
        return new Voices(all * all / squares, mostActive / all);
    }
}
