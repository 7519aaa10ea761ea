package org.afterword.facts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in English, in digits and in words: "1,200", "2.5 lakh", "forty-two", "a dozen", "several hundred". */
final class Numerals {
    private static final Map<String, Integer> ONES = new HashMap<>();
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty",
            80, "ninety", 90);
    private static final Map<String, Long> SCALES = Map.ofEntries(
            Map.entry("hundred", 100L),
            Map.entry("thousand", 1_000L),
            Map.entry("grand", 1_000L),
            Map.entry("lakh", 100_000L),
            Map.entry("lakhs", 100_000L),
            Map.entry("lac", 100_000L),
            Map.entry("million", 1_000_000L),
            Map.entry("crore", 10_000_000L),
            Map.entry("crores", 10_000_000L),
            Map.entry("billion", 1_000_000_000L),
            Map.entry("dozen", 12L));
    /** Behind digits, with nothing between. */
    private static final Map<String, Long> LETTERS =
            Map.of("k", 1_000L, "m", 1_000_000L, "mn", 1_000_000L, "mio", 1_000_000L, "bn", 1_000_000_000L);

    private static final Map<String, Long> MANY =
            Map.of("dozens", 12L, "scores", 20L, "hundreds", 100L, "thousands", 1_000L, "millions", 1_000_000L);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int HUNDRED = 100;
    private static final int FEWEST = 2;
    private static final int NEXT_POWER = 9;

    static {
        String[] ones = {
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen"
        };
        for (int i = 1; i < ones.length; i++) {
            ONES.put(ones[i], i);
        }
    }

    private Numerals() {}

    /**
     * A number in a line.
     *
     * @param most greater than {@code least} where only its size is said ("a few hundred")
     * @param next the piece after it
     * @param scale what it is a multiple of, by a word or a letter behind it; 1 if it has none
     * @param slang whether it can only be money ("two grand", "15k")
     */
    record Numeral(BigDecimal least, BigDecimal most, int next, long scale, boolean slang) {
        boolean vague() {
            return least.compareTo(most) != 0;
        }

        Numeral times(long factor) {
            BigDecimal by = BigDecimal.valueOf(factor);
            return new Numeral(least.multiply(by), most.multiply(by), next, factor, slang);
        }

        boolean isOne() {
            return most.compareTo(BigDecimal.ONE) == 0;
        }
    }

    private static Numeral exactly(BigDecimal value, int next, long scale, boolean slang) {
        return new Numeral(value, value, next, scale, slang);
    }

    /** Whether a number may begin with the word. */
    static boolean begins(String word) {
        return ONES.containsKey(word)
                || TENS.containsKey(word)
                || MANY.containsKey(word)
                || SCALES.containsKey(word)
                || Set.of("few", "several", "couple", "half", "tens").contains(word);
    }

    static boolean isMany(String word) {
        return MANY.containsKey(word);
    }

    /** The number that begins there. */
    static Optional<Numeral> at(Line line, int at) {
        if (line.shape(at, Line.Shape.NUMBER)) {
            return Optional.of(digits(line, at));
        }
        if (!line.shape(at, Line.Shape.WORD)) {
            return Optional.empty();
        }
        return Optional.ofNullable(vague(line, at)).or(() -> Optional.ofNullable(words(line, at)));
    }

    private static Numeral digits(Line line, int at) {
        BigDecimal value = line.value(at).orElseThrow();
        int next = at + 1;
        Long letter = line.glued(next) && !line.goesOn(next) ? LETTERS.get(line.at(next)) : null;
        if (letter != null) {
            return exactly(value.multiply(BigDecimal.valueOf(letter)), next + 1, letter, line.is(next, "k"));
        }
        if (line.shape(next, Line.Shape.NUMBER) && line.stands(next + 1, "/", "2") && line.is(next, "1")) {
            return exactly(value.add(HALF), next + 3, 1, false);
        }
        if (line.stands(next, "and", "a", "half")) {
            value = value.add(HALF);
            next += 3;
        }
        return scaled(line, value, next);
    }

    /** With the words behind it that multiply: "10 thousand", "2.5 lakh". */
    private static Numeral scaled(Line line, BigDecimal value, int from) {
        long scale = 1;
        int next = from;
        boolean slang = false;
        while (SCALES.containsKey(line.at(next)) && !grandPiano(line, next)) {
            slang |= line.is(next, "grand");
            scale = Math.min(scale * SCALES.get(line.at(next)), 1_000_000_000_000_000L);
            next++;
        }
        return exactly(value.multiply(BigDecimal.valueOf(scale)), next, scale, slang);
    }

    /** "A grand opening", "two grand pianos" are no money. */
    private static boolean grandPiano(Line line, int at) {
        return line.is(at, "grand")
                && line.shape(at + 1, Line.Shape.WORD)
                && !AmountFinder.AFTER_A_SUM.contains(line.at(at + 1));
    }

    private static @Nullable Numeral vague(Line line, int at) {
        int next = line.is(at, "a") || line.is(at, "the") ? at + 1 : at;
        if (line.is(at, "a") && line.is(next, "couple")) {
            int after = line.is(next + 1, "of") ? next + 2 : next + 1;
            Numeral one = scaled(line, BigDecimal.ONE, after);
            return new Numeral(
                    one.least().multiply(BigDecimal.TWO),
                    one.least().multiply(BigDecimal.valueOf(3)),
                    one.next(),
                    1,
                    one.slang());
        }
        if ((line.is(at, "a") && line.is(next, "few")) || line.is(at, "several")) {
            return size(line, next + 1);
        }
        Long many = MANY.get(line.at(at));
        if (line.stands(at, "tens", "of", "thousands")) {
            return size(BigDecimal.valueOf(10_000), at + 3);
        }
        if (line.stands(at, "hundreds", "of", "thousands")) {
            return size(BigDecimal.valueOf(100_000), at + 3);
        }
        return many == null ? null : size(BigDecimal.valueOf(many), at + 1);
    }

    private static Numeral size(Line line, int at) {
        Numeral one = scaled(line, BigDecimal.ONE, at);
        Numeral sized = size(one.least(), one.next());
        return new Numeral(sized.least(), sized.most(), sized.next(), 1, one.slang());
    }

    private static Numeral size(BigDecimal unit, int next) {
        return new Numeral(
                unit.multiply(BigDecimal.valueOf(FEWEST)),
                unit.multiply(BigDecimal.valueOf(NEXT_POWER)),
                next,
                1,
                false);
    }

    private static @Nullable Numeral words(Line line, int at) {
        if (line.is(at, "half") && (line.is(at + 1, "a") || line.is(at + 1, "an"))) {
            Numeral whole = scaled(line, BigDecimal.ONE, at + 2);
            return whole.scale() == 1
                    ? null
                    : exactly(whole.least().multiply(HALF), whole.next(), whole.scale(), whole.slang());
        }
        Numeral first = term(line, at);
        if (first == null) {
            return null;
        }
        Numeral sum = first;
        while (sum.scale() >= HUNDRED) {
            if (line.stands(sum.next(), "and", "a", "half")) {
                BigDecimal half = BigDecimal.valueOf(sum.scale()).multiply(HALF);
                return exactly(sum.least().add(half), sum.next() + 3, first.scale(), sum.slang());
            }
            Numeral next = term(line, line.is(sum.next(), "and") ? sum.next() + 1 : sum.next());
            if (next == null || next.least().compareTo(BigDecimal.valueOf(sum.scale())) >= 0) {
                break;
            }
            sum = exactly(sum.least().add(next.least()), next.next(), next.scale(), sum.slang() || next.slang());
        }
        return sum.equals(first) ? first : exactly(sum.least(), sum.next(), 1, sum.slang());
    }

    /** Up to 999 with the words that multiply it: "eight hundred and twelve thousand", "a dozen", "one and a half million". */
    private static @Nullable Numeral term(Line line, int at) {
        boolean article = line.is(at, "a") || line.is(at, "an");
        Numeral below = article ? exactly(BigDecimal.ONE, at + 1, 1, false) : belowHundred(line, at);
        if (below == null) {
            return line.is(at, "dozen") ? exactly(BigDecimal.valueOf(12), at + 1, 1, false) : null;
        }
        if (line.stands(below.next(), "and", "a", "half") && !article) {
            return scaled(line, below.least().add(HALF), below.next() + 3);
        }
        if (!line.is(below.next(), "hundred")) {
            Numeral scaled = scaled(line, below.least(), below.next());
            return article && scaled.scale() == 1 ? null : scaled;
        }
        BigDecimal hundreds = below.least().multiply(BigDecimal.valueOf(HUNDRED));
        int next = below.next() + 1;
        int rest = line.is(next, "and") ? next + 1 : next;
        Numeral tail = belowHundred(line, rest);
        Numeral whole =
                tail == null ? scaled(line, hundreds, next) : scaled(line, hundreds.add(tail.least()), tail.next());
        boolean round = tail == null && whole.scale() == 1;
        return round ? exactly(whole.least(), whole.next(), HUNDRED, false) : whole;
    }

    private static @Nullable Numeral belowHundred(Line line, int at) {
        Integer tens = TENS.get(line.at(at));
        if (tens != null) {
            int one = line.is(at + 1, "-") && line.glued(at + 1) ? at + 2 : at + 1;
            Integer ones = ONES.get(line.at(one));
            return ones != null && ones < 10
                    ? exactly(BigDecimal.valueOf(tens + ones), one + 1, 1, false)
                    : exactly(BigDecimal.valueOf(tens), at + 1, 1, false);
        }
        Integer ones = ONES.get(line.at(at));
        return ones == null ? null : exactly(BigDecimal.valueOf(ones), at + 1, 1, false);
    }
}
