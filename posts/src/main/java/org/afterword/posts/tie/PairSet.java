package org.afterword.posts.tie;

/** A set of numbers above 0 that keeps its size: a table with open addressing, as there are millions. */
final class PairSet {
    private final long[] table;

    /**
     * @param most so many it will hold
     */
    PairSet(int most) {
        table = new long[Integer.highestOneBit(Math.max(8, most)) * 4];
    }

    private int home(long pair) {
        long mixed = pair * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32) & (table.length - 1);
    }

    private int slot(long pair) {
        int slot = home(pair);
        while (table[slot] != 0 && table[slot] != pair) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    boolean contains(long pair) {
        return table[slot(pair)] == pair;
    }

    /** What stands where a search for the pair begins: to have it at hand when the search comes. */
    long glance(long pair) {
        return table[home(pair)];
    }

    void add(long pair) {
        table[slot(pair)] = pair;
    }

    /** What stood behind it moves up, so that every search still ends at the first empty place (Knuth 6.4, algorithm R). */
    void remove(long pair) {
        int mask = table.length - 1;
        int hole = slot(pair);
        if (table[hole] == 0) {
            return;
        }
        for (int next = (hole + 1) & mask; table[next] != 0; next = (next + 1) & mask) {
            if (((next - home(table[next])) & mask) >= ((next - hole) & mask)) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = 0;
    }
}
