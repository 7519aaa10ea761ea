package org.afterword.agreement;

import java.util.Arrays;

/** Square tables of numbers. */
final class Matrix {
    private Matrix() {}

    static void add(double[][] to, double[][] from) {
        if (to.length != from.length) {
            throw new IllegalArgumentException("tables of " + to.length + " and " + from.length + " values");
        }
        for (int i = 0; i < to.length; i++) {
            add(to[i], from[i]);
        }
    }

    static void add(double[] to, double[] from) {
        for (int j = 0; j < to.length; j++) {
            to[j] += from[j];
        }
    }

    static double sum(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).sum();
    }

    static double trace(double[][] table) {
        double trace = 0;
        for (int i = 0; i < table.length; i++) {
            trace += table[i][i];
        }
        return trace;
    }
}
