package org.afterword.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.casefile.Contents;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Coded.Status;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Account;
import org.afterword.model.Actor;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Speaker;
import org.afterword.model.Standing;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Ties;
import org.afterword.witnesses.Witnesses;

/**
 * From codings to counts, by the rules of {@code docs/method.md}. What is counted of one group and one practice is kept, so
 * that after a decision only what it touches is counted anew ({@link #anew}).
 */
public final class Findings {
    private final Witnesses witnesses;
    private final Ties ties;
    private final Map<Id, Source> sources = new HashMap<>();
    private final Map<Id, Tally> tallies = new LinkedHashMap<>();

    /** In which accounts' codings came first. */
    private final Map<Id, Integer> order = new HashMap<>();

    /** An account of a group. */
    private record Source(Tally tally, boolean read) {}

    private Findings(Ground ground, List<Coded> coded) {
        this.witnesses = ground.witnesses();
        this.ties = ground.ties();
        ground.lineages().all().forEach(lineage -> tallies.put(lineage.group().id(), new Tally(lineage)));
        for (Ground.Told told : ground.told()) {
            ground.lineages().of(told.group()).ifPresent(lineage -> add(told, lineage, ground));
        }
        coded.forEach(this::add);
    }

    /** The counts of a case as it stands, to be asked more than once. */
    public static Findings counted(Contents contents, List<Coded> coded) {
        return counted(Ground.of(contents, Witnesses.of(contents)), coded);
    }

    /**
     * The same of a case that was looked at before.
     *
     * @param coded every coding of the case, whatever its status and codebook
     */
    public static Findings counted(Ground ground, List<Coded> coded) {
        return new Findings(ground, coded);
    }

    /** {@link #of(Ground, List, Codebook)} of the case as it stands. */
    public static List<Finding> of(Contents contents, List<Coded> coded, Codebook codebook) {
        return counted(contents, coded).of(codebook);
    }

    /**
     * What the witnesses of every group say of every practice of the codebook.
     *
     * @param coded every coding of the case, whatever its status and codebook
     * @return by group, in the order in which groups came into the case (those without accounts are left out), then by
     *     code, in the codebook's order; codes without a statement are not counted
     */
    public static List<Finding> of(Ground ground, List<Coded> coded, Codebook codebook) {
        return new Findings(ground, coded).of(codebook);
    }

