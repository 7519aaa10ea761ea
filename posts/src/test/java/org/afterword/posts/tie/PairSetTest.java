package org.afterword.posts.tie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PairSetTest {
    @Test
    void doesWhatASetOfTheJdkDoes() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var set = new PairSet(60);
            Set<Long> other = new HashSet<>();
            for (int step = 0; step < 2_000; step++) {
                long pair = Graph.pair(random.nextInt(12), 12 + random.nextInt(8));
                if (random.nextBoolean() && other.size() < 60) {
                    set.add(pair);
                    other.add(pair);
                } else {
                    set.remove(pair);
                    other.remove(pair);
                }
                long asked = Graph.pair(random.nextInt(12), 12 + random.nextInt(8));
                assertEquals(other.contains(asked), set.contains(asked));
            }
        }
    }
}
