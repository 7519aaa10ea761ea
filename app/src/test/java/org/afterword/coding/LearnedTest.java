package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.afterword.coding.Learned.Decided;
import org.junit.jupiter.api.Test;

class LearnedTest {
    private static final String CODE = "practice/surveillance";

    private static List<Decided> decided(int accepted, int rejected) {
        var all = new ArrayList<Decided>();
        for (int i = 0; i < accepted; i++) {
            all.add(new Decided(CODE, .6, true));
        }
        for (int i = 0; i < rejected; i++) {
            all.add(new Decided(CODE, .6, false));
        }
        return all;
    }

    @Test
    void whatIsRejectedOftenIsLessLikely() {
        assertEquals(.6, Learned.NOTHING.adjusted(CODE, .6));
        assertEquals(.6, Learned.from(decided(0, 20)).adjusted("practice/exhaustion", .6));
        double before = 1;
        for (int rejected = 0; rejected <= 20; rejected++) {
            double now = Learned.from(decided(20 - rejected, rejected)).adjusted(CODE, .6);
            assertTrue(now < before, rejected + " rejected: " + now);
            before = now;
        }
        assertEquals(.6, Learned.from(decided(12, 8)).adjusted(CODE, .6), 1e-9, "as many as was said are right");
        assertTrue(Learned.from(decided(0, 2)).adjusted(CODE, .9) > .8, "two decisions change little");
        assertTrue(Learned.from(decided(0, 30)).adjusted(CODE, .6) < .2, "thirty change much");
    }

    @Test
    void theOrderOfDecisionsIsNothing() {
        var random = new Random(4);
        for (int round = 0; round < 50; round++) {
            var all = new ArrayList<Decided>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                all.add(new Decided(
                        random.nextBoolean() ? CODE : "practice/exhaustion",
                        random.nextDouble(),
                        random.nextInt(3) == 0));
            }
            double first = Learned.from(all).adjusted(CODE, .7);
            Collections.shuffle(all, random);
            assertEquals(first, Learned.from(all).adjusted(CODE, .7), 1e-9);
            assertTrue(first >= 0 && first <= 1);
        }
    }
}
