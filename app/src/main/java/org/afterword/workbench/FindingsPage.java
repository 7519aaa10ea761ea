package org.afterword.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.Pathway;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;

/** What the case says so far, each count opening into its passages; and which texts repeat each other. */
final class FindingsPage {
    private final Desk desk;
    private final State state;
    private final Map<Id, Coded> coded = new HashMap<>();

    private FindingsPage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
        state.codings().values().forEach(all -> all.forEach(one -> coded.put(one.suggestion(), one)));
    }

    static Sheets.FindingsSheet of(Desk desk) {
        return new FindingsPage(desk).sheet();
    }

    private Sheets.FindingsSheet sheet() {
        Findings counted = desk.counted();
        List<Finding> findings = counted.of(Codebooks.of(desk.contents()));
        List<Arrow> arrows = counted.arrows(Codebook.practices());
        List<Group> groups = findings.stream().map(Finding::group).distinct().toList();
        return new Sheets.FindingsSheet(
                desk.frame("Afterword: findings", "/findings"),
                groups.stream().map(group -> profile(group, findings, arrows)).toList(),
                state.copies().stream()
                        .map(copy -> AccountPage.Copies.of(state, copy))
                        .toList());
    }

    private Sheets.Profile profile(Group group, List<Finding> findings, List<Arrow> arrows) {
        Pathway pathway = Pathway.of(group, findings, arrows, Codebook.practices());
        Finding any = findings.stream()
                .filter(finding -> finding.group().equals(group))
                .findFirst()
                .orElseThrow();
        if (any.read() == 0) {
            String nothing = Phrases.count(any.accounts(), "account tells", "accounts tell")
                    + " of it. Nobody has read one yet, so nothing can be said.";
            return new Sheets.Profile(group.name(), group.baseline(), nothing, List.of());
        }
        var stages = new ArrayList<Sheets.StagePart>();
        for (Pathway.Stage stage : pathway.stages()) {
            stages.add(new Sheets.StagePart(
                    stage.question(),
                    stage.nothing().orElse(""),
                    parts(stage.findings()),
                    stage.next().map(Arrow::sentence).orElse("")));
        }
        if (!pathway.besides().isEmpty()) {
            stages.add(new Sheets.StagePart("What else do people say?", "", parts(pathway.besides()), ""));
        }
        String coverage = Phrases.count(any.accounts(), "account tells", "accounts tell") + " of it; "
                + Desk.strings().people(any.witnesses()) + " in the " + any.read() + " that "
                + (any.read() == 1 ? "is" : "are") + " read.";
        return new Sheets.Profile(group.name(), group.baseline(), coverage, stages);
    }

    private List<Sheets.FindingPart> parts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Sheets.FindingPart(
                        State.code(finding.code()),
                        finding.told(),
                        dots(finding),
                        finding.unreviewed(),
                        finding.passages().stream()
                                .map(coded::get)
                                .filter(Objects::nonNull)
                                .map(this::passage)
                                .toList()))
                .toList();
    }

    private Sheets.PassageLine passage(Coded one) {
        return new Sheets.PassageLine(
                one.passage().quote(),
                one.coding().polarity() == Polarity.DENIES,
                Phrases.standing(one.coding().standing()),
                state.line(one.passage().account()).title(),
                "/account/" + one.passage().account() + "#note-" + one.suggestion());
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
