package org.afterword.posts.alike;

import java.util.Arrays;

/** Which texts have a mark in common. */
final class Meetings {
    /** What more texts have is paired with the next few of them only: copies of a copy hang together anyway. */
    private static final int FREQUENT = 32;

    private static final int FEW = 8;

    private long[] pairs = new long[1 << 16];
    private int size;
    private int crowded;

    Meetings(int texts, Marks marks) {
        var dealt = new Dealt(texts);
        dealt.groups(marks::each, marks.most(), 2, (keys, from, to) -> {
            boolean many = to - from > FREQUENT;
            crowded += many ? 1 : 0;
            for (int i = from; i < to; i++) {
                int last = many ? Math.min(to, i + 1 + FEW) : to;
                for (int j = i + 1; j < last; j++) {
                    if (keys[i] != keys[j]) {
                        add((long) dealt.number(keys[i]) << 32 | dealt.number(keys[j]));
                    }
                }
            }
        });
        Arrays.sort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        pairs = Arrays.copyOf(pairs, kept);
    }

    /** Pairs of texts, smaller number times 2^32 plus larger number, sorted, each once. */
    long[] pairs() {
        return pairs;
    }

    /** How many marks more than {@value #FREQUENT} texts have. */
    int crowded() {
        return crowded;
    }

    private void add(long pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = pair;
    }
}
