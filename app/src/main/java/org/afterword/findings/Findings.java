package org.afterword.findings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.casefile.Contents;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Span;
import org.afterword.model.Standing;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Witnesses;

/** From codings to counts, by the rules of {@code docs/method.md}. */
public final class Findings {
    private final Witnesses witnesses;
    private final Codebook codebook;
    private final Map<Id, Source> sources = new HashMap<>();
    private final Map<Id, Tally> tallies = new LinkedHashMap<>();

    /** An account of a group. */
    private record Source(Lineages.Lineage lineage, boolean read) {}

    private record Key(Id account, Span span, Polarity polarity) {}

    /** What is known of one group. */
    private static final class Tally {
        private final Lineages.Lineage lineage;
        private int accounts;
        private int read;
        private final Set<Id> witnesses = new LinkedHashSet<>();
        private final Map<Id, Set<Vantage>> vantages = new HashMap<>();
        private final Map<String, Answers> answers = new HashMap<>();

        Tally(Lineages.Lineage lineage) {
            this.lineage = lineage;
        }
    }

    /** What is known of one group and one practice. */
    private static final class Answers {
        private final Map<Id, Evidence> evidence = new HashMap<>();
        private final Set<Key> seen = new HashSet<>();
        private final List<Id> passages = new ArrayList<>();
        private int unreviewed;
        private int disputed;
    }

    private Findings(Ground ground, Codebook codebook) {
        this.witnesses = ground.witnesses();
        this.codebook = codebook;
        ground.lineages().all().forEach(lineage -> tallies.put(lineage.group().id(), new Tally(lineage)));
        for (Ground.Told told : ground.told()) {
            ground.lineages().of(told.group()).ifPresent(lineage -> add(told, lineage, ground));
        }
    }

    /** {@link #of(Ground, List, Codebook)} of the case as it stands. */
    public static List<Finding> of(Contents contents, List<Coded> coded, Codebook codebook) {
        return of(Ground.of(contents, Witnesses.of(contents)), coded, codebook);
    }

    /**
     * What the witnesses of every group say of every practice of the codebook.
     *
     * @param coded every coding of the case, whatever its status and codebook
     * @return by group, in the order in which groups came into the case (those without accounts are left out), then by
     *     code, in the codebook's order; codes without a statement are not counted
     */
    public static List<Finding> of(Ground ground, List<Coded> coded, Codebook codebook) {
        return taken(ground, coded, codebook).all();
    }

    /**
     * The same counts by vantage: of those who speak from one, of one group.
     *
     * @return by group and code like {@link #of}, and by vantage; portions without anybody are left out
     */
    public static List<Portion> portions(Ground ground, List<Coded> coded, Codebook codebook) {
        return taken(ground, coded, codebook).portions();
    }

    /** {@link #portions} with all ordinary groups of the case taken as one, and all others as one. */
    public static List<Portion> pooled(Ground ground, List<Coded> coded, Codebook codebook) {
        return portions(ground.pooled(), coded, codebook);
    }

    /** The group of a case that has this name, among others perhaps; letters' case does not matter. */
    public static Optional<Group> group(Contents contents, String name) {
        return new Lineages(contents)
                .all().stream()
                        .filter(lineage -> lineage.called(name))
                        .findFirst()
                        .map(Lineages.Lineage::group);
    }

    /** The groups of a case, each once under all its names, in the order in which they came. */
    public static List<Group> groups(Contents contents) {
        return new Lineages(contents)
                .all().stream().map(Lineages.Lineage::group).toList();
    }

    private static Findings taken(Ground ground, List<Coded> coded, Codebook codebook) {
        var findings = new Findings(ground, codebook);
        coded.forEach(findings::add);
        return findings;
    }

