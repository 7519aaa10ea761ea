package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Touched;
import org.afterword.coding.Agreement;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Compared;
import org.afterword.coding.Coverage;
import org.afterword.coding.Judgement;
import org.afterword.coding.Seen;
import org.afterword.comparison.Comparison;
import org.afterword.facts.Known;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.protection.Exposure;
import org.afterword.protection.Protection;

/**
 * What of the case stays from one decision to the next: the one place that holds any of it ({@code docs/decisions/0030}).
 * Each part is what it would be if it were made anew.
 */
final class Standing {
    /** Headings of each coder's part, before the name. */
    static final String READ = "read by ";

    static final String BY_HAND = "by hand ";
    static final String JUDGED = "judged by ";
    static final String SETTLED = "settled by ";

    static final List<String> PARTS = List.of(READ, BY_HAND, JUDGED, SETTLED);

    private final Case opened;
    private final Contents contents;
    private final Kept<Lines> lines;
    private final Kept<Headed<Coverage.Line>> readings;
    private final Kept<Headed<Coded>> codings;
    private final Kept<Headed<Known>> facts;
    private final Map<Agreement.Level, Kept<Compared>> compared = new EnumMap<>(Agreement.Level.class);
    private final Witnessed witnessed;
    private Optional<Names> names = Optional.empty();

    Standing(Case opened) {
        this.opened = opened;
        this.contents = opened.contents();
        Touched touched = opened.file().touched();
        lines = new Kept<>(touched, () -> Lines.of(contents), (before, _) -> before);
        readings = new Kept<>(touched, this::readings, this::read);
        codings = new Kept<>(
                touched, this::allCodings, (before, decided) -> anew(before, decided.keySet(), this::codings));
        facts = new Kept<>(touched, this::allFacts, (before, decided) -> anew(before, decided.keySet(), this::facts));
        witnessed = new Witnessed(opened, this::everyCoding);
        for (Agreement.Level level : Agreement.Level.values()) {
            compared.put(level, new Kept<>(touched, () -> compared(level), this::compared));
        }
    }

    Lines lines() {
        return lines.now();
    }

    /** Who has read what, under "all", "nobody", "one", "several", and by each coder. */
    Headed<Coverage.Line> read() {
        return readings.now();
    }

    /** Every coding as whoever works here sees it, under its code with its status; and by each coder's part in it. */
    Headed<Coded> coded() {
        return codings.now();
    }

    /** Those of one account. */
    List<Coded> coded(Id account) {
        int place = lines().place(account);
        return place < 0
                ? List.of()
                : codings.ifMade().map(all -> all.at(place)).orElseGet(() -> codings(account));
    }

    /** Dates and amounts as whoever works here sees them, under the headings of {@link FactFilters}. */
    Headed<Known> stated() {
        return facts.now();
    }

    List<Finding> findings() {
        return witnessed.findings();
    }

    List<Comparison> comparisons() {
        return witnessed.comparisons();
    }

    List<Arrow> arrows() {
        return witnessed.arrows();
    }

    /** What follows from the protection. */
    synchronized Names names() {
        Protection now = opened.protection();
        Names known = names.filter(one -> one.protection().sameNames(now))
                .map(one -> one.protection() == now ? one : one.after(now))
                .orElseGet(() -> Names.of(now, contents));
        names = Optional.of(known);
        return known;
    }

    /** The name of an identity by itself, whoever it was joined with. */
    Optional<String> named(Id identity) {
        return opened.file().identity(identity).map(Identity::name);
    }

    Agreement agreement(Agreement.Level level) {
        return compared.get(level).now().agreement();
    }

    /** Of those who tell in these accounts; of all if there are none. */
    List<Exposure> exposures(Set<Id> accounts) {
        return witnessed.exposures(accounts);
    }

    private Compared compared(Agreement.Level level) {
        return Compared.of(contents, level, everyCoding());
    }

    /** It follows from what coders have read and judged alone. */
    private Compared compared(Compared before, Map<Id, Set<String>> decided) {
        return before.after(
                contents,
                decided.keySet().stream()
                        .flatMap(target -> lines().place(target) >= 0
                                ? Stream.of(target)
                                : contents
                                        .suggestion(target)
                                        .filter(one -> one.proposal() instanceof Proposal.Coding)
                                        .map(Suggestion::target)
                                        .stream())
                        .collect(Collectors.toSet()));
    }

