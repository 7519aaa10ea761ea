package org.afterword.posts.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.afterword.posts.read.Posts;

/**
 * Posts that memory holds.
 *
 * @param place of each account in the order that is the same in every run
 * @param pairs of accounts that stand out elsewhere, by their numbers in the posts
 */
@SuppressWarnings("ArrayRecordComponent")
record InMemory(Posts posts, BitSet aimed, int[] place, Supplier<Optional<long[]>> pairs) implements Elsewhere {
    static int[] places(Posts posts) {
        var place = new int[posts.accounts()];
        IntStream.range(0, place.length).forEach(i -> place[posts.order()[i]] = i);
        return place;
    }

    @Override
    public int[] perHour(long first, int hours) {
        long[] seen = IntStream.range(0, posts.size())
                .filter(p -> !aimed.get(p))
                .mapToLong(p -> (Visits.hour(posts.time()[p]) - first) << 32 | posts.account()[p])
                .sorted()
                .distinct()
                .toArray();
        var counts = new int[hours];
        for (long one : seen) {
            counts[(int) (one >>> 32)]++;
        }
        return counts;
    }

    @Override
    public int[] written() {
        var written = new int[posts.accounts()];
        for (int p = 0; p < posts.size(); p++) {
            if (!aimed.get(p)) {
                written[place[posts.account()[p]]]++;
            }
        }
        return written;
    }

    @Override
    public long[] begun() {
        var begun = new long[posts.accounts()];
        Arrays.fill(begun, Long.MAX_VALUE);
        for (int p = 0; p < posts.size(); p++) {
            int a = place[posts.account()[p]];
            begun[a] = Math.min(begun[a], posts.time()[p]);
        }
        return begun;
    }

    @Override
    public Optional<long[]> outstanding() {
        return pairs.get()
                .map(some -> Arrays.stream(some)
                        .map(pair -> (long) place[(int) (pair >>> 32)] << 32 | place[(int) pair])
                        .toArray());
    }
}
