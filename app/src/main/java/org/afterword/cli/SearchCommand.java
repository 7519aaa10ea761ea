package org.afterword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.Case;
import org.afterword.Searching;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.search.Hit;
import org.afterword.search.Within;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = "Finds passages by their words.",
        footer = {
            "",
            "Words are found in every form, with and without accents; in quotation marks they are found as they stand",
            "there, in a row. What has all the words comes first.",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Examples:",
            "  afterword search case.afterword pledge money",
            "  afterword search case.afterword '\"forty pounds\"' --limit 5"
        })
final class SearchCommand extends CaseCommand {
    @Parameters(index = "1..*", paramLabel = "QUERY", arity = "0..*", description = "What to look for.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many passages at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int limit;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (limit < 1) {
            throw new UsageException("--limit is at least 1");
        }
        String typed = String.join(" ", words);
        if (typed.isBlank()) {
            throw new UsageException("say what to look for");
        }
        Searching.Found found = opened.searching().find(typed, limit, Within.EVERYTHING, terminal);
        show(found, opened, terminal);
        return Exit.DONE;
    }

    private void show(Searching.Found found, Case opened, Terminal terminal) {
        Map<Id, String> files = new HashMap<>();
        opened.contents().exhibits().forEach(exhibit -> files.put(exhibit.id(), exhibit.name()));
        Map<Id, Account> accounts = new HashMap<>();
        for (Hit hit : found.hits()) {
            Account account = accounts.computeIfAbsent(
                    hit.account(), id -> opened.contents().account(id).orElseThrow());
            show(hit, account, files.getOrDefault(account.exhibit(), ""), terminal);
        }
        if (found.hits().isEmpty()) {
            terminal.say("Nothing was found.");
        } else if (found.more()) {
            terminal.say("There is more; --limit shows it.");
        }
        if (found.restricted() > 0) {
            terminal.remark(Words.count(found.restricted(), "account")
                    + (found.restricted() == 1 ? " is" : " are") + " restricted, and was not searched.");
        }
    }

    private static void show(Hit hit, Account account, String file, Terminal terminal) {
        var points = new CodePoints(account.text());
        int start = points.of(hit.span().start());
        int end = points.of(hit.span().end());
        terminal.say(file + " " + start + "–" + end + "  " + account.id());
        terminal.say("    " + marked(hit).replace('\n', ' '));
        var quote = new CodePoints(hit.quote());
        List<List<Integer>> marks = new ArrayList<>();
        for (Span mark : hit.marks()) {
            marks.add(List.of(start + quote.of(mark.start()), start + quote.of(mark.end())));
        }
        terminal.data(Row.of("account", account.id())
                .and("file", file)
                .and("start", start)
                .and("end", end)
                .and("quote", hit.quote())
                .and("score", hit.score())
                .and("marks", marks));
    }

    /** With the words that were looked for between asterisks. */
    private static String marked(Hit hit) {
        var text = new StringBuilder();
        int from = 0;
        for (Span mark : hit.marks()) {
            text.append(hit.quote(), from, mark.start())
                    .append('*')
                    .append(hit.quote(), mark.start(), mark.end())
                    .append('*');
            from = mark.end();
        }
        return text.append(hit.quote(), from, hit.quote().length()).toString();
    }
}
