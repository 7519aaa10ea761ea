package org.afterword.cli;

import java.io.IOException;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Suggesting;
import org.afterword.coding.Meaning;
import org.afterword.language.EncoderUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "suggest",
        description =
                "Suggests practices, with how the speaker knows and what is claimed; dates, lengths of time, amounts and numbers"
                        + " of people; copies of accounts; and names, where the learned finder has not looked yet.",
        footer = {
            "",
            "Nothing that is suggested counts before a person has decided on it.",
            "",
            "Example:",
            "  afterword suggest case.afterword"
        })
final class SuggestCommand extends CaseCommand {
    @Option(
            names = "--names",
            paramLabel = "FINDER",
            description =
                    "Who looks for names: ${COMPLETION-CANDIDATES}; else the learned finder, where it has not looked"
                            + " yet.")
    private NameFinders finders = NameFinders.LEARNED;

    @Option(names = "--phrases", description = "Suggest practices by phrases alone, without the sentence model.")
    private boolean phrases;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Optional<String> rulesAlone = finders == NameFinders.LEARNED ? opened.learnNames(terminal) : Optional.empty();
        rulesAlone.ifPresent(why -> terminal.say("Names are found by rules alone: " + why + "."));
        Suggesting.Suggested suggested =
                phrases ? opened.suggest(terminal) : opened.suggest(terminal, () -> meaning(terminal));
        terminal.say(
                suggested.accounts() == 0
                        ? "Every account was looked through before; nothing is new."
                        : Words.count(suggested.accounts(), "account") + " looked through: "
                                + Words.count(suggested.codings(), "passage") + ", "
                                + Words.count(suggested.facts(), "fact")
                                + " (dates, lengths of time, amounts, numbers of people)" + " and "
                                + Words.count(suggested.copies(), "possible copy") + " suggested.");
        terminal.data(Row.of("accounts", suggested.accounts())
                .and("passages", suggested.codings())
                .and("copies", suggested.copies())
                .and("facts", suggested.facts()));
        return Exit.DONE;
    }

    private static Optional<Meaning> meaning(Terminal terminal) {
        try {
            return Optional.of(Meaning.shared());
        } catch (EncoderUnavailable e) {
            terminal.say("Practices are suggested by phrases alone: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
