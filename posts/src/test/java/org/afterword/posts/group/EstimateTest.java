package org.afterword.posts.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class EstimateTest {
    /** Of a mean, the jackknife's standard error is the usual one, s/√n (Efron and Tibshirani 1993, problem 11.1). */
    @Test
    void ofAMeanItIsTheUsualError() {
        // treatment group of table 2.1: mean 86.86, standard error 25.24
        double[] mice = {94, 197, 16, 38, 99, 141, 23};
        double sum = Arrays.stream(mice).sum();
        Estimate mean =
                Estimate.jackknife(sum / mice.length, mice.length, i -> (sum - mice[i]) / (mice.length - 1), -1e9, 1e9);
        assertEquals(86.86, mean.value(), 0.005);
        assertEquals(25.24, (mean.high() - mean.value()) / 1.959964, 0.005);
        assertEquals(mean.value() - mean.low(), mean.high() - mean.value(), 1e-9);
    }

    @Test
    void itStaysWhereTheNumberCanBe() {
        Estimate share = Estimate.jackknife(0.9, 2, i -> i, 0, 1);
        assertEquals(0, share.low());
        assertEquals(1, share.high());
    }
}
