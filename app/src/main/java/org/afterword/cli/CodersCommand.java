package org.afterword.cli;

import java.io.IOException;
import java.util.Locale;
import org.afterword.Case;
import org.afterword.coding.Coders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "coders",
        description = "Lists who codes in this case, and says whether they work blind.",
        footer = {
            "",
            "Who one is, is said with --coder NAME on every command, also on 'serve'.",
            "Where coders work blind, 'passages' and the workbench show of an account that a coder has not marked as",
            "read only what the coder coded, and no suggestion. It keeps honest people apart; it is no lock.",
            "",
            "Examples:",
            "  afterword coders case.afterword",
            "  afterword coders case.afterword --blind on"
        })
final class CodersCommand extends CaseCommand {
    @Option(names = "--blind", paramLabel = "on|off", description = "Whether coders work blind from now on.")
    private @Nullable String blind;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (blind != null) {
            set(opened, blind.toLowerCase(Locale.ROOT));
        }
        terminal.say("Coders work " + (opened.contents().blind() ? "blind." : "in view of each other."));
        for (Coders.Coder coder : Coders.of(opened.contents())) {
            terminal.say("  " + coder.name() + ": " + Words.count(coder.read(), "account") + " read, "
                    + Words.count(coder.byHand(), "passage") + " coded by hand, "
                    + Words.count(coder.judged(), "coding") + " judged"
                    + (coder.adjudicated() > 0 ? ", " + coder.adjudicated() + " adjudicated" : ""));
            terminal.data(Row.of("coder", coder.name())
                    .and("blind", opened.contents().blind())
                    .and("read", coder.read())
                    .and("byHand", coder.byHand())
                    .and("judged", coder.judged())
                    .and("adjudicated", coder.adjudicated()));
        }
        return Exit.DONE;
    }

    private static void set(Case opened, String to) throws IOException {
        if (!to.equals("on") && !to.equals("off")) {
            throw new UsageException("--blind is on or off; nothing was changed");
        }
        if (opened.contents().blind() != to.equals("on")) {
            opened.coding().blind(to.equals("on"));
        }
    }
}
