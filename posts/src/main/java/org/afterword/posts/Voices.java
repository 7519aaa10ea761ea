package org.afterword.posts;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many voices are behind the posts.
 *
 * @param effective how many accounts that all write the same would be as unlikely to meet twice: 1 / Σp², with p the
 *     part of the posts of each account (Simpson 1949; Hill's number of order 2); from 1 to the number of accounts
 * @param tenth which part of the posts the most active tenth of the accounts wrote, from 0 to 1; a tenth is rounded up
 */
public record Voices(double effective, double tenth) {
    /**
     * @param written how many posts each account wrote
     */
    public static Voices of(int[] written) {
        var accounts = new TreeMap<Long, Long>();
        for (int posts : written) {
            accounts.merge((long) posts, 1L, Long::sum);
        }
        return of(accounts);
    }

    /**
     * @param accounts how many accounts wrote so many posts
     */
    public static Voices of(NavigableMap<Long, Long> accounts) {
        double all = 0;
        double squares = 0;
        long many = 0;
        for (Map.Entry<Long, Long> some : accounts.entrySet()) {
            double posts = some.getKey();
            all += posts * some.getValue();
            squares += posts * posts * some.getValue();
            many += some.getValue();
        }
        long tenth = (many + 9) / 10;
        double mostActive = 0;
        for (Map.Entry<Long, Long> some : accounts.descendingMap().entrySet()) {
            long taken = Math.min(tenth, some.getValue());
            mostActive += (double) some.getKey() * taken;
            tenth -= taken;
        }
        return new Voices(all * all / squares, mostActive / all);
    }

    /**
     * Which part the most active tenth would have written without each account.
     *
     * @param posts of each account, sorted, at least two
     */
    public static double[] tenthWithoutEach(int[] posts) {
        int last = posts.length - 1;
        int tenth = (last + 9) / 10;
        long all = Arrays.stream(posts).asLongStream().sum();
        long mostActive = Arrays.stream(posts, posts.length - tenth, posts.length)
                .asLongStream()
                .sum();
        var without = new double[posts.length];
        for (int i = 0; i <= last; i++) {
            // in place of one of them the next comes
            long theirs = i > last - tenth ? mostActive - posts[i] + posts[last - tenth] : mostActive;
            without[i] = theirs / (double) (all - posts[i]);
        }
        return without;
    }
}
