package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Identity;
import org.afterword.model.Span;
import org.junit.jupiter.api.Test;

/** Whatever the names, the texts and the order of decisions: after a decision, no form of the name is left. */
class NoFormLeftTest {
    private static final long SEED = 20261120;
    private static final int NAMES = 500;
    private static final List<String> DECISIONS =
            List.of("pseudonym", "redact", "role=a helper", "generalise=somebody", "pseudonym");
    private static final List<String> FILLER = List.of(
            "then", "came", "the", "meeting", "began", "nobody", "asked", "and", "we", "waited", "outside", "until",
            "evening", "about", "money", "again", "because", "it", "was", "late");

    @Test
    void noFormIsLeftWhateverTheOrder() {
        for (int run = 0; run < 5; run++) {
            var random = new Random(SEED + run);
            var contents = ListContents.empty();
            var names = new HashSet<String>();
            var people = new ArrayList<Identity>();
            while (people.size() < NAMES / 5) {
                String name = RandomNames.next(random);
                if (names.add(Folding.fold(name))) {
                    people.add(contents.person(name));
                }
            }
            Account account = contents.account(text(random, people));
            decide(contents, people, random);

            Protection protection = Fixture.protection(contents);
            String seed = "seed " + (SEED + run);
            assertEquals(List.of(), protection.open(), seed);
            Redacted shown = protection.protect(account);
            pointsRight(account, shown, seed);
            assertEquals(
                    List.of(),
                    protection.line(shown.text()).replacements().stream()
                            .map(again -> context(shown.text(), again.original()))
                            .toList(),
                    seed + ": protecting twice");
            String folded = Folding.fold(shown.text());
            for (Identity person : people) {
                for (String form : RandomNames.forms(person.name())) {
                    assertFalse(holds(folded, Folding.fold(form)), () -> seed + ": " + form + " of " + person.name());
                }
            }
            assertEquals(
                    List.of(),
                    Scan.of(protection).scan("text.html", shown.text().getBytes(StandardCharsets.UTF_8)),
                    seed);
            var random2 = new Random(SEED + run);
            assertFalse(
                    Scan.of(protection)
                            .scan("text.html", text(random2, people).getBytes(StandardCharsets.UTF_8))
                            .isEmpty(),
                    seed);
        }
    }

    /** Decisions, their undoing, merges and others in any order, until each has one. */
    private static void decide(ListContents contents, List<Identity> people, Random random) {
        var order = new ArrayList<>(people);
        order.addAll(people);
        Collections.shuffle(order, random);
        var made = new ArrayList<Decision>();
        for (Identity person : order) {
            switch (random.nextInt(6)) {
                case 0 -> contents.keep(person, "public-figure");
                case 1 ->
                    made.add(contents.decide(
                            person,
                            "same-as="
                                    + people.get(random.nextInt(people.size())).id()));
                case 2 -> {
                    if (!made.isEmpty()) {
                        contents.undo(made.remove(random.nextInt(made.size())));
                    }
                }
                default -> made.add(contents.decide(person, DECISIONS.get(random.nextInt(DECISIONS.size()))));
            }
        }
        Collections.shuffle(order, random);
        order.forEach(person -> contents.decide(person, DECISIONS.get(random.nextInt(DECISIONS.size()))));
    }

    private static String text(Random random, List<Identity> people) {
        var text = new StringBuilder();
        for (Identity person : people) {
            for (String form : RandomNames.forms(person.name())) {
                for (int i = random.nextInt(4) + 1; i > 0; i--) {
                    text.append(FILLER.get(random.nextInt(FILLER.size()))).append(' ');
                }
                text.append(written(form, random)).append(random.nextInt(5) == 0 ? ".\n" : " ");
            }
        }
        return text.toString();
    }

    private static String written(String form, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> form.toUpperCase(Locale.ROOT);
            case 1 -> form + "'s";
            case 2 -> "\"" + form + "\"";
            case 3 ->
                new StringBuilder(form)
                        .insert(form.offsetByCodePoints(0, 1), '\u200b')
                        .toString();
            default -> form;
        };
    }

    private static void pointsRight(Account account, Redacted shown, String seed) {
        int original = 0;
        int at = 0;
        for (Redacted.Replacement replacement : shown.replacements()) {
            Span from = replacement.original();
            Span to = replacement.shown();
            assertEquals(
                    account.text().substring(original, from.start()),
                    shown.text().substring(at, to.start()),
                    seed);
            assertTrue(to.length() > 0, seed);
            original = from.end();
            at = to.end();
        }
        assertEquals(account.text().substring(original), shown.text().substring(at), seed);
    }

    private static String context(String text, Span span) {
        return text.substring(Math.max(0, span.start() - 20), span.start()) + "«" + span.of(text) + "»"
                + text.substring(span.end(), Math.min(text.length(), span.end() + 20));
    }

    private static boolean holds(String text, String form) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
