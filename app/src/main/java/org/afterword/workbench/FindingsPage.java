package org.afterword.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Wording;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Pathway;
import org.afterword.model.Group;
import org.afterword.model.Polarity;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;
import org.afterword.witnesses.Copy;

/** What the case says so far, each count opening into its passages; and which texts repeat each other. */
final class FindingsPage {
    private static final String ADDRESS = "/findings";
    private static final int PAGE = 25;
    /** So many of the passages behind a finding are shown with it. */
    private static final int FIRST = 5;
    /** Accounts of a case in which setting groups beside each other takes no time to speak of. */
    private static final int SMALL = 2_000;

    private final Desk desk;
    private final State state;
    /** Whether ordinary groups could stand beside it, and do not. */
    private final boolean offered;

    private final List<Comparison> comparisons;

    private FindingsPage(Desk desk, boolean beside) {
        this.desk = desk;
        this.state = desk.state();
        boolean ordinary = state.contents().groups().stream().anyMatch(Group::baseline);
        boolean shown = beside || state.lines().all().size() <= SMALL;
        this.offered = ordinary && !shown;
        this.comparisons = ordinary && shown ? desk.comparisons() : List.of();
    }

    /**
     * @param number of the page of texts in common, from 1
     * @param beside whether ordinary groups are asked for; in a small case they stand there unasked
     */
    static FindingsSheets.FindingsSheet of(Desk desk, int number, boolean beside) {
        return new FindingsPage(desk, beside).sheet(number);
    }

    private FindingsSheets.FindingsSheet sheet(int number) {
        List<Finding> findings = desk.findings();
        List<Arrow> arrows = desk.arrows();
        Slice<Copy> copies = Slice.of(state.names().copies(), number, PAGE);
        List<Group> groups = findings.stream().map(Finding::group).distinct().toList();
        return new FindingsSheets.FindingsSheet(
                desk.frame("Afterword: findings", ADDRESS),
                ADDRESS + "?page=" + copies.number(),
                offered ? ADDRESS + "?beside=yes" : "",
                comparisons.isEmpty() ? "" : Comparison.CAUTION,
                groups.stream().map(group -> profile(group, findings, arrows)).toList(),
                copies.shown().stream()
                        .map(copy -> AccountPage.Copies.of(state, copy))
                        .toList(),
                copies.previous(ADDRESS + "?page="),
                copies.next(ADDRESS + "?page="));
    }

    private FindingsSheets.Profile profile(Group group, List<Finding> findings, List<Arrow> arrows) {
        Pathway pathway = Pathway.of(group, findings, arrows, Codebook.practices());
        Finding any = findings.stream()
                .filter(finding -> finding.group().equals(group))
                .findFirst()
                .orElseThrow();
        if (any.read() == 0) {
            String nothing = Phrases.count(any.accounts(), "account tells", "accounts tell")
                    + " of it. Nobody has read one yet, so nothing can be said.";
            return new FindingsSheets.Profile(group.name(), group.baseline(), nothing, List.of(), List.of());
        }
        var stages = new ArrayList<FindingsSheets.StagePart>();
        for (Pathway.Stage stage : pathway.stages()) {
            stages.add(new FindingsSheets.StagePart(
                    stage.question(),
                    stage.nothing().orElse(""),
                    parts(stage.findings()),
                    stage.next().map(Arrow::sentence).orElse("")));
        }
        if (!pathway.besides().isEmpty()) {
            stages.add(new FindingsSheets.StagePart("What else do people say?", "", parts(pathway.besides()), ""));
        }
        String coverage = Phrases.count(any.accounts(), "account tells", "accounts tell") + " of it; "
                + Desk.strings().people(any.witnesses()) + " in the " + any.read() + " that "
                + (any.read() == 1 ? "is" : "are") + " read.";
        return new FindingsSheets.Profile(group.name(), group.baseline(), coverage, tooFew(group), stages);
    }

    private List<FindingsSheets.FindingPart> parts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingsSheets.FindingPart(
                        State.code(finding.code()),
                        finding.told(),
                        dots(finding),
                        finding.unreviewed(),
                        finding.passages().size(),
                        CodesPage.address(finding.code()) + "?show=accepted",
                        finding.passages().stream()
                                .limit(FIRST)
                                .flatMap(id -> state.contents().suggestion(id).stream())
                                .flatMap(one -> state.coding(one).stream())
                                .map(this::passage)
                                .toList(),
                        beside(finding)))
                .toList();
    }

    private List<FindingsSheets.Beside> beside(Finding finding) {
        var all = new ArrayList<FindingsSheets.Beside>();
        for (Comparison one : comparisons) {
            if (one.group().equals(finding.group().name()) && one.outcome() instanceof Comparison.Counted(var rows)) {
                rows.stream()
                        .filter(row -> row.code().equals(finding.code()))
                        .map(row -> new FindingsSheets.Beside(
                                one.ordinary() + ", " + Wording.people(one.from()),
                                Wording.lines(row).stream().map(String::strip).toList()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Beside each ordinary group those who are not compared. */
    private List<String> tooFew(Group group) {
        var few = new LinkedHashMap<String, List<String>>();
        comparisons.stream()
                .filter(one -> one.group().equals(group.name()) && one.outcome() instanceof Comparison.TooFew)
                .forEach(one -> few.computeIfAbsent(one.ordinary(), _ -> new ArrayList<>())
                        .add(Wording.people(one.from())));
        return few.entrySet().stream()
                .map(one -> "Not set beside " + one.getKey() + ", since fewer than five on a side were read: "
                        + String.join("; ", one.getValue()) + ".")
                .toList();
    }

    private FindingsSheets.PassageLine passage(Coded one) {
        return new FindingsSheets.PassageLine(
                one.passage().quote(),
                one.coding().polarity() == Polarity.DENIES,
                Phrases.standing(one.coding().standing()),
                state.line(one.passage().account()).title(),
                Parts.address(one));
    }

    private static Dots dots(Finding finding) {
        return new Dots(List.of(
                new Dots.Part(Kind.FIRST_HAND, finding.firstHand()),
                new Dots.Part(Kind.TOLD, finding.hearsay()),
                new Dots.Part(Kind.DENY, finding.deny()),
                new Dots.Part(Kind.MIXED, finding.mixed()),
                new Dots.Part(Kind.NOT_MENTIONED, finding.notMentioned()),
                new Dots.Part(Kind.NOT_IN_POSITION, finding.notInPosition())));
    }
}
