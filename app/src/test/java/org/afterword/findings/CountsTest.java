package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.afterword.coding.Coded;
import org.afterword.findings.Example.Saying;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.witnesses.ListContents;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.Test;

/** What must hold of every case, tried on cases made by chance from a seed. */
final class CountsTest {
    /** {@code -Dafterword.cases=5000} for more of them. */
    private static final int CASES = Integer.getInteger("afterword.cases", 40);

    private static final List<String> NAMES = List.of("", "", "mara_w", "Ines", "Tomas Berg", "Tomas", "ines", "jo77");
    private static final List<Coded.Status> STATUSES = List.of(Coded.Status.values());
    private static final List<String> CODES = List.of(Example.MONEY, "practice/surveillance", "practice/exhaustion");

    static void everyCase(BiConsumer<Example, Random> test) {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            try {
                test.accept(example(random), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Example example(Random random) {
        var example = new Example(random.nextLong());
        example.code = any(CODES, random);
        int accounts = 1 + random.nextInt(7);
        for (int i = 0; i < accounts; i++) {
            String key = "A" + i;
            var before = List.copyOf(example.accounts.values());
            switch (before.isEmpty() ? 0 : random.nextInt(8)) {
                case 0, 1, 2, 3 -> example.tells(key, any(NAMES, random), sayings(random));
                case 4 -> example.reposts(key, any(NAMES, random), any(before, random));
                case 5 -> example.quotes(key, any(NAMES, random), any(before, random));
                case 6 -> example.asks(key, "host", sayings(random), any(NAMES, random), sayings(random));
                default -> undated(example, key, any(before, random), random);
            }
        }
        // one stays, so that there is something to count
        Id first = example.accounts.values().iterator().next().id();
        for (Account account : example.accounts.values()) {
            if (random.nextInt(5) > 0) {
                example.read(account);
            }
            if (random.nextInt(5) == 0) {
                example.contents.decide(
                        speaker(account), "vantage=" + any(List.of("member", "contact", "outsider"), random));
            }
            if (!account.id().equals(first) && random.nextInt(5) == 0) {
                example.contents.decide(account.id(), "consent=none");
            }
            if (random.nextInt(4) == 0) {
                Id other = speaker(any(List.copyOf(example.accounts.values()), random));
                String word = random.nextInt(3) == 0 ? "same-as=" : "distinct-from=";
                if (!other.equals(speaker(account))) {
                    example.contents.decide(speaker(account), word + other);
                }
            }
        }
        return example;
    }

    /** Shares a part with another, and nothing tells who had it first. */
    private static void undated(Example example, String key, Account other, Random random) {
        String part = other.text().substring(other.text().length() / 3);
        example.undated(key, any(NAMES, random), ListContents.words(random.nextInt(), 100) + "\n\n" + part);
    }

    private static Id speaker(Account account) {
        return account.speakers().getLast().id();
    }

    private static List<Saying> sayings(Random random) {
        var sayings = new ArrayList<Saying>();
        while (random.nextInt(3) > 0) {
            sayings.add(any(List.of(Saying.values()), random));
        }
        return sayings;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void thePartsAddUpAndNoCountExceedsTheWitnesses() {
        everyCase((example, random) -> {
            Finding f = example.finding();
            var parts = List.of(f.report(), f.deny(), f.mixed(), f.notMentioned(), f.notInPosition());
            assertEquals(
                    f.witnesses().high(), parts.stream().mapToInt(Range::high).sum());
            assertEquals(f.report().high(), f.firstHand().high() + f.hearsay().high());
            for (Range part : parts) {
                assertTrue(part.low() <= f.witnesses().low(), f.toString());
            }
            assertTrue(f.firstHand().low() <= f.report().low(), f.toString());
            assertTrue(f.witnesses().high()
                    <= example.contents.list().stream()
                            .mapToInt(account -> account.speakers().size())
                            .sum());
            assertTrue(f.witnesses().high() == 0 || f.witnesses().low() > 0);
        });
    }

    @Test
    void whatIsCountedAnewIsAsIfCountedFromTheStart() {
        everyCase((example, random) -> {
            var counted = Findings.counted(example.contents, example.coded);
            counted.of(Example.codebook());
            var coded = new ArrayList<>(example.coded);
            for (int times = 0; times < 4; times++) {
                Id account = any(List.copyOf(example.accounts.values()), random).id();
                coded.replaceAll(one -> one.passage().account().equals(account) ? as(one, any(STATUSES, random)) : one);
                counted.anew(
                        account,
                        coded.stream()
                                .filter(one -> one.passage().account().equals(account))
                                .toList());
                assertEquals(Findings.of(example.contents, coded, Example.codebook()), counted.of(Example.codebook()));
            }
        });
    }

    private static Coded as(Coded one, Coded.Status status) {
        return new Coded(
                one.suggestion(),
                one.passage(),
                one.coding(),
                status,
                one.by(),
                one.score(),
                one.judgements(),
                one.adjudicated());
    }

    @Test
    void aCopyRaisesNoCount() {
        everyCase((example, random) -> {
            example.readAll();
            Finding before = example.finding();
            var more = new Example(example);
            Account original = any(List.copyOf(example.accounts.values()), random);
            more.read(more.reposts("copy", any(NAMES, random), original));
            Finding after = more.finding();
            String both = before.statement() + " / " + after.statement();
            assertTrue(after.firstHand().low() <= before.firstHand().low(), both);
            assertEquals(List.of(), raised(before, after), both);
            assertTrue(after.witnesses().high() <= before.witnesses().high(), both);
        });
    }

    /** So many characters have more than 25 words; fewer are how people talk. */
    private static final int MUCH = 250;

    /** Of which nothing tells whether it is older than what it is of. */
    @Test
    void anUndatedCopyOrExcerptRaisesNoLowerBound() {
        everyCase((example, random) -> {
            example.readAll();
            Finding before = example.finding();
            var more = new Example(example);
            String text = any(List.copyOf(example.accounts.values()), random).text();
            int from = random.nextInt(Math.max(1, text.length() - MUCH));
            int to = Math.min(text.length(), from + MUCH + random.nextInt(text.length()));
            more.read(more.undated("excerpt", any(NAMES, random), text.substring(from, to)));
            Finding after = more.finding();
            assertEquals(List.of(), raised(before, after), before.statement() + " / " + after.statement());
        });
    }

    private static List<String> raised(Finding before, Finding after) {
        var raised = new ArrayList<String>();
        Map.<String, Function<Finding, Range>>of(
                        "witnesses",
                        Finding::witnesses,
                        "report",
                        Finding::report,
                        "first-hand",
                        Finding::firstHand,
                        "hearsay",
                        Finding::hearsay,
                        "deny",
                        Finding::deny,
                        "mixed",
                        Finding::mixed,
                        "not mentioned",
                        Finding::notMentioned,
                        "not in position",
                        Finding::notInPosition)
                .forEach((name, part) -> {
                    if (part.apply(after).low() > part.apply(before).low()) {
                        raised.add(name + " " + part.apply(before) + " became " + part.apply(after));
                    }
                });
        return raised;
    }

    @Test
    void aQuotationNeverRaisesTheFirstHandCount() {
        everyCase((example, random) -> {
            example.readAll();
            Finding before = example.finding();
            var quoting = new Example(example);
            quoting.read(
                    quoting.quotes("quoting", any(NAMES, random), any(List.copyOf(example.accounts.values()), random)));
            assertTrue(quoting.finding().firstHand().low() <= before.firstHand().low());
            assertTrue(
                    quoting.finding().firstHand().high() <= before.firstHand().high());
            var sharing = new Example(example);
            undated(sharing, "sharing", any(List.copyOf(example.accounts.values()), random), random);
            sharing.readAll();
            Finding shared = sharing.finding();
            assertTrue(
                    shared.firstHand().low() <= before.firstHand().low(),
                    before.statement() + " / " + shared.statement());
        });
    }

    @Test
    void whoMayBeTheSameNeverRaisesTheFirstHandCount() {
        everyCase((example, random) -> {
            example.tells("first", any(NAMES, random), List.of(Saying.ASKED));
            example.readAll();
            Finding before = example.finding();
            if (before.firstHand().low() == 0) {
                return;
            }
            var more = new Example(example);
            Account second = more.tells("second", "", List.of(Saying.ASKED));
            more.read(second);
            assertEquals(before.firstHand().low(), more.finding().firstHand().low());
            assertEquals(
                    before.firstHand().high() + 1, more.finding().firstHand().high());
            more.contents.decide(speaker(second), "same-as=" + speaker(more.accounts.get("first")));
            assertTrue(more.finding().firstHand().low() <= before.firstHand().low());
        });
    }

    @Test
    void hearsayAndOpinionNeverRaiseTheFirstHandCount() {
        everyCase((example, random) -> {
            example.readAll();
            Finding before = example.finding();
            var more = new Example(example);
            more.read(more.tells(
                    "more",
                    any(NAMES, random),
                    List.of(any(List.of(Saying.HEARD, Saying.HEARD_NOT, Saying.THINKS), random))));
            assertEquals(before.firstHand(), more.finding().firstHand());
            assertEquals(before.mixed(), more.finding().mixed());
        });
    }

    @Test
    void whatWasNotReadChangesNothingButCoverage() {
        everyCase((example, random) -> {
            Finding before = example.finding();
            var more = new Example(example);
            more.tells("unread", any(NAMES, random), sayings(random));
            more.asks("chat", "host", sayings(random), any(NAMES, random), sayings(random));
            Finding after = more.finding();
            assertEquals(before.accounts() + 2, after.accounts());
            assertEquals(same(before), same(after));
        });
    }

    private static Finding same(Finding f) {
        return new Finding(
                f.group(),
                f.code(),
                f.statement(),
                0,
                f.read(),
                f.witnesses(),
                f.report(),
                f.firstHand(),
                f.apart(),
                f.by(),
                f.hearsay(),
                f.deny(),
                f.mixed(),
                f.notMentioned(),
                f.notInPosition(),
                0,
                0,
                f.passages());
    }

    @Test
    void tiesChangeNoCountOfPeopleAndOnlyJoin() {
        everyCase((example, random) -> {
            Finding before = example.finding();
            assertEquals(before.firstHand().high(), before.apart());
            int apart = before.apart();
            for (int i = 0; i < 3; i++) {
                Id one = speaker(any(List.copyOf(example.accounts.values()), random));
                Id other = speaker(any(List.copyOf(example.accounts.values()), random));
                if (!one.equals(other)) {
                    example.contents.decide(
                            one, any(List.of("knows=" + other, "prompted-by=" + other, "drew-on=a leak"), random));
                }
                Finding after = example.finding();
                assertEquals(before.firstHand(), after.firstHand());
                assertEquals(before.report(), after.report());
                assertTrue(after.apart() <= apart, after.toString());
                assertTrue(after.apart() > 0 || after.firstHand().high() == 0, after.toString());
                apart = after.apart();
            }
        });
    }

    @Test
    void theOrderOfAddingChangesNothing() {
        everyCase((example, random) -> {
            Finding before = example.finding();
            for (int i = 0; i < 3; i++) {
                assertEquals(before, example.shuffled(random));
            }
        });
    }

    @Test
    void removingAndAddingAgainRestoresEveryNumber() {
        everyCase((example, random) -> {
            Finding before = example.finding();
            Account account = any(List.copyOf(example.accounts.values()), random);
            example.contents.remove(account);
            example.contents.add(account);
            assertEquals(before, example.finding());
        });
    }
}
