package org.afterword.posts.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VeilTest {
    @Test
    void whoeverHasTheKeyGetsTheOrderBackAndNoRunHasTheNumbersOfAnother() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            long hash = i == 0 ? 0 : random.nextLong();
            long key = random.nextLong();
            long number = new Veil(key).over(hash);
            assertEquals(hash, new Veil(key).order(number));
            assertNotEquals(number, new Veil(key + 1).over(hash));
        }
    }
}