    /**
     * The same counts by vantage: of those who speak from one, of one group.
     *
     * @return by group and code like {@link #of}, and by vantage; portions without anybody are left out
     */
    public static List<Portion> portions(Ground ground, List<Coded> coded, Codebook codebook) {
        return new Findings(ground, coded).portions(codebook);
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

    /**
     * Every practice, and of the other codebooks each code that was used: a framework is counted code by code, never as
     * a sum, since one passage may stand under several.
     */
    public List<Finding> of(Codebooks codebooks) {
        var findings = new ArrayList<Finding>();
        for (Codebook book : codebooks.newest()) {
            boolean practices = book.id().equals(Codebook.practices().id());
            of(practices ? book : book.counted()).stream()
                    .filter(one -> practices || isUsed(one.code()))
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    }

    private boolean isUsed(String code) {
        return tallies.values().stream()
                .anyMatch(tally ->
                        tally.codings.containsKey(code) && tally.coding(code).isUsed());
    }

    /**
     * Counts anew what one account's codings touch; all else of the case is taken to be as it was: who is a witness, what
     * was read, what the groups are called.
     *
     * @param coded all codings of the account as they are now
     */
    public void anew(Id account, List<Coded> coded) {
        var source = Optional.ofNullable(sources.get(account));
        source.ifPresent(one -> {
            int place = order.computeIfAbsent(account, _ -> order.size());
            var codes = new LinkedHashSet<>(one.tally().codings.keySet());
            coded.forEach(each -> codes.add(each.coding().code()));
            for (String code : codes) {
                Tally.Coding coding = one.tally().coding(code);
                List<Coded> now = coded.stream()
                        .filter(each -> each.coding().code().equals(code) && isOf(one, each))
                        .toList();
                if (!now.equals(coding.of(place))) {
                    coding.take(place);
                    one.tally().changed(coding);
                    now.forEach(this::add);
                }
            }
        });
    }

    /** Whether somebody had read the account when it was counted; empty if it is not counted. */
    public Optional<Boolean> isRead(Id account) {
        return Optional.ofNullable(sources.get(account)).map(Source::read);
    }

    /**
     * Counts an account as read that was not; all else of the case is taken to be as it was.
     *
     * @param speaksAs from where a speaker was decided to speak
     */
    public void read(Account account, Function<Id, Optional<Vantage>> speaksAs) {
        isRead(account.id()).filter(read -> !read).ifPresent(_ -> {
            Tally tally = sources.get(account.id()).tally();
            sources.put(account.id(), new Source(tally, true));
            read(
                    tally,
                    account.id(),
                    account.speakers().stream().map(Speaker::id).toList(),
                    speaksAs);
            tally.changed();
            Optional.ofNullable(order.get(account.id()))
                    .ifPresent(place -> tally.codings
                            .values()
                            .forEach(coding -> coding.take(place).forEach(this::add)));
        });
    }

    private void read(Tally tally, Id account, List<Id> speakers, Function<Id, Optional<Vantage>> speaksAs) {
        tally.read++;
        tally.witnesses.addAll(witnesses.of(account));
        for (Id speaker : speakers) {
            speaksAs.apply(speaker)
                    .ifPresent(vantage -> witnesses
                            .witness(speaker)
                            .ifPresent(witness -> tally.vantages
                                    .computeIfAbsent(witness, _ -> EnumSet.noneOf(Vantage.class))
                                    .add(vantage)));
        }
    }

    private void add(Ground.Told told, Lineages.Lineage lineage, Ground ground) {
        boolean read = ground.isRead(told.account());
        Tally tally = tallies.computeIfAbsent(lineage.group().id(), _ -> new Tally(lineage));
        sources.put(told.account(), new Source(tally, read));
        tally.accounts++;
        if (read) {
            read(tally, told.account(), told.speakers(), ground::speaksAs);
        }
    }

    private void add(Coded coded) {
        Id account = coded.passage().account();
        Source source = sources.get(account);
        if (source != null && isOf(source, coded)) {
            Standing standing = coded.coding().standing();
            // an opinion or a speculation is no word on whether something happened
            boolean counts = coded.status() == Status.ACCEPTED
                    && source.read()
                    && standing != Standing.OPINION
                    && standing != Standing.SPECULATION;
            Tally.Coding coding = source.tally().coding(coded.coding().code());
            source.tally().changed(coding);
            coding.said
                    .computeIfAbsent(order.computeIfAbsent(account, _ -> order.size()), _ -> new ArrayList<>())
                    .add(new Tally.Said(coded, counts ? witnesses.telling(coded.passage()) : Optional.empty()));
        }
    }

    private static boolean isOf(Source source, Coded coded) {
        return coded.coding().group().map(source.tally().lineage::called).orElse(true);
    }

    /** What comes next on the way through each group. */
    public List<Arrow> arrows(Codebook codebook) {
        return tallies.values().parallelStream()
                .flatMap(tally ->
                        tally
                                .arrows
                                .computeIfAbsent(codebook, _ -> new Arrows(tally, witnesses, codebook).all())
                                .stream())
                .toList();
    }

    /** {@link #portions(Ground, List, Codebook)} of what was counted. */
    public List<Portion> portions(Codebook codebook) {
        return tallies.values().parallelStream()
                .flatMap(tally -> new Portions(tally, witnesses).all(codebook).stream())
                .toList();
    }

    /** {@link #of(Ground, List, Codebook)} of what was counted. */
    public List<Finding> of(Codebook codebook) {
        // nothing that one group's counting changes is another's
        return tallies.values().parallelStream()
                .filter(tally -> tally.accounts > 0)
                .flatMap(tally -> codebook.codes().stream()
                        .flatMap(code -> code.statement().map(statement -> finding(tally, code, statement)).stream()))
                .toList();
    }

    private Finding finding(Tally tally, Code code, Code.Statement statement) {
        return tally.coding(code.id()).findings.computeIfAbsent(code, _ -> count(tally, code, statement));
    }

    private Finding count(Tally tally, Code code, Code.Statement statement) {
        Tally.Answers answers = tally.coding(code.id()).answers();
        Range everybody = tally.everybody(witnesses);
        var partition = new Partition(code, witnesses, tally.witnesses, answers.evidence);
        int apart = ties.apart(witnesses, partition.in(Part.FIRST_HAND));
        return new Finding(
                tally.lineage.group(),
                code.id(),
                Sentence.of(statement, partition, everybody, apart, tally.read),
                tally.accounts,
                tally.read,
                everybody,
                partition.count(Part.FIRST_HAND, Part.HEARSAY),
                partition.count(Part.FIRST_HAND),
                apart,
                by(partition),
                partition.count(Part.HEARSAY),
                partition.count(Part.DENIES, Part.DENIES_TOLD),
                partition.count(Part.MIXED),
                partition.count(Part.NOT_MENTIONED),
                partition.count(Part.NOT_IN_POSITION),
                answers.unreviewed,
                answers.disputed,
                List.copyOf(answers.passages));
    }

    private static Map<Actor, Range> by(Partition partition) {
        var by = new EnumMap<Actor, Range>(Actor.class);
        for (Actor actor : List.of(Actor.LEADERSHIP, Actor.PEERS, Actor.AUTHOR)) {
            Range people = partition.by(actor);
            if (people.high() > 0) {
                by.put(actor, people);
            }
        }
        return Collections.unmodifiableMap(by);
    }
}
