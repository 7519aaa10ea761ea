package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.findings.Finding;
import picocli.CommandLine.Command;

@Command(
        name = "findings",
        description = "For each group and practice, how many witnesses report it; reviewed passages only.",
        footer = {
            "",
            "Counts are ranges where it is unknown who is who. Copies and hearsay never raise the lower bound.",
            "",
            "Example:",
            "  afterword findings case.afterword"
        })
final class FindingsCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        String group = "";
        for (Finding finding : opened.findings()) {
            if (!group.equals(finding.group().name())) {
                group = finding.group().name();
                terminal.say(
                        group + ": " + finding.read() + " of " + Words.count(finding.accounts(), "account") + " read");
            }
            terminal.say("  " + finding.code() + ": " + finding.statement()
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
}
