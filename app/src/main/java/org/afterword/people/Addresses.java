package org.afterword.people;

import java.util.Arrays;
import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.IdTable;

/**
 * Addresses of pages and of mail, found by their words. A case may have millions, one for each message of a platform, so
 * that only 128 bits of each are kept, in which a hash of its words fits.
 */
final class Addresses {
    private static final long PRIME = 0x100000001b3L;
    private static final long ONE = 0xcbf29ce484222325L;
    private static final long TWO = 0x9ae16a3b2f90404fL;
    private static final int NONE = -1;

    private final IdTable byWords = new IdTable();
    private final Hashes firsts = new Hashes();
    private int[] heads = new int[16];
    private long[] ids = new long[32];
    private int[] next = new int[16];
    private int count;
    private int longest;

    interface Seen {
        /**
         * @param to the last word
         * @param ending how many of its letters are left out
         */
        void at(Id identity, int to, int ending);
    }

    /**
     * @param words at least one
     */
    void add(List<String> words, Id identity) {
        firsts.add(words.getFirst().hashCode());
        longest = Math.max(longest, words.size());
        long one = ONE;
        long two = TWO;
        for (String word : words) {
            one = hash(one, word, word.length());
            two = hash(two, word, word.length());
        }
        int before = byWords.size();
        int number = byWords.add(one, mixed(two));
        if (number == heads.length) {
            heads = Arrays.copyOf(heads, 2 * number);
        }
        if (number == before) {
            heads[number] = NONE;
        }
        for (int at = heads[number]; at != NONE; at = next[at]) {
            if (ids[2 * at] == identity.high() && ids[2 * at + 1] == identity.low()) {
                return;
            }
        }
        if (count == next.length) {
            next = Arrays.copyOf(next, 2 * count);
            ids = Arrays.copyOf(ids, 4 * count);
        }
        ids[2 * count] = identity.high();
        ids[2 * count + 1] = identity.low();
        next[count] = heads[number];
        heads[number] = count++;
    }

    /** The longest that begins at this word; gives the last word of it, or -1. */
    int longest(Written written, int from, Seen seen) {
        int[] end = {NONE, 0, NONE};
        walk(written, from, (number, to, ending) -> {
            if (to > end[0]) {
                end[0] = to;
                end[1] = ending;
                end[2] = number;
            }
        });
        if (end[2] != NONE) {
            tell(end[2], end[0], end[1], seen);
        }
        return end[0];
    }

    /** All that begin at this word. */
    void all(Written written, int from, Seen seen) {
        walk(written, from, (number, to, ending) -> tell(number, to, ending, seen));
    }

    boolean mayBegin(Words words, int at) {
        return mayBegin(words.units(), words.start(at), words.end(at), words.hash(at));
    }

    boolean mayBegin(char[] units, int from, int to, int hash) {
        return count > 0 && firsts.mayHave(units, from, to, 0, hash);
    }

    /** So many words the longest has. */
    int longest() {
        return longest;
    }

    private interface Hit {
        void at(int number, int to, int ending);
    }

    private void walk(Written written, int from, Hit hit) {
        if (!mayBegin(written.words(), from)) {
            return;
        }
        long one = ONE;
        long two = TWO;
        int last = Math.min(written.words().size(), from + longest) - 1;
        for (int to = from; to <= last; to++) {
            String word = written.words().text(to);
            for (int ending = written.ending(to); ending > 0; ending--) {
                look(one, two, word, ending, to, hit);
            }
            look(one, two, word, 0, to, hit);
            one = hash(one, word, word.length());
            two = hash(two, word, word.length());
            if (to < last && written.blankAfter(to)) {
                return;
            }
        }
    }

    private void look(long one, long two, String word, int ending, int to, Hit hit) {
        int length = word.length() - ending;
        int number = byWords.number(hash(one, word, length), mixed(hash(two, word, length)));
        if (number >= 0) {
            hit.at(number, to, ending);
        }
    }

    private void tell(int number, int to, int ending, Seen seen) {
        for (int at = heads[number]; at != NONE; at = next[at]) {
            seen.at(new Id(ids[2 * at], ids[2 * at + 1]), to, ending);
        }
    }

    private static long hash(long before, String word, int length) {
        long hash = before;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        return (hash ^ 0x1ffff) * PRIME;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }
}
