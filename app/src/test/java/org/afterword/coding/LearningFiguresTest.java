package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.afterword.coding.Learned.Decided;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What decisions are worth: somebody who codes as the writer did reads accounts in some order and decides on what is
 * suggested; the accounts not yet read are then suggested anew. {@code mvn test -Dtest=LearningFiguresTest
 * -Dafterword.write=true} writes the curve.
 */
class LearningFiguresTest {
    private static final Path CARD = Path.of("../docs/models/practices.md");
    private static final String BEGIN = "<!-- learning: begin, written by a command -->";
    private static final String END = "<!-- learning: end -->";
    private static final List<Integer> DECISIONS = List.of(10, 20, 40);
    private static final int ORDERS = 5;
    private static final Map<String, List<Suggestion>> UNTAUGHT = new HashMap<>();

    /** The model's answers do not depend on decisions; so it is asked once. */
    private static final class Remembering extends Meaning {
        private final Map<String, Map<Span, Scores>> heard = new HashMap<>();

        Remembering(Encoder encoder, PracticeWeights weights) {
            super(encoder, weights);
        }

        static Remembering open() throws IOException, EncoderUnavailable {
            PracticeWeights weights = PracticeWeights.read(PracticeWeights.shipped());
            return new Remembering(Encoder.open(weights.numbers()), weights);
        }

        @Override
        Map<Span, Scores> of(String text, List<Span> sentences) {
            return heard.computeIfAbsent(text, _ -> super.of(text, sentences));
        }
    }

    /** Of one code, in the accounts not read: untaught, and taught. */
    private record Rest(Measured.Counts before, Measured.Counts after) {
        Rest plus(Rest other) {
            return new Rest(before.plus(other.before), after.plus(other.after));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "afterword.write", matches = "true")
    void write() throws IOException, EncoderUnavailable {
        Meaning meaning = Remembering.open();
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "The validation accounts in %d orders; of each practice the accounts after so many decisions on it.%n%n"
                        + "| decisions on a practice | practices with so many | right before | right after | found before |"
                        + " found after |%n|--:|--:|--:|--:|--:|--:|%n",
                ORDERS));
        for (int decisions : DECISIONS) {
            row(decisions, meaning, table);
        }
        System.out.println(table);
        String card = Files.readString(CARD);
        assertTrue(card.contains(BEGIN) && card.contains(END));
        Files.writeString(
                CARD,
                card.substring(0, card.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + table + "\n"
                        + card.substring(card.indexOf(END)));
    }

    private static void row(int decisions, Meaning meaning, StringBuilder into) {
        List<CodedPassages> accounts = new ArrayList<>(CodedPassages.of("validation"));
        var all = new Rest(new Measured.Counts(0, 0, 0, 0), new Measured.Counts(0, 0, 0, 0));
        var codes = new LinkedHashSet<String>();
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(accounts, new Random(order));
            for (Code code : Codebook.practices().codes()) {
                Optional<Rest> rest = rest(code.id(), accounts, decisions, meaning);
                if (rest.isPresent()) {
                    codes.add(code.id());
                    all = all.plus(rest.get());
                }
            }
        }
        into.append(String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.3f | %.3f | %.3f |%n",
                decisions,
                codes.size(),
                all.before().precision(),
                all.after().precision(),
                all.before().recall(),
                all.after().recall()));
    }

    /** Empty if there are not so many suggestions of the code, or no account is left. */
    private static Optional<Rest> rest(String code, List<CodedPassages> accounts, int decisions, Meaning meaning) {
        var decided = new ArrayList<Decided>();
        int read = 0;
        while (read < accounts.size() && decided.size() < decisions) {
            CodedPassages account = accounts.get(read++);
            for (Suggestion one : suggested(account, code, meaning, Learned.NOTHING)) {
                decided.add(new Decided(
                        code, one.score(), account.gold().stream().anyMatch(gold -> Measured.same(one, gold))));
            }
        }
        if (decided.size() < decisions || read == accounts.size()) {
            return Optional.empty();
        }
        List<CodedPassages> left = accounts.subList(read, accounts.size());
        return Optional.of(new Rest(
                counts(left, code, meaning, Learned.NOTHING), counts(left, code, meaning, Learned.from(decided))));
    }

    private static Measured.Counts counts(List<CodedPassages> accounts, String code, Meaning meaning, Learned learned) {
        var counts = new Measured.Counts(0, 0, 0, 0);
        for (CodedPassages account : accounts) {
            List<Suggestion> suggested = suggested(account, code, meaning, learned);
            List<CodedPassages.Gold> gold = account.gold().stream()
                    .filter(one -> one.coding().code().equals(code))
                    .toList();
            counts = counts.plus(new Measured.Counts(
                    gold.size(),
                    (int) gold.stream()
                            .filter(one -> suggested.stream().anyMatch(s -> Measured.same(s, one)))
                            .count(),
                    suggested.size(),
                    (int) suggested.stream()
                            .filter(s -> gold.stream().anyMatch(one -> Measured.same(s, one)))
                            .count()));
        }
        return counts;
    }

    private static List<Suggestion> suggested(CodedPassages account, String code, Meaning meaning, Learned learned) {
        List<Suggestion> all = learned == Learned.NOTHING
                ? UNTAUGHT.computeIfAbsent(
                        account.name(), _ -> Suggester.suggest(account.account(), Optional.of(meaning)))
                : Suggester.suggest(account.account(), Optional.of(meaning), learned);
        return all.stream()
                .filter(one -> ((Proposal.Coding) one.proposal()).code().equals(code))
                .toList();
    }
}
