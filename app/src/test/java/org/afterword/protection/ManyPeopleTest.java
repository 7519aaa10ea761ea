package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A case in which very many are named; {@code -Dafterword.names=50000} for as many as that. */
class ManyPeopleTest {
    private static final int MANY = Integer.getInteger("afterword.names", 4_000);
    private static final int IN_AN_ACCOUNT = 25;
    /** Of processor time, for each step: a hundredth of a second for ten names, and what a start costs. */
    private static final double SECONDS = 4 + MANY / 1_000.0;

    private static final List<String> SYLLABLES =
            List.of("ker", "ri", "gan", "os", "kwi", "th", "bran", "nock", "vel", "lu", "mi", "na", "tor", "as", "ek");

    private final Random random = new Random(50_000);
    private final ListContents contents = ListContents.empty();
    private final Map<String, Double> took = new HashMap<>();

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private <T> T timed(String what, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T done = work.get();
        took.put(what, (threads.getCurrentThreadCpuTime() - before) / 1e9);
        return done;
    }

    @Test
    void manyAreNamedAndHidden(TestReporter reporter) {
        var accounts = new ArrayList<Account>();
        var people = new ArrayList<Identity>();
        for (int i = 0; i < MANY; i += IN_AN_ACCOUNT) {
            var here = new ArrayList<Identity>();
            var text = new StringBuilder();
            for (int j = 0; j < IN_AN_ACCOUNT; j++) {
                Identity one = contents.person(word(2) + " " + word(3) + (char) ('a' + random.nextInt(26)));
                here.add(one);
                text.append("We met ").append(one.name()).append(" there. ");
            }
            Account account = contents.account(text.toString());
            here.forEach(one -> contents.mention(one, account, one.name()));
            accounts.add(account);
            people.addAll(here);
        }

        List<Cluster> clusters = timed("who is who", () -> Clusters.of(contents));
        Protection undecided = timed("protection, nothing decided", () -> Fixture.protection(contents));
        int open = timed(
                "what is open in each account",
                () -> accounts.stream()
                        .mapToInt(account -> undecided.open(account).size())
                        .sum());
        assertTrue(open >= MANY, open + " open");
        Map<Id, Verdict> given = timed("deciding on all", () -> {
            var verdicts = new HashMap<Id, Verdict>();
            for (Cluster cluster : clusters) {
                String decision = switch (verdicts.size() % 4) {
                    case 0 -> "role=a helper";
                    case 1 -> "redact";
                    default -> "pseudonym";
                };
                verdicts.put(cluster.id(), undecided.check(cluster, Verdict.parse(decision), "", false));
            }
            return verdicts;
        });
        assertEquals(
                given.values().stream()
                        .filter(Verdict.Pseudonym.class::isInstance)
                        .count(),
                given.values().stream()
                        .filter(Verdict.Pseudonym.class::isInstance)
                        .distinct()
                        .count(),
                "nobody's pseudonym is another's");
        people.forEach(one -> contents.decide(one, given.get(one.id()).text()));

        Protection decided = timed("protection, all decided", () -> Fixture.protection(contents));
        assertEquals(List.of(), decided.open());
        String shown = timed(
                "texts",
                () -> accounts.stream()
                        .map(account -> decided.protect(account).text())
                        .reduce("", (a, b) -> b));
        people.subList(MANY - IN_AN_ACCOUNT, MANY)
                .forEach(one -> assertFalse(shown.contains(one.name()), () -> one.name() + " in " + shown));
        took.forEach((what, seconds) -> {
            reporter.publishEntry(MANY + " names, " + what, String.format(Locale.ROOT, "%.1f s", seconds));
            assertTrue(seconds < SECONDS, () -> what + " took " + seconds + " s; " + took);
        });
    }
}
