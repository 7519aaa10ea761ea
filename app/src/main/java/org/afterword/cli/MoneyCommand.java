package org.afterword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.afterword.Case;
import org.afterword.coding.Coded;
import org.afterword.facts.Known;
import org.afterword.model.AmountKind;
import org.afterword.model.Fact;
import picocli.CommandLine.Command;

@Command(
        name = "money",
        description =
                "Lists the amounts that accounts tell: asked, pledged, given, collected, refused, prices, and those of"
                        + " which the sentence does not say.",
        footer = {
            "",
            "Nothing is converted and nothing is summed: the same money may be told twice. Where a currency is the",
            "likeliest of several that are written so ($), that is said. What a person rejected is left out.",
            "'afterword suggest' looks for amounts first.",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Examples:",
            "  afterword money case.afterword",
            "  afterword money case.afterword --json"
        })
final class MoneyCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Known> facts = opened.facts();
        var rows = new FactRows(opened.contents());
        var shown = new ArrayList<Known>();
        for (AmountKind kind : AmountKind.values()) {
            List<Known> ofKind = facts.stream()
                    .filter(known -> known.status() != Coded.Status.REJECTED
                            && known.fact() instanceof Fact.Amount amount
                            && amount.kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                terminal.say((kind == AmountKind.UNKNOWN ? "not said what became of it" : kind.toString()) + ":");
            }
            for (Known known : ofKind) {
                terminal.say("  " + known.suggestion() + "  " + FactRows.words(known.fact()) + "  “"
                        + known.words().quote().replaceAll("\\s+", " ") + "”  " + FactRows.status(known));
                terminal.say("  " + rows.where(known));
                terminal.data(rows.row(known));
            }
            shown.addAll(ofKind);
        }
        terminal.say(
                shown.isEmpty()
                        ? "No amounts are known. 'afterword suggest CASE' looks for them in English accounts."
                        : FactRows.undecided(shown));
        return Exit.DONE;
    }
}
