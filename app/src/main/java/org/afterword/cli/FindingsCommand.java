package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.afterword.Case;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Robustness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        description = "For each group and practice, how many witnesses report it; reviewed passages only.",
        footer = {
            "",
            "Counts are ranges where it is unknown who is who. Copies and hearsay never raise the lower bound.",
            "Witnesses who are in touch, or draw on one leak or talk, are told apart from others once somebody says so:",
            "decide knows=ID, prompted-by=ID or drew-on=TEXT about a witness.",
            "With --robust: what each practice's finding would be without each source (one website, one file, one"
                    + " interviewer, one leak that tellers draw on), and when the accounts behind it were written.",
            "",
            "Examples:",
            "  afterword findings case.afterword",
            "  afterword findings case.afterword --robust",
            "  afterword findings case.afterword --next"
        })
final class FindingsCommand extends CaseCommand {
    /** So many sources are named under a finding. */
    private static final int NAMED = 3;

    @Option(names = "--robust", description = "Say what each finding hangs on; practices only.")
    private boolean robust;

    @Option(
            names = "--next",
            description = "What comes next: of those who tell of one step of the way, who tells of the next as well.")
    private boolean next;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (robust) {
            robust(opened, terminal);
            return Exit.DONE;
        }
        if (next) {
            next(opened, terminal);
            return Exit.DONE;
        }
        String group = "";
        for (Finding finding : opened.corroborating().findings()) {
            if (!group.equals(finding.group().name())) {
                group = finding.group().name();
                terminal.say(
                        group + ": " + finding.read() + " of " + Words.count(finding.accounts(), "account") + " read");
            }
            terminal.say("  " + finding.code() + ": " + finding.told()
                    + (finding.unreviewed() > 0
                            ? " (" + Words.count(finding.unreviewed(), "suggestion") + " not decided)"
                            : "")
                    + (finding.disputed() > 0
                            ? " (" + Words.count(finding.disputed(), "coding")
                                    + " that coders see differently, and nobody has settled)"
                            : ""));
            terminal.data(Row.of("group", finding.group().name())
                    .and("baseline", finding.group().baseline())
                    .and("code", finding.code())
                    .and("statement", finding.statement())
                    .and("accounts", finding.accounts())
                    .and("read", finding.read())
                    .and("witnessesLow", finding.witnesses().low())
                    .and("witnessesHigh", finding.witnesses().high())
                    .and("reportLow", finding.report().low())
                    .and("reportHigh", finding.report().high())
                    .and("firstHandLow", finding.firstHand().low())
                    .and("firstHandHigh", finding.firstHand().high())
                    .and("firstHandApart", finding.apart())
                    .and("by", finding.by())
                    .and("hearsay", finding.hearsay().high())
                    .and("deny", finding.deny().high())
                    .and("mixed", finding.mixed().high())
                    .and("notMentioned", finding.notMentioned().high())
                    .and("notInPosition", finding.notInPosition().high())
                    .and("reviewed", finding.passages().size())
                    .and("unreviewed", finding.unreviewed())
                    .and("disputed", finding.disputed())
                    .and("passages", finding.passages()));
        }
        return Exit.DONE;
    }

    private static void next(Case opened, Terminal terminal) {
        List<Arrow> arrows = opened.corroborating().arrows();
        if (arrows.isEmpty()) {
            terminal.say("Nobody whose account was read tells first-hand of two steps of the way yet.");
        }
        for (Arrow arrow : arrows) {
            terminal.say(
                    arrow.group().name() + ", from " + arrow.from() + " to " + arrow.to() + ": " + arrow.sentence());
            terminal.data(Row.of("group", arrow.group().name())
                    .and("from", arrow.from().toString())
                    .and("to", arrow.to().toString())
                    .and("sentence", arrow.sentence())
                    .and("peopleLow", arrow.people().low())
                    .and("peopleHigh", arrow.people().high())
                    .and("bothLow", arrow.both().low())
                    .and("bothHigh", arrow.both().high())
                    .and("passages", arrow.passages()));
        }
    }

    private static void robust(Case opened, Terminal terminal) {
        List<Robustness> all = opened.corroborating().robustness();
        if (all.isEmpty()) {
            terminal.say("There is no finding yet: read accounts and decide on their suggestions first.");
        }
        String group = "";
        for (Robustness one : all) {
            Finding finding = one.finding();
            if (!group.equals(finding.group().name())) {
                group = finding.group().name();
                terminal.say(
                        group + ": " + finding.read() + " of " + Words.count(finding.accounts(), "account") + " read");
            }
            terminal.say("  " + finding.code() + ": " + finding.statement());
            terminal.say("    From " + Words.count(one.sources(), "source") + written(one) + ". Whichever one source is"
                    + " left out, at least " + one.leastFirstHand() + " still say first-hand that it was so.");
            one.without().stream()
                    .limit(NAMED)
                    .forEach(without -> terminal.say("    Without " + without.source() + ": "
                            + without.left().statement()));
            if (one.without().size() > NAMED) {
                terminal.say("    (" + (one.without().size() - NAMED) + " more with --json)");
            }
            terminal.data(Row.of("group", finding.group().name())
                    .and("code", finding.code())
                    .and("statement", finding.statement())
                    .and("sources", one.sources())
                    .and("from", one.from().map(Object::toString))
                    .and("to", one.to().map(Object::toString))
                    .and("firstHandLow", finding.firstHand().low())
                    .and("leastFirstHand", one.leastFirstHand())
                    .and(
                            "without",
                            one.without().stream()
                                    .map(without -> Map.of(
                                            "source", without.source(),
                                            "statement", without.left().statement(),
                                            "firstHandLow",
                                                    without.left().firstHand().low(),
                                            "reportLow", without.left().report().low(),
                                            "deny", without.left().deny().high()))
                                    .toList()));
        }
    }

    private static String written(Robustness one) {
        return one.from()
                .flatMap(from -> one.to()
                        .map(to -> ", written "
                                + (from.getYear() == to.getYear()
                                        ? "in " + from.getYear()
                                        : "from " + from.getYear() + " to " + to.getYear())))
                .orElse(", of unknown date");
    }
}
