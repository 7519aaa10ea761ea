package org.afterword.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the worked examples of the papers, to the digits that they print. */
class AgreementTest {
    private static String printed(OptionalDouble value) {
        return value.isEmpty() ? "none" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }

    /** Observers by rows, units by columns; a full stop is missing. */
    private static Coincidences coincidences(String... observers) {
        var coincidences = new Coincidences(128);
        for (int unit = 0; unit < observers[0].length(); unit++) {
            int at = unit;
            coincidences.unit(List.of(observers).stream()
                    .mapToInt(row -> row.charAt(at))
                    .filter(value -> value != '.')
                    .toArray());
        }
        return coincidences;
    }

    /** Krippendorff 2011, section A: binary data, two observers. */
    @Test
    void binaryDataOfTwoObservers() {
        assertEquals("0.095", printed(coincidences("0100000010", "1110010000").alpha()));
    }

    /** Krippendorff 2011, section B: nominal data, two observers. */
    @Test
    void nominalDataOfTwoObservers() {
        assertEquals(
                "0.692", printed(coincidences("aabbdcccedda", "babbbccceddd").alpha()));
    }

    /** Krippendorff 2011, section C: any number of observers, and missing data. */
    @Test
    void nominalDataOfFourObserversWithMissingOnes() {
        Coincidences four = coincidences("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
        assertEquals("0.743", printed(four.alpha()));
        assertEquals(40, four.pairable(), 1e-9);
    }

    /** Cohen 1960, table 1: observed .70, by chance .41. */
    @Test
    void kappaOfThreeCategories() {
        int[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        Confusion confusion = confusion(table);
        assertEquals(200, confusion.units());
        assertEquals(14, confusion.units(0, 1));
        assertEquals("0.492", printed(confusion.kappa()));
    }

    /** The same agreement of .60 and other margins, as textbooks show it. */
    @Test
    void kappaDependsOnTheMargins() {
        assertEquals("0.400", printed(confusion(new int[][] {{20, 5}, {10, 15}}).kappa()));
        assertEquals(
                "0.130", printed(confusion(new int[][] {{45, 15}, {25, 15}}).kappa()));
        assertEquals("0.259", printed(confusion(new int[][] {{25, 35}, {5, 35}}).kappa()));
    }

    private static Confusion confusion(int[][] table) {
        var confusion = new Confusion(table.length);
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                for (int n = 0; n < table[i][j]; n++) {
                    confusion.unit(i, j);
                }
            }
        }
        return confusion;
    }

    @Test
    void whereThereIsOneValueAloneThereIsNoNumber() {
        assertEquals("none", printed(coincidences("0000", "0000").alpha()));
        assertEquals("none", printed(coincidences("01", "..").alpha()));
        assertEquals("none", printed(confusion(new int[][] {{7, 0}, {0, 0}}).kappa()));
        assertEquals("none", printed(new Confusion(2).kappa()));
        assertEquals("none", printed(new Unitising(2).all()));
    }

    private static final int A = 1;
    private static final int B = 2;

    /**
     * Worked out by hand from the equations of the paper. The continuum has ten parts:
     *
     * <pre>
     * part     0123456789
     * first    aaaa..bbb.
     * second   .aaaaaab..
     * </pre>
     *
     * Observed: aa 6, bb 2, gap with gap 2, ab 1 and ba 1, a with gap 3 and 3, b with gap 1 and 1; 20 in all. Margins: a
     * 10, b 4, gap 6. Of itself: a 16 + 36, b 9 + 1, gap 6; 68. So u-alpha is 1 − 10 ∕ (20 − 20 (48 + 6 + 30) ∕ 332) =
     * 41 ∕ 124, and |u-alpha 1 − 4 ∕ (20 · 6 · 14 ∕ 332) = 22 ∕ 105. Where both marked: aa 6, bb 2, ab 1, ba 1; of itself a
     * 9 + 16, b 4 + 1; expected aa 24 ∕ 7, bb 4 ∕ 7, ab 3. So cu-alpha is 1 − 2 ∕ 6, (a)u-alpha 1 − (45 ∕ 7) ∕ 7 · 1 ∕ 3 and
     * (b)u-alpha 1 − (25 ∕ 7) ∕ 3 · 1 ∕ 3.
     */
    @Test
    void unitisingOfTwoObservers() {
        var unitising = new Unitising(2);
        unitising.continuum(
                10,
                List.of(
                        List.of(new Segment(6, 9, B), new Segment(0, 4, A)),
                        List.of(new Segment(1, 7, A), new Segment(7, 8, B))));
        assertEquals(41.0 / 124, unitising.all().orElseThrow(), 1e-12);
        assertEquals(22.0 / 105, unitising.relevant().orElseThrow(), 1e-12);
        assertEquals(1 - 2.0 / 6, unitising.coding().orElseThrow(), 1e-12);
        assertEquals(1 - 45.0 / 147, unitising.coding(value -> value == A).orElseThrow(), 1e-12);
        assertEquals(1 - 25.0 / 63, unitising.coding(value -> value == B).orElseThrow(), 1e-12);
        assertEquals(0.7, unitising.coverage(value -> value == A), 1e-12);
        assertEquals(0.75, unitising.coverage(value -> value == B), 1e-12);
    }