    /**
     * Every practice, and of the other codebooks each code that was used: a framework is counted code by code, never as
     * a sum, since one passage may stand under several.
     */
    public static List<Finding> of(Contents contents, List<Coded> coded, Codebooks codebooks) {
        var findings = new ArrayList<Finding>();
        var used = new HashSet<String>();
        coded.stream()
                .filter(one -> one.status() != Coded.Status.REJECTED)
                .forEach(one -> used.add(one.coding().code()));
        var ground = Ground.of(contents, Witnesses.of(contents));
        for (Codebook book : codebooks.newest()) {
            boolean practices = book.id().equals(Codebook.practices().id());
            if (practices || book.codes().stream().anyMatch(code -> used.contains(code.id()))) {
                of(ground, coded, practices ? book : book.counted()).stream()
                        .filter(one -> practices || used.contains(one.code()))
                        .forEach(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    private void add(Ground.Told told, Lineages.Lineage lineage, Ground ground) {
        boolean read = ground.isRead(told.account());
        sources.put(told.account(), new Source(lineage, read));
        Tally tally = tally(lineage);
        tally.accounts++;
        if (read) {
            tally.read++;
            tally.witnesses.addAll(witnesses.of(told.account()));
            for (Id speaker : told.speakers()) {
                ground.speaksAs(speaker)
                        .ifPresent(vantage -> witnesses
                                .witness(speaker)
                                .ifPresent(witness -> tally.vantages
                                        .computeIfAbsent(witness, _ -> EnumSet.noneOf(Vantage.class))
                                        .add(vantage)));
            }
        }
    }

    private Tally tally(Lineages.Lineage lineage) {
        return tallies.computeIfAbsent(lineage.group().id(), _ -> new Tally(lineage));
    }

    private void add(Coded coded) {
        var source = Optional.ofNullable(sources.get(coded.passage().account()));
        if (source.isEmpty()
                || !coded.coding().group().map(source.get().lineage()::called).orElse(true)) {
            return;
        }
        var answers = tally(source.get().lineage())
                .answers
                .computeIfAbsent(coded.coding().code(), _ -> new Answers());
        switch (coded.status()) {
            case SUGGESTED -> answers.unreviewed++;
            case DISPUTED -> answers.disputed++;
            case ACCEPTED -> {
                if (source.get().read()) {
                    add(coded, answers);
                }
            }
            case REJECTED -> {}
        }
    }

    private void add(Coded coded, Answers answers) {
        Standing standing = coded.coding().standing();
        if (standing == Standing.OPINION || standing == Standing.SPECULATION) {
            // no word on whether something happened
            return;
        }
        witnesses.telling(coded.passage()).ifPresent(telling -> {
            Polarity polarity = coded.coding().polarity();
            answers.evidence
                    .computeIfAbsent(telling.witness(), _ -> new Evidence())
                    .add(polarity, standing == Standing.FIRST_HAND, telling);
            if (answers.seen.add(
                    new Key(coded.passage().account(), coded.passage().span(), polarity))) {
                answers.passages.add(coded.suggestion());
            }
        });
    }

    private List<Portion> portions() {
        var portions = new ArrayList<Portion>();
        for (Tally tally : tallies.values()) {
            var byVantage = new TreeMap<Vantage, Set<Id>>();
            var undecided = new HashSet<Id>();
            for (Id witness : tally.witnesses) {
                Portion.from(tally.vantages.getOrDefault(witness, witnesses.vantages(witness)))
                        .map(vantage -> byVantage.computeIfAbsent(vantage, _ -> new HashSet<>()))
                        .orElse(undecided)
                        .add(witness);
            }
            for (Code code : codebook.codes()) {
                var answers = tally.answers.getOrDefault(code.id(), new Answers());
                code.statement().ifPresent(_ -> {
                    byVantage.forEach((vantage, some) -> portions.add(portion(
                            tally,
                            Optional.of(vantage),
                            new Partition(code, witnesses, some, answers.evidence),
                            code)));
                    if (!undecided.isEmpty()) {
                        portions.add(portion(
                                tally,
                                Optional.empty(),
                                new Partition(code, witnesses, undecided, answers.evidence),
                                code));
                    }
                });
            }
        }
        return List.copyOf(portions);
    }

    private static Portion portion(Tally tally, Optional<Vantage> from, Partition partition, Code code) {
        return new Portion(
                tally.lineage.group(),
                code.id(),
                from,
                partition.everybody(),
                partition.count(Part.FIRST_HAND, Part.DENIES, Part.MIXED),
                partition.count(Part.FIRST_HAND),
                partition.count(Part.DENIES),
                partition.count(Part.MIXED));
    }

    private List<Finding> all() {
        var findings = new ArrayList<Finding>();
        for (Tally tally : tallies.values()) {
            for (Code code : codebook.codes()) {
                if (tally.accounts > 0) {
                    code.statement().ifPresent(statement -> findings.add(finding(tally, code, statement)));
                }
            }
        }
        return List.copyOf(findings);
    }

    private Finding finding(Tally tally, Code code, Code.Statement statement) {
        var answers = tally.answers.getOrDefault(code.id(), new Answers());
        var partition = new Partition(code, witnesses, tally.witnesses, answers.evidence);
        return new Finding(
                tally.lineage.group(),
                code.id(),
                Sentence.of(statement, partition, tally.read),
                tally.accounts,
                tally.read,
                partition.everybody(),
                partition.count(Part.FIRST_HAND, Part.HEARSAY),
                partition.count(Part.FIRST_HAND),
                partition.count(Part.HEARSAY),
                partition.count(Part.DENIES, Part.DENIES_TOLD),
                partition.count(Part.MIXED),
                partition.count(Part.NOT_MENTIONED),
                partition.count(Part.NOT_IN_POSITION),
                answers.unreviewed,
                answers.disputed,
                List.copyOf(answers.passages));
    }
}
