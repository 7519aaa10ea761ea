package org.afterword.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words as common as in a language (Zipf's law); the same random numbers give the same. */
final class Vocabulary {
    private static final int SIZE = 50_000;
    private static final Pattern WORD = Pattern.compile("[^. ]+");

    private final Random random;
    private final String[] words = words(new Invented(9).text(SIZE, List.of()));
    private final double[] upTo = new double[SIZE];

    Vocabulary(Random random) {
        this.random = random;
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    static String[] words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toArray(String[]::new);
    }

    private int rank() {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[SIZE - 1]);
        return Math.min(SIZE - 1, at < 0 ? -at - 1 : at);
    }

    String word() {
        int rank = rank();
        return words[rank % words.length] + (rank < 4_000 ? "" : Integer.toString(rank, 36));
    }

    /** Sentences of twelve words. */
    String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(word()).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }
}
