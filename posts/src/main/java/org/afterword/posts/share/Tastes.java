package org.afterword.posts.share;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/** What some accounts share, and how often. */
final class Tastes {
    private final int[] start;
    private final int[] objects;
    private final byte[] classOf;

    private Tastes(int[] start, byte[] classOf) {
        this.start = start;
        this.classOf = classOf;
        objects = new int[start[start.length - 1]];
    }

    /**
     * @param some the accounts that are looked at
     * @param activity how much each account shares
     * @param popularity how often an object is shared by anybody, by its number; less than what there is of it here says
     *     nothing
     */
    static Tastes of(ShareParts shares, BitSet some, int[] activity, IntUnaryOperator popularity) {
        var start = new int[activity.length + 1];
        for (int a = 0; a < activity.length; a++) {
            start[a + 1] = start[a] + (some.get(a) ? activity[a] : 0);
        }
        var tastes = new Tastes(start, new byte[some.isEmpty() ? 0 : shares.objects()]);
        if (!some.isEmpty()) {
            int[] next = Arrays.copyOf(start, activity.length);
            var passed = new int[1];
            shares.each(part -> {
                tastes.take(part, passed[0], some, next, popularity);
                passed[0] += part.objects();
            });
        }
        return tastes;
    }

    private void take(Shares part, int passed, BitSet some, int[] next, IntUnaryOperator popularity) {
        for (int o = 0; o < part.objects(); o++) {
            int here = part.start()[o + 1] - part.start()[o];
            classOf[passed + o] = (byte) Tally.classOf(Math.max(here, popularity.applyAsInt(passed + o)));
            for (int i = part.start()[o]; i < part.start()[o + 1]; i++) {
                if (some.get(part.account()[i])) {
                    objects[next[part.account()[i]]++] = passed + o;
                }
            }
        }
    }

    /**
     * What both share: for every object the class of its popularity, and how many pairs of shares of it are expected; in
     * an order that does not depend on the numbers of objects, so that sums come out the same in every run.
     *
     * @param within the part of all pairs of shares that lies within the window
     */
    double[] common(int a, int b, double within) {
        int i = start[a];
        int j = start[b];
        var found = new long[8];
        int size = 0;
        while (i < start[a + 1] && j < start[b + 1]) {
            int object = Math.max(objects[i], objects[j]);
            int fromI = skip(i, start[a + 1], object);
            int fromJ = skip(j, start[b + 1], object);
            i = skip(fromI, start[a + 1], object + 1);
            j = skip(fromJ, start[b + 1], object + 1);
            if (i > fromI && j > fromJ) {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = (long) classOf[object] << 56 | (long) (i - fromI) * (j - fromJ);
            }
        }
        Arrays.sort(found, 0, size);
        var common = new double[size * 2];
        for (int k = 0; k < size; k++) {
            common[2 * k] = found[k] >>> 56;
            common[2 * k + 1] = within * (found[k] & (1L << 56) - 1);
        }
        return common;
    }

    /** The first place from which objects are not below this one: in steps that double, then by halving. */
    private int skip(int from, int end, int object) {
        int step = 1;
        while (from + step < end && objects[from + step] < object) {
            step *= 2;
        }
        int low = from + step / 2;
        int high = Math.min(end, from + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (objects[middle] < object) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
