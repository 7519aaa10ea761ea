package org.afterword.cli;

import java.io.IOException;
import java.util.Locale;
import org.afterword.Case;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;
import picocli.CommandLine.Command;

@Command(
        name = "copies",
        description = "Lists reposts, quotations and near-copies: accounts that add no witness.",
        footer = {"", "Example:", "  afterword copies case.afterword"})
final class CopiesCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        for (Copy copy : Copies.list(opened.contents())) {
            String status = copy.status().name().toLowerCase(Locale.ROOT);
            terminal.say(copy.suggestion() + "  " + copy.b() + " is a " + copy.kind() + " of " + copy.a() + " ("
                    + Math.round(copy.overlap() * 100) + " in 100 words' runs are shared; " + status + ")");
            terminal.data(Row.of("id", copy.suggestion())
                    .and("a", copy.a())
                    .and("b", copy.b())
                    .and("kind", copy.kind())
                    .and("overlap", copy.overlap())
                    .and("status", status));
        }
        return Exit.DONE;
    }
}
