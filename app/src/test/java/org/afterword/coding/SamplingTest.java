package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.SamplingPlan;
import org.afterword.model.SamplingPlan.Stratum;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void whateverTheParts() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var accounts = new ArrayList<Account>();
            int all = random.nextInt(1, 40);
            for (int i = 0; i < all; i++) {
                accounts.add(CodedPassages.essay("x".repeat(random.nextInt(4) == 0 ? 20_000 : random.nextInt(1, 3000)))
                        .copy()
                        .id(Id.random())
                        .account());
            }
            int size = random.nextInt(1, 45);
            var contents = new Kept(accounts, List.of(), List.of(), false);
            SamplingPlan plan = Sampling.draw(contents, size, Stratum.LENGTH, round);
            assertEquals(Math.min(size, all), plan.accounts().size());
            assertEquals(plan.accounts().size(), new HashSet<>(plan.accounts()).size(), "none twice");
            Sampling.parts(contents, Stratum.LENGTH).forEach((name, part) -> {
                double share = (double) plan.accounts().size() * part.size() / all;
                long drawn = plan.accounts().stream().filter(part::contains).count();
                assertTrue(drawn <= part.size());
                assertTrue(Math.abs(drawn - share) < 2, name + ": " + drawn + " for " + share);
            });
            Collections.shuffle(accounts, random);
            assertEquals(
                    plan.accounts(),
                    Sampling.draw(new Kept(accounts, List.of(), List.of(), false), size, Stratum.LENGTH, round)
                            .accounts(),
                    "in whatever order they came in");
        }
    }
}
