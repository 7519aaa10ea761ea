package org.afterword.posts.share;

import org.afterword.posts.read.Shares;

/** What each account shares, and how often. */
final class Tastes {
    private final int[] start;
    private final int[] objects;

    Tastes(Shares shares, int[] activity) {
        start = new int[activity.length + 1];
        for (int a = 0; a < activity.length; a++) {
            start[a + 1] = start[a] + activity[a];
        }
        objects = new int[shares.size()];
        int[] next = java.util.Arrays.copyOf(start, activity.length);
        for (int o = 0; o < shares.objects(); o++) {
            for (int i = shares.start()[o]; i < shares.start()[o + 1]; i++) {
                objects[next[shares.account()[i]]++] = o;
            }
        }
    }

    /** How many pairs of shares of the same object are of one account with itself. */
    double pairsOfOneAccount() {
        double pairs = 0;
        for (int a = 0; a + 1 < start.length; a++) {
            for (int i = start[a]; i < start[a + 1]; ) {
                int next = skip(i, start[a + 1], objects[i] + 1);
                pairs += (next - i) * (next - i - 1.0) / 2;
                i = next;
            }
        }
        return pairs;
    }

    /** Gets every object that both share. */
    interface Common {
        void object(int object, int ofA, int ofB);
    }

    void common(int a, int b, Common each) {
        int i = start[a];
        int j = start[b];
        while (i < start[a + 1] && j < start[b + 1]) {
            int object = Math.max(objects[i], objects[j]);
            int fromI = skip(i, start[a + 1], object);
            int fromJ = skip(j, start[b + 1], object);
            i = skip(fromI, start[a + 1], object + 1);
            j = skip(fromJ, start[b + 1], object + 1);
            if (i > fromI && j > fromJ) {
                each.object(object, i - fromI, j - fromJ);
            }
        }
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
