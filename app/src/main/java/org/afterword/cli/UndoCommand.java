package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import org.afterword.Case;
import org.afterword.model.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description =
                "Takes the last decisions back; what one action decided together goes together. The log keeps both.",
        footer = {"", "Example:", "  afterword undo case.afterword 3"})
final class UndoCommand extends CaseCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many (default: 1).")
    private int n = 1;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (n < 1) {
            throw new UsageException("how many decisions? N must be 1 or more");
        }
        List<Decision> undone = opened.deciding().undo(n);
        for (Decision decision : undone) {
            terminal.say("Taken back: " + decision.verdict().text() + " on " + decision.target());
            terminal.data(Row.of("decision", decision.id())
                    .and("id", decision.target())
                    .and("verdict", decision.verdict().text()));
        }
        if (undone.isEmpty()) {
            terminal.say("There is no decision to take back.");
        }
        return Exit.DONE;
    }
}
