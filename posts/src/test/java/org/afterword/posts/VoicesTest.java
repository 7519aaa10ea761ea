package org.afterword.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoicesTest {
    /** The example of a course in ecology: of 60 animals 6, 12 and 42 of a species; Simpson's index is 0.54. */
    @Test
    void isTheReciprocalOfSimpsonsIndex() {
        assertEquals(1 / 0.54, Voices.of(new int[] {6, 12, 42}).effective(), 1e-12);
    }

    @Test
    void equalVoicesAreAsManyAsThereAre() {
        assertEquals(4, Voices.of(new int[] {5, 5, 5, 5}).effective(), 1e-12);
        assertEquals(1, Voices.of(new int[] {9}).effective(), 1e-12);
    }

    @Test
    void theMostActiveTenthIsRoundedUp() {
        assertEquals(0.5, Voices.of(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 9}).tenth(), 1e-12);
        assertEquals(
                11 / 20.0,
                Voices.of(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 2}).tenth(),
                1e-12);
    }

    @Test
    void withoutEachAccountIsWhatCountingAnewSays() {
        var random = new SplittableRandom(5);
        for (int run = 0; run < 200; run++) {
            int[] written = random.ints(2 + random.nextInt(45), 1, 9).sorted().toArray();
            double[] without = Voices.tenthWithoutEach(written);
            for (int i = 0; i < written.length; i++) {
                int left = i;
                int[] others = IntStream.range(0, written.length)
                        .filter(j -> j != left)
                        .map(j -> written[j])
                        .toArray();
                assertEquals(Voices.of(others).tenth(), without[i], 0);
            }
        }
    }
}
