package org.afterword.posts.read;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes in whom posts are addressed to: the account that they say, or whoever wrote the post that they answer or pass on.
 * That post may stand anywhere in the data, so it is looked up at the end.
 */
final class Addressed {
    private static final int SEVERAL = -1;

    private final Labels accounts;
    private final Set<Long> targets = new HashSet<>();
    private final Target target;
    private final Labels ids = new Labels();
    private final Ints writers = new Ints();
    private final Ints posts = new Ints();
    private final Ints writer = new Ints();
    private final Longs account = new Longs();
    private final Longs answered = new Longs();
    private final BitSet aimed = new BitSet();
    private final BitSet own = new BitSet();

    /**
     * @param accounts the numbers of accounts
     * @param targets ids and names of the one account or page that is asked about; none if nobody is
     */
    Addressed(Labels accounts, List<String> targets) {
        this.accounts = accounts;
        target = new Target(targets);
        targets.forEach(one -> this.targets.add(accounts.hash(one)));
    }

    /**
     * A row of a post, which may have several: it is aimed at whatever any of them is.
     *
     * @param by the hash of who wrote it
     * @param number of that account
     * @param id of the post, empty if it has none
     * @param to the id of the account or page that it is addressed to, empty if it does not say so
     * @param earlier ids of posts that it answers or passes on, empty ones among them
     */
    void add(int post, long by, int number, String id, String to, String text, String... earlier) {
        if (!id.isBlank()) {
            wrote(ids.of(ids.hash(plainId(id))), number);
        }
        if (targets.contains(by)) {
            own.set(post);
        } else if (target.isMeant(to, text)) {
            aimed.set(post);
        }
        if (!to.isBlank()) {
            answer(post, number, accounts.hash(to), 0);
        }
        for (String one : earlier) {
            if (!one.isBlank()) {
                answer(post, number, 0, ids.hash(plainId(one)));
            }
        }
    }

    private void wrote(int id, int number) {
        if (id == writers.size()) {
            writers.add(number);
        } else if (writers.get(id) != number) {
            writers.set(id, SEVERAL);
        }
    }

    private void answer(int post, int number, long toAccount, long toPost) {
        posts.add(post);
        writer.add(number);
        account.add(toAccount);
        answered.add(toPost);
    }

    /** Reddit's ids say what they are of where others refer to them: t1_ for comments, t3_ for posts. */
    static String plainId(String id) {
        String stripped = id.strip();
        return stripped.length() > 3 && stripped.charAt(0) == 't' && stripped.charAt(2) == '_'
                ? stripped.substring(3)
                : stripped;
    }

    /**
     * Each pair of accounts at most once a post.
     *
     * @param shuffled the number that each account goes by in the end
     */
    Ties ties(int[] shuffled) {
        long[] toAccount = account.toArray();
        long[] toPost = answered.toArray();
        var from = new int[toPost.length];
        var to = new int[toPost.length];
        var post = new int[toPost.length];
        int size = 0;
        int unresolved = 0;
        for (int i = 0; i < toPost.length; i++) {
            int number = toAccount[i] != 0 ? accounts.known(toAccount[i]) : written(ids.known(toPost[i]));
            if (number < 0) {
                unresolved++;
            } else if (number != writer.get(i)) {
                from[size] = shuffled[writer.get(i)];
                to[size] = shuffled[number];
                post[size++] = posts.get(i);
            }
        }
        return new Ties(Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(post, size), unresolved);
    }

    private int written(int id) {
        return id < 0 ? -1 : writers.get(id);
    }

    /** The posts that are aimed at the target. */
    BitSet aimed(Ties ties, int[] shuffled) {
        var wanted = new BitSet();
        for (long target : targets) {
            int number = accounts.known(target);
            if (number >= 0) {
                wanted.set(shuffled[number]);
            }
        }
        for (int i = 0; i < ties.size(); i++) {
            if (wanted.get(ties.to()[i])) {
                aimed.set(ties.post()[i]);
            }
        }
        aimed.andNot(own);
        return aimed;
    }
}
