package org.afterword.posts.alike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DealtTest {
    @Test
    void whatHasOneHashComesTogetherOnceAndSmallGroupsAreLeftOut() {
        var random = new Random(1);
        for (int count : new int[] {0, 1, 50, 9_000, 100_000}) {
            var hashes = new long[count];
            var expected = new TreeMap<Long, List<Integer>>();
            for (int i = 0; i < count; i++) {
                hashes[i] = Dealt.hash(random.nextInt(1 + count / 3), 7);
                expected.computeIfAbsent(hashes[i], _ -> new ArrayList<>()).add(i);
            }
            for (int least : new int[] {1, 2, 4}) {
                var found = new TreeMap<Long, List<Integer>>();
                var dealt = new Dealt(count);
                Dealt.Keys all = key -> {
                    for (int i = 0; i < count; i++) {
                        key.key(i, hashes[i]);
                    }
                };
                dealt.groups(all, count, least, (keys, from, to) -> {
                    List<Integer> numbers = Arrays.stream(keys, from, to)
                            .mapToObj(dealt::number)
                            .toList();
                    assertNull(found.put(hashes[numbers.getFirst()], numbers));
                });
                var wanted = new TreeMap<>(expected);
                wanted.values().removeIf(numbers -> numbers.size() < least);
                assertEquals(wanted, found);
            }
        }
    }
}
