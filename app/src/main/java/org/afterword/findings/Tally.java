package org.afterword.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Coded.Status;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Span;
import org.afterword.model.Standing;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Telling;
import org.afterword.witnesses.Witnesses;

/** What is known of one group, and of each practice what was coded. */
final class Tally {
    final Lineages.Lineage lineage;
    final Set<Id> witnesses = new LinkedHashSet<>();
    final Map<Id, Set<Vantage>> vantages = new HashMap<>();
    final Map<String, Coding> codings = new HashMap<>();
    final Map<Codebook, List<Arrow>> arrows = new HashMap<>();
    int accounts;
    int read;
    private Optional<Range> everybody = Optional.empty();

    Tally(Lineages.Lineage lineage) {
        this.lineage = lineage;
    }

    Coding coding(String code) {
        return codings.computeIfAbsent(code, _ -> new Coding());
    }

    /** That what was coded of the practice is no longer what it was. */
    void changed(Coding coding) {
        arrows.clear();
        coding.findings.clear();
        coding.reports = Optional.empty();
        coding.portions.clear();
    }

    /** That there are other witnesses. */
    void changed() {
        everybody = Optional.empty();
        codings.values().forEach(this::changed);
    }

    /** Once all accounts are in it. */
    Range everybody(Witnesses who) {
        Range now = everybody.orElseGet(() -> who.count(witnesses));
        everybody = Optional.of(now);
        return now;
    }

    /** A coding that belongs to the group, and whose word it is, if it counts. */
    record Said(Coded coded, Optional<Telling> telling) {}

    /** What was coded of one practice, by the order of its accounts, and what it comes to. */
    static final class Coding {
        final NavigableMap<Integer, List<Said>> said = new TreeMap<>();
        final Map<Code, Finding> findings = new HashMap<>();
        final Map<Code, List<Portion>> portions = new HashMap<>();
        private Optional<Map<Id, Report>> reports = Optional.empty();

        private Stream<Said> all() {
            return said.values().stream().flatMap(List::stream);
        }

        List<Coded> of(int account) {
            return said.getOrDefault(account, List.of()).stream()
                    .map(Said::coded)
                    .toList();
        }

        /** Those of an account, which are here no more. */
        List<Coded> take(int account) {
            List<Coded> taken = of(account);
            said.remove(account);
            return taken;
        }

        boolean isUsed() {
            return all().anyMatch(one -> one.coded().status() != Status.REJECTED);
        }

        Answers answers() {
            var answers = new Answers();
            all().forEach(answers::add);
            reports = Optional.of(answers.reports);
            return answers;
        }

        /** By witness. */
        Map<Id, Report> reports() {
            return reports.orElseGet(() -> answers().reports);
        }
    }

    private record Key(Id account, Span span, Polarity polarity) {}

    /**
     * That somebody says first-hand that it happened.
     *
     * @param certain whether some of these words are certainly theirs
     */
    record Report(boolean certain, Set<Id> passages) {}

    /** What the coded passages of one practice say. */
    static final class Answers {
        private final Map<Id, Report> reports = new HashMap<>();
        final Map<Id, Evidence> evidence = new HashMap<>();
        final List<Id> passages = new ArrayList<>();
        int unreviewed;
        int disputed;
        private final Set<Key> seen = new HashSet<>();

        private void add(Said said) {
            switch (said.coded().status()) {
                case SUGGESTED -> unreviewed++;
                case DISPUTED -> disputed++;
                case ACCEPTED -> said.telling().ifPresent(telling -> add(said.coded(), telling));
                case REJECTED -> {}
            }
        }

        private void add(Coded coded, Telling telling) {
            Polarity polarity = coded.coding().polarity();
            evidence.computeIfAbsent(telling.witness(), _ -> new Evidence()).add(coded.coding(), telling);
            if (polarity == Polarity.REPORTS && coded.coding().standing() == Standing.FIRST_HAND) {
                reports.merge(
                        telling.witness(),
                        new Report(telling.certain(), Set.of(coded.suggestion())),
                        (one, other) -> new Report(
                                one.certain() || other.certain(),
                                Stream.concat(one.passages().stream(), other.passages().stream())
                                        .collect(Collectors.toSet())));
            }
            if (seen.add(new Key(coded.passage().account(), coded.passage().span(), polarity))) {
                passages.add(coded.suggestion());
            }
        }
    }
}
