package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.model.Span;

/**
 * Where two texts run together: stretches that begin and end with common words and have small differences inside.
 *
 * @param stretches in the order of the first text
 * @param common how many words of the first text are in common runs
 */
record Alignment(List<Stretch> stretches, int common) {
    /** Common runs shorter than this are seeds of nothing. */
    private static final int SEED = 3;

    /** So many words may differ between two common runs of one stretch, on either side. */
    private static final int GAP = 8;

    /** A stretch with fewer common words is how people talk. */
    private static final int LEAST = 10;

    /** A run of words that stands more often than this in one text says little about its place. */
    private static final int FREQUENT = 16;

    /**
     * One stretch of common text.
     *
     * @param first in the first text, {@code firstFrom} to {@code firstTo} its words (end exclusive)
     * @param second in the second text, likewise
     * @param common how many of the first text's words in it are the second's
     */
    record Stretch(Span first, int firstFrom, int firstTo, Span second, int secondFrom, int secondTo, int common) {}

    static Alignment of(WordList first, WordList second) {
        Map<Long, List<Integer>> places = places(second);
        var chains = new ArrayList<Chain>();
        var open = new ArrayList<Chain>();
        long[] seeds = first.shingles(SEED);
        for (int at = 0; at < seeds.length; at++) {
            int here = at;
            open.removeIf(chain -> here - chain.lastFirst > GAP + SEED);
            List<Integer> others = places.getOrDefault(seeds[at], List.of());
            if (others.size() > FREQUENT) {
                continue;
            }
            for (int other : others) {
                Chain chain = open.stream()
                        .filter(c -> c.takes(here, other))
                        .min(Comparator.comparingInt((Chain c) -> c.bend(here, other)))
                        .orElse(null);
                if (chain == null) {
                    chain = new Chain(here, other);
                    chains.add(chain);
                    open.add(chain);
                }
                chain.add(here, other);
            }
        }
        return ofChains(chains, first, second);
    }

    private static Map<Long, List<Integer>> places(WordList words) {
        long[] seeds = words.shingles(SEED);
        var places = new HashMap<Long, List<Integer>>(seeds.length * 2);
        for (int i = 0; i < seeds.length; i++) {
            places.computeIfAbsent(seeds[i], _ -> new ArrayList<>(1)).add(i);
        }
        return places;
    }

    private static Alignment ofChains(List<Chain> chains, WordList first, WordList second) {
        var all = new BitSet();
        var stretches = new ArrayList<Stretch>();
        chains.stream()
                .filter(chain -> chain.words.cardinality() >= LEAST)
                .sorted(Comparator.comparingInt((Chain chain) -> chain.words.cardinality())
                        .reversed())
                .forEach(chain -> {
                    var fresh = (BitSet) chain.words.clone();
                    fresh.andNot(all);
                    // what a longer stretch has taken is no second finding (a text that repeats itself)
                    if (fresh.cardinality() >= LEAST) {
                        all.or(chain.words);
                        stretches.add(chain.stretch(first, second));
                    }
                });
        stretches.sort(Comparator.comparingInt(Stretch::firstFrom).thenComparingInt(Stretch::secondFrom));
        return new Alignment(List.copyOf(stretches), all.cardinality());
    }

    /** The words of the first text that lie in stretches. */
    BitSet firstWords() {
        var words = new BitSet();
        stretches.forEach(stretch -> words.set(stretch.firstFrom, stretch.firstTo));
        return words;
    }

    /** The words of the second text that lie in stretches. */
    BitSet secondWords() {
        var words = new BitSet();
        stretches.forEach(stretch -> words.set(stretch.secondFrom, stretch.secondTo));
        return words;
    }

    private static final class Chain {
        private final int firstFrom;
        private final int secondFrom;
        private int lastFirst;
        private int lastSecond;
        private final BitSet words = new BitSet();

        Chain(int first, int second) {
            firstFrom = first;
            secondFrom = second;
            lastFirst = first;
            lastSecond = second;
        }

        boolean takes(int first, int second) {
            return first > lastFirst && second > lastSecond && second - lastSecond <= GAP + SEED;
        }

        int bend(int first, int second) {
            return Math.abs((first - lastFirst) - (second - lastSecond));
        }

        void add(int first, int second) {
            words.set(first, first + SEED);
            lastFirst = first;
            lastSecond = second;
        }

        Stretch stretch(WordList first, WordList second) {
            return new Stretch(
                    first.span(firstFrom, lastFirst + SEED - 1),
                    firstFrom,
                    lastFirst + SEED,
                    second.span(secondFrom, lastSecond + SEED - 1),
                    secondFrom,
                    lastSecond + SEED,
                    words.cardinality());
        }
    }
}
