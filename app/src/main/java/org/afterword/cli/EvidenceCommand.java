package org.afterword.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.model.Account;
import org.afterword.model.Cited;
import picocli.CommandLine.Command;

@Command(
        name = "evidence",
        description = "Lists what accounts name as evidence, so that it can be captured or asked for:"
                + " addresses, files, screenshots, letters; and where a teller says that there is none.",
        footer = {
            "",
            "It is found by patterns, and shows names as the account does: for your eyes.",
            "",
            "Examples:",
            "  afterword evidence case.afterword",
            "  afterword evidence case.afterword --json"
        })
final class EvidenceCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) {
        try (Stream<Account> accounts = opened.contents().accounts()) {
            accounts.filter(account -> !account.cited().isEmpty()).forEach(account -> {
                terminal.say(account.id() + "  " + account.title());
                account.cited().forEach(cited -> say(account, cited, terminal));
            });
        }
        return Exit.DONE;
    }

    private static void say(Account account, Cited cited, Terminal terminal) {
        String kind = cited.kind().name().toLowerCase(Locale.ROOT);
        String words = cited.span().of(account.text());
        terminal.say("    " + (cited.kind() == Cited.Kind.NONE ? "says that there is none" : kind) + ": " + words);
        terminal.data(Row.of("account", account.id())
                .and("kind", kind)
                .and("start", cited.span().start())
                .and("end", cited.span().end())
                .and("words", words)
                .and("target", cited.target()));
    }
}