    /** From those that are kept, where whoever works here sees all of them. */
    private List<Coded> everyCoding() {
        return contents.blind() ? Codings.of(contents) : coded().all();
    }

    private Headed<Coverage.Line> readings() {
        List<List<Coverage.Line>> each = new ArrayList<>();
        Coverage.of(contents).accounts().forEach(line -> each.add(List.of(line)));
        return Headed.of(each, Comparator.comparingInt(this::place), Standing::headings);
    }

    private int place(Coverage.Line line) {
        return lines().place(line.account());
    }

    private static Set<String> headings(Coverage.Line line) {
        var headings = new HashSet<>(List.of("all"));
        headings.add(line.read() ? line.readings().size() == 1 ? "one" : "several" : "nobody");
        line.readings().forEach(one -> headings.add(READ + one.coder()));
        return headings;
    }

    private Headed<Coverage.Line> read(Headed<Coverage.Line> before, Map<Id, Set<String>> decided) {
        return accounts(before, decided.keySet(), Optional::of, account -> List.of(Coverage.of(contents, account)));
    }

    private Headed<Coded> allCodings() {
        Map<Id, List<Coded>> byAccount = new HashMap<>();
        opened.coding()
                .seen()
                .forEach(one -> byAccount
                        .computeIfAbsent(one.passage().account(), _ -> new ArrayList<>())
                        .add(one));
        Lines now = lines();
        return Headed.of(
                each(now, byAccount),
                Comparator.comparingInt((Coded one) -> now.place(one.passage().account()))
                        .thenComparing(one -> one.passage().span())
                        .thenComparing(Coded::suggestion),
                Standing::headings);
    }

    private static <T> List<List<T>> each(Lines lines, Map<Id, List<T>> byAccount) {
        return lines.all().stream()
                .map(line -> byAccount.getOrDefault(line.id(), List.of()))
                .toList();
    }

    static String heading(String code, Coded.Status status) {
        return "code " + code + " " + status;
    }

    private static Set<String> headings(Coded one) {
        var headings = new HashSet<>(
                Set.of(heading(one.coding().code(), one.status()), one.status().toString()));
        if (Codings.isByHand(one)) {
            headings.add(BY_HAND + Decision.coder(one.by()));
        }
        for (Judgement judgement : one.judgements()) {
            judgement.decision().ifPresent(_ -> headings.add(JUDGED + judgement.coder()));
        }
        one.adjudicated().ifPresent(settled -> headings.add(SETTLED + settled.coder()));
        return headings;
    }

    private List<Coded> codings(Id account) {
        return contents.account(account)
                .map(one -> Seen.by(opened.coding().coder(), contents, one))
                .orElse(List.of());
    }

    private Headed<Known> allFacts() {
        Map<Id, List<Known>> byAccount = new HashMap<>();
        Known.of(contents).stream()
                .filter(one -> sees(one.words().account()))
                .forEach(one -> byAccount
                        .computeIfAbsent(one.words().account(), _ -> new ArrayList<>())
                        .add(one));
        Lines now = lines();
        return Headed.of(each(now, byAccount), FactFilters.order(now), FactFilters::headings);
    }

    private List<Known> facts(Id account) {
        return contents.account(account)
                .filter(one -> sees(one.id()))
                .map(one -> Known.of(contents, one))
                .orElse(List.of());
    }

    /** The codes that are used, if that is known already. */
    Optional<Set<String>> used() {
        return codings.ifMade().map(CodesPage::used);
    }

    /** Whether whoever works here is to see what the program and others make of an account. */
    boolean sees(Id account) {
        return Seen.whole(opened.coding().coder(), contents, account);
    }

    /** With the accounts anew that the targets are, or are suggestions in. */
    private <T> Headed<T> anew(Headed<T> before, Set<Id> targets, Function<Id, List<T>> now) {
        return accounts(
                before,
                targets,
                target -> lines().place(target) < 0
                        ? contents.suggestion(target).map(Suggestion::target)
                        : Optional.of(target),
                now);
    }

    private <T> Headed<T> accounts(
            Headed<T> before, Set<Id> targets, Function<Id, Optional<Id>> account, Function<Id, List<T>> now) {
        var touched = new HashSet<Id>();
        targets.forEach(target ->
                account.apply(target).filter(one -> lines().place(one) >= 0).ifPresent(touched::add));
        Headed<T> all = before;
        for (Id one : touched) {
            all = all.with(lines().place(one), now.apply(one));
        }
        return all;
    }
}
