package org.afterword.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.afterword.model.Proposal;
import org.afterword.model.Standing;
import org.afterword.model.Suggestion;

/**
 * How suggestions compare with what the writer coded. A suggestion is right if it has the practice and the polarity of
 * a coded passage that it overlaps; a coded passage is found if a right suggestion overlaps it.
 */
record Measured(
        Map<String, Counts> byCode,
        int firstHandRight,
        int claimRight,
        int matched,
        int falseOrdinary,
        int wordsOrdinary,
        List<String> missed,
        List<String> wrong,
        List<Scored> scored) {

    /** What was suggested in which account, and whether it was right. */
    record Scored(CodedPassages account, Suggestion suggestion, boolean right) {
        double score() {
            return suggestion.score();
        }

        Proposal.Coding coding() {
            return (Proposal.Coding) suggestion.proposal();
        }

        String passage() {
            return suggestion.span().orElseThrow().of(account.account().text()).replaceAll("\\s+", " ");
        }
    }

    record Counts(int gold, int found, int suggested, int right) {
        Counts plus(Counts other) {
            return new Counts(gold + other.gold, found + other.found, suggested + other.suggested, right + other.right);
        }

        double precision() {
            return suggested == 0 ? 1 : (double) right / suggested;
        }

        double recall() {
            return gold == 0 ? 1 : (double) found / gold;
        }
    }

    /** By phrases alone. */
    static Measured of(List<CodedPassages> accounts) {
        return of(accounts, Optional.empty());
    }

    static Measured of(List<CodedPassages> accounts, Optional<Meaning> meaning) {
        var byCode = new LinkedHashMap<String, Counts>();
        Codebook.practices().codes().forEach(code -> byCode.put(code.id(), new Counts(0, 0, 0, 0)));
        int firstHand = 0;
        int claim = 0;
        int matched = 0;
        int falseOrdinary = 0;
        int words = 0;
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var scored = new ArrayList<Scored>();
        for (CodedPassages passages : accounts) {
            List<Suggestion> suggestions = Suggester.suggest(passages.account(), meaning);
            words += passages.ordinary() ? passages.account().text().split("\\s+", -1).length : 0;
            for (CodedPassages.Gold gold : passages.gold()) {
                var hit = suggestions.stream().filter(s -> same(s, gold)).findFirst();
                add(byCode, gold.coding().code(), new Counts(1, hit.isPresent() ? 1 : 0, 0, 0));
                if (hit.isEmpty()) {
                    missed.add(passages.name() + " " + gold.coding().code() + " "
                            + gold.coding().polarity() + ": "
                            + gold.span().of(passages.account().text()));
                    continue;
                }
                var coding = (Proposal.Coding) hit.get().proposal();
                matched++;
                firstHand += first(coding) == first(gold.coding()) ? 1 : 0;
                claim += coding.claim() == gold.coding().claim() ? 1 : 0;
            }
            for (Suggestion suggestion : suggestions) {
                var coding = (Proposal.Coding) suggestion.proposal();
                Predicate<CodedPassages.Gold> right = gold -> same(suggestion, gold);
                boolean isRight = passages.gold().stream().anyMatch(right);
                add(byCode, coding.code(), new Counts(0, 0, 1, isRight ? 1 : 0));
                scored.add(new Scored(passages, suggestion, isRight));
                if (!isRight) {
                    falseOrdinary += passages.ordinary() ? 1 : 0;
                    wrong.add(passages.name() + " " + coding.code() + " " + coding.polarity() + ": "
                            + suggestion
                                    .span()
                                    .orElseThrow()
                                    .of(passages.account().text()) + " <- "
                            + suggestion.reason());
                }
            }
        }
        return new Measured(byCode, firstHand, claim, matched, falseOrdinary, words, missed, wrong, scored);
    }

    private static boolean first(Proposal.Coding coding) {
        return coding.standing() == Standing.FIRST_HAND;
    }

    static boolean same(Suggestion suggestion, CodedPassages.Gold gold) {
        var coding = (Proposal.Coding) suggestion.proposal();
        return coding.code().equals(gold.coding().code())
                && coding.polarity() == gold.coding().polarity()
                && suggestion.span().orElseThrow().overlaps(gold.span());
    }

    private static void add(Map<String, Counts> byCode, String code, Counts counts) {
        byCode.merge(code, counts, Counts::plus);
    }

    Counts all() {
        return byCode.values().stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
    }
}
