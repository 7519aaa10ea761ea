package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import org.afterword.Case;
import org.afterword.facts.Known;
import picocli.CommandLine.Command;

@Command(
        name = "facts",
        description =
                "Lists every date, length of time, amount of money and number of people that accounts tell, suggested"
                        + " and decided, in the order of the accounts.",
        footer = {
            "",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Example:",
            "  afterword facts case.afterword --json"
        })
final class FactsCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Known> facts = opened.facts();
        var rows = new FactRows(opened.contents());
        for (Known known : facts) {
            terminal.say(known.suggestion() + "  " + FactRows.words(known.fact()) + "  “"
                    + known.words().quote().replaceAll("\\s+", " ") + "”  " + FactRows.status(known));
            terminal.say(rows.where(known));
            terminal.data(rows.row(known));
        }
        return Exit.DONE;
    }
}
