package org.afterword.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.afterword.coding.Codebook;
import org.afterword.findings.Finding;
import org.afterword.model.Account;
import org.afterword.model.Polarity;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.Test;

/** What must hold of every comparison, tried on cases made by chance from a seed. */
class ComparisonTest {
    /** {@code -Dafterword.cases=2000} for more of them. */
    private static final int CASES = Integer.getInteger("afterword.cases", 20);

    private static final List<String> GROUPS = List.of("The Lantern Circle", "The rowing club", "The choir");
    private static final List<String> FROM =
            List.of("leaver", "leaver", "leaver", "stayer", "stayer", "member", "contact", "officer");
    private static final List<List<Polarity>> SAYINGS = List.of(
            List.of(),
            List.of(Polarity.REPORTS),
            List.of(Polarity.REPORTS),
            List.of(Polarity.DENIES),
            List.of(Polarity.REPORTS, Polarity.DENIES));

    private static void everyCase(BiConsumer<Told, Random> test) {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            try {
                test.accept(told(random), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Told told(Random random) {
        var told = new Told(random.nextLong());
        GROUPS.forEach(group -> told.group(group, !group.equals(GROUPS.getFirst())));
        int people = random.nextInt(4) == 0 ? 50 : 14;
        int person = 0;
        for (String group : GROUPS) {
            int tellers = people == 50 ? 25 + random.nextInt(25) : random.nextInt(people);
            for (int i = 0; i < tellers; i++) {
                String name = random.nextInt(5) == 0 ? "" : "person" + person++;
                Account account = told.tells(group, name, any(SAYINGS, random));
                if (random.nextInt(8) > 0) {
                    told.read(account);
                }
                if (random.nextInt(8) > 0) {
                    told.from(account, people == 50 ? "leaver" : any(FROM, random));
                }
                if (i > 0 && random.nextInt(8) == 0) {
                    told.read(told.reposts(group, "collector" + person++, account));
                }
            }
        }
        return told;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void portionsAddUpToTheFinding() {
        everyCase((told, random) -> {
            List<Side> sides = told.sides();
            for (Finding finding : told.findings()) {
                List<Side> own = sides.stream()
                        .filter(side -> side.group().equals(finding.group().name()))
                        .toList();
                assertEquals(finding.witnesses().high(), sum(own, Side::all));
                assertEquals(finding.firstHand().high(), sum(own, Side::say));
                assertEquals(finding.deny().high(), sum(own, Side::deny));
                assertEquals(finding.mixed().high(), sum(own, Side::both));
                own.forEach(side -> {
                    assertTrue(side.all().low() <= finding.witnesses().low());
                    assertEquals(
                            side.speak().high(),
                            side.say().high() + side.deny().high() + side.both().high());
                    assertTrue(side.say().low() <= side.speak().low()
                            && side.speak().low() <= side.all().low());
                });
            }
        });
    }

    private static int sum(List<Side> sides, Function<Side, Range> count) {
        return sides.stream().mapToInt(side -> count.apply(side).high()).sum();
    }

    @Test
    void fewerThanFiveNeverGiveANumberAndFewerThanTwentyNoShare() {
        var seen = new HashSet<String>();
        everyCase((told, random) -> {
            List<Side> sides = told.sides();
            for (Comparison comparison : Told.compare(sides)) {
                boolean enough = least(sides, comparison.group(), comparison) >= 5
                        && least(sides, comparison.ordinary(), comparison) >= 5;
                switch (comparison.outcome()) {
                    case Comparison.TooFew few -> {
                        assertFalse(enough);
                        assertFalse(few.sentence().matches(".*\\d.*"), few.sentence());
                        seen.add("too few");
                    }
                    case Comparison.Counted counted -> {
                        assertTrue(enough);
                        counted.rows().forEach(row -> {
                            hold(row.ofRead(), row.group().all(), row.ordinary().all(), seen);
                            boolean speak = row.group().speak().low() >= 5
                                    && row.ordinary().speak().low() >= 5;
                            assertEquals(speak, row.ofSpeaking().isPresent());
                            row.ofSpeaking()
                                    .ifPresent(beside -> hold(
                                            beside,
                                            row.group().speak(),
                                            row.ordinary().speak(),
                                            seen));
                        });
                    }
                }
            }
        });
        assertEquals(4, seen.size(), "the cases try everything: " + seen);
    }

    private static int least(List<Side> sides, String group, Comparison comparison) {
        return sides.stream()
                .filter(side -> side.group().equals(group) && side.from().equals(Optional.of(comparison.from())))
                .mapToInt(side -> side.all().low())
                .min()
                .orElse(0);
    }

    private static void hold(Shares beside, Range of, Range ordinaryOf, Set<String> seen) {
        hold(beside.group(), of);
        hold(beside.ordinary(), ordinaryOf);
        assertEquals(
                of.low() >= 20 && ordinaryOf.low() >= 20, beside.difference().isPresent());
        seen.add(beside.difference().isPresent() ? "shares" : "counts");
        beside.difference().ifPresent(difference -> {
            assertTrue(difference.least().low() <= difference.most().low());
            assertTrue(difference.least().high() <= difference.most().high());
            assertFalse(difference.surelyMore() && difference.surelyLess());
        });
        if (!beside.group().exact()) {
            seen.add("two ends");
        }
    }

    private static void hold(Share share, Range of) {
        for (Share.End end : List.of(share.fewest(), share.most())) {
            assertTrue(0 <= end.count() && end.count() <= end.of());
            assertEquals(of.low() >= 20, end.interval().isPresent());
        }
        assertTrue((long) share.fewest().count() * share.most().of()
                <= (long) share.most().count() * share.fewest().of());
    }

    @Test
    void whatWasNotReadChangesNothing() {
        everyCase((told, random) -> {
            var more = new Told(told);
            more.from(more.tells(any(GROUPS, random), "newcomer", any(SAYINGS, random)), any(FROM, random));
            more.tells(any(GROUPS, random), "", any(SAYINGS, random));
            assertEquals(told.sides(), more.sides());
        });
    }

    @Test
    void aCopyRaisesNothing() {
        everyCase((told, random) -> {
            if (told.accounts.isEmpty()) {
                return;
            }
            told.accounts.forEach(told::read);
            var more = new Told(told);
            Account original = any(told.accounts, random);
            String group = told.groups.values().stream()
                    .filter(one -> Optional.of(one.id()).equals(original.group()))
                    .findFirst()
                    .orElseThrow()
                    .name();
            more.read(more.reposts(group, "collector", original));
            List<Side> after = more.sides();
            for (Side before : told.sides()) {
                Side same = after.stream()
                        .filter(side -> side.group().equals(before.group())
                                && side.from().equals(before.from()))
                        .findFirst()
                        .orElseThrow();
                for (Function<Side, Range> count :
                        List.<Function<Side, Range>>of(Side::all, Side::speak, Side::say, Side::deny, Side::both)) {
                    assertTrue(count.apply(same).low() <= count.apply(before).low(), before + " / " + same);
                    assertTrue(count.apply(same).high() <= count.apply(before).high(), before + " / " + same);
                }
            }
            assertEquals(told.sides().size(), after.size());
        });
    }

    @Test
    void theOrderOfGroupsAndAccountsChangesNothing() {
        everyCase((told, random) -> {
            List<Side> sides = new ArrayList<>(told.shuffled(random));
            List<Side> before = told.sides();
            assertEquals(new HashSet<>(before), new HashSet<>(sides));
            assertEquals(new HashSet<>(Told.compare(before)), new HashSet<>(Told.compare(before.reversed())));
        });
    }

    @Test
    void aBaselineTellsBandsAndNothingElse() {
        everyCase((told, random) -> {
            List<Side> sides = told.sides();
            var written = Baseline.of(sides, Codebook.practices());
            String file = new String(written.bytes(), StandardCharsets.UTF_8);
            GROUPS.forEach(group -> assertFalse(file.contains(group)));
            assertFalse(file.contains("person"));
            Baseline read = read(written.bytes());
            assertEquals(written, read);
            assertArrayEquals(written.bytes(), read.bytes());
            List<Side> told5 = sides.stream()
                    .filter(side -> side.ordinary()
                            && side.from().isPresent()
                            && side.all().low() >= 5)
                    .toList();
            List<Side> back = read.sides("clubs.json");
            assertEquals(told5.size(), back.size());
            for (Side side : back) {
                for (Range count : List.of(side.all(), side.speak(), side.say(), side.deny(), side.both())) {
                    assertTrue(count.low() == 1 || count.low() % 5 == 0, count.toString());
                    assertTrue(count.high() == 0 || count.high() % 5 == 4, count.toString());
                }
            }
        });
    }

    /** Two counts of one band cannot be told apart, and every count lies in its band. */
    @Test
    void aBandHidesWhichCountItIs() {
        for (int low = 0; low < 40; low++) {
            for (int high = low; high < 40; high++) {
                Range band = Band.around(new Range(low, high));
                assertTrue(band.low() <= low && high <= band.high());
                int same = low == 0 ? 0 : Math.max(1, low / 5 * 5);
                assertEquals(band, Band.around(new Range(same, Math.max(same, high))));
            }
        }
    }

    @Test
    void aDamagedBaselineIsSaidToBeOne() throws IOException {
        var told = new Told(5);
        told.group("The rowing club", true);
        for (int i = 0; i < 7; i++) {
            Account account = told.tells("The rowing club", "person" + i, SAYINGS.get(i % 3));
            told.read(account);
            told.from(account, "leaver");
        }
        byte[] bytes = Baseline.of(told.sides(), Codebook.practices()).bytes();
        assertEquals(1, read(bytes).portions().size());
        for (int length = 0; length < bytes.length - 2; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(
                    BaselineException.class, () -> Baseline.read(new ByteArrayInputStream(cut), Codebook.practices()));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String wrong : List.of(
                text.replace("\"low\" : 5", "\"low\" : 4"),
                text.replace("baseline/1", "baseline/2"),
                text.replace("\"version\" : \"", "\"version\" : \"0."),
                text.replace("\"high\" : 4", "\"high\" : 400"),
                text.replace("leaver", "lever"),
                "[]",
                "null",
                "{}",
                text.replace("\"both\"", "\"neither\""),
                text.replace("\"from\"", "\"whence\""),
                text.replace("\"code\"", "\"practice\""),
                text.replace("\"all\"", "\"most\""))) {
            assertThrows(
                    BaselineException.class,
                    () -> Baseline.read(
                            new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)), Codebook.practices()),
                    wrong);
        }
    }

    private static Baseline read(byte[] bytes) {
        try {
            return Baseline.read(new ByteArrayInputStream(bytes), Codebook.practices());
        } catch (IOException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