    @Test
    void unitisingTheSameIsPerfectAlsoForThree() {
        var same = List.of(new Segment(2, 5, A), new Segment(5, 9, B));
        var unitising = new Unitising(2);
        unitising.continuum(20, List.of(same, same, same));
        assertEquals(1, unitising.all().orElseThrow(), 1e-12);
        assertEquals(1, unitising.relevant().orElseThrow(), 1e-12);
        assertEquals(1, unitising.coding().orElseThrow(), 1e-12);
        assertEquals(1, unitising.coding(value -> value == B).orElseThrow(), 1e-12);
    }

    /** Units of one part each are the units of plain alpha: u-alpha must be alpha, whatever was marked by how many. */
    @Test
    void unitsOfOnePartGiveKrippendorffsAlpha() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int observers = random.nextInt(2, 5);
            int length = random.nextInt(5, 40);
            int[][] values = new int[observers][length];
            var marked = new ArrayList<List<Segment>>();
            for (int[] row : values) {
                var units = new ArrayList<Segment>();
                for (int part = 0; part < length; part++) {
                    row[part] = random.nextInt(4);
                    if (row[part] > 0) {
                        units.add(new Segment(part, part + 1, row[part]));
                    }
                }
                marked.add(units);
            }
            var coincidences = new Coincidences(4);
            for (int part = 0; part < length; part++) {
                int at = part;
                coincidences.unit(Arrays.stream(values).mapToInt(row -> row[at]).toArray());
            }
            var unitising = new Unitising(3);
            unitising.continuum(length, marked);
            assertEquals(printed(coincidences.alpha()), printed(unitising.all()));
        }
    }

    /** Texts one after the other are one text, if no unit crosses from one into the next. */
    @Test
    void continuaAddUp() {
        var one = List.of(List.of(new Segment(0, 4, A)), List.of(new Segment(2, 6, B)));
        var other = List.of(List.of(new Segment(3, 5, B)), List.of(new Segment(3, 6, B)));
        var apart = new Unitising(2);
        apart.continuum(8, one);
        var second = new Unitising(2);
        second.continuum(7, other);
        apart.add(second);
        var whole = new Unitising(2);
        whole.continuum(
                15,
                List.of(
                        List.of(new Segment(0, 4, A), new Segment(11, 13, B)),
                        List.of(new Segment(2, 6, B), new Segment(11, 14, B))));
        assertEquals(whole.all().orElseThrow(), apart.all().orElseThrow(), 1e-12);
        assertEquals(whole.coding().orElseThrow(), apart.coding().orElseThrow(), 1e-12);
    }

    @Test
    void theIntervalHoldsTheCoefficientAndIsTheSameEveryTime() {
        var parts = new ArrayList<Coincidences>();
        var random = new SplittableRandom(3);
        for (int account = 0; account < 40; account++) {
            var part = new Coincidences(2);
            for (int unit = 0; unit < 5; unit++) {
                int first = random.nextInt(2);
                part.unit(first, random.nextInt(5) == 0 ? 1 - first : first);
            }
            parts.add(part);
        }
        Interval interval = Interval.of(parts, AgreementTest::alpha).orElseThrow();
        double alpha = alpha(parts).orElseThrow();
        assertTrue(interval.low() < alpha && alpha < interval.high(), interval + " and " + alpha);
        assertTrue(interval.high() - interval.low() > 0.1, "two hundred units are not that sure: " + interval);
        assertEquals(Optional.of(interval), Interval.of(parts, AgreementTest::alpha));
        assertFalse(Interval.of(parts.subList(0, 9), AgreementTest::alpha).isPresent(), "nine are too few");
    }

    private static OptionalDouble alpha(List<Coincidences> parts) {
        var all = new Coincidences(2);
        parts.forEach(all::add);
        return all.alpha();
    }
}
