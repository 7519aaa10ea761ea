package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.model.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "text",
        description = "Shows an account's text, or what a stranger would see of it.",
        footer = {"", "Example:", "  afterword text case.afterword 4h2k --protected"})
final class TextCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The account's id, or its first characters.")
    private String id = "";

    @Option(names = "--protected", description = "Show what a stranger would see.")
    private boolean hidden;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Account account = opened.deciding().account(id);
        String text = hidden ? opened.protection().protect(account).text() : account.text();
        terminal.say(text);
        terminal.data(Row.of("id", account.id()).and("protected", hidden).and("text", text));
        return Exit.DONE;
    }
}
