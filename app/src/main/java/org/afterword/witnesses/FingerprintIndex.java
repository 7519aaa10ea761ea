package org.afterword.witnesses;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which accounts share fingerprints, without comparing every two. An entry is 40 bits of a hash and 24 of an account's
 * number, in one sorted array; what two hashes with equal beginnings pretend, the alignment afterwards denies.
 */
final class FingerprintIndex {
    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;
    private static final int WINDOW = 4;

    /** What so many accounts share is compared with the first few of them only: copies of a copy are linked anyway. */
    private static final int FREQUENT = 32;

    private static final int FEW = 8;

    private final long[] entries;

    FingerprintIndex(List<Voiced> accounts) {
        if (accounts.size() > NUMBER) {
            throw new IllegalArgumentException("more than " + NUMBER + " accounts");
        }
        long[][] each = new long[accounts.size()][];
        for (int i = 0; i < each.length; i++) {
            int number = i;
            each[i] = Arrays.stream(accounts.get(i).words().fingerprints(Common.SHINGLE, WINDOW))
                    .map(hash -> (hash & ~NUMBER) | number)
                    .toArray();
        }
        entries = Arrays.stream(each).flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /**
     * Pairs of accounts with common fingerprints.
     *
     * @param fresh the accounts to compare; pairs of two others are left out
     * @return smaller number times 2^32 plus larger number, and how many they share
     */
    Map<Long, Integer> pairs(BitSet fresh) {
        var pairs = new HashMap<Long, Integer>();
        int from = 0;
        while (from < entries.length) {
            int to = from + 1;
            while (to < entries.length && hash(entries[to]) == hash(entries[from])) {
                to++;
            }
            int firsts = to - from > FREQUENT ? from + FEW : to;
            for (int i = from; i < firsts; i++) {
                for (int j = i + 1; j < to; j++) {
                    int a = (int) (entries[i] & NUMBER);
                    int b = (int) (entries[j] & NUMBER);
                    if (a != b && (fresh.get(a) || fresh.get(b))) {
                        pairs.merge(((long) a << 32) | b, 1, Integer::sum);
                    }
                }
            }
            from = to;
        }
        return pairs;
    }

    /** How many accounts have the shingle; 0 if it is no fingerprint of any. */
    int accounts(long shingle) {
        int at = Arrays.binarySearch(entries, shingle & ~NUMBER);
        int from = at < 0 ? -at - 1 : at;
        int to = from;
        while (to < entries.length && hash(entries[to]) == shingle >>> NUMBER_BITS) {
            to++;
        }
        return to - from;
    }

    private static long hash(long entry) {
        return entry >>> NUMBER_BITS;
    }
}
