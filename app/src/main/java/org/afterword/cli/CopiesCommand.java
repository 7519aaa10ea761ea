package org.afterword.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;
import org.afterword.witnesses.RepeatedPassages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "copies",
        description = "Lists reposts, quotations and near-copies: accounts that add no witness.",
        footer = {
            "",
            "With --passages: every passage that two accounts have in common, also a short or much edited one. They are"
                    + " for a person to look at, and change no count. Positions count Unicode code points, end"
                    + " exclusive.",
            "",
            "Examples:",
            "  afterword copies case.afterword",
            "  afterword copies case.afterword --passages"
        })
final class CopiesCommand extends CaseCommand {
    @Option(names = "--passages", description = "List the passages that two accounts have in common, edited or not.")
    private boolean passages;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (passages) {
            passages(opened, terminal);
            return Exit.DONE;
        }
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

    private static void passages(Case opened, Terminal terminal) throws IOException {
        List<Account> accounts;
        try (Stream<Account> all = opened.contents().accounts()) {
            accounts = all.toList();
        }
        Map<Id, String> texts = new HashMap<>();
        accounts.forEach(account -> texts.put(account.id(), account.text()));
        for (RepeatedPassages.Repeated one : RepeatedPassages.in(accounts)) {
            Place here = new Place(texts.getOrDefault(one.one(), ""), one.here());
            Place there = new Place(texts.getOrDefault(one.other(), ""), one.there());
            terminal.say(one.one() + " " + here.range() + " and " + one.other() + " " + there.range());
            terminal.say("    " + here.quote());
            terminal.say("    " + there.quote());
            terminal.data(Row.of("a", one.one())
                    .and("aStart", here.start())
                    .and("aEnd", here.end())
                    .and("aQuote", here.quote())
                    .and("b", one.other())
                    .and("bStart", there.start())
                    .and("bEnd", there.end())
                    .and("bQuote", there.quote()));
        }
    }

    private record Place(String text, Span span) {
        int start() {
            return new CodePoints(text).of(span.start());
        }

        int end() {
            return new CodePoints(text).of(span.end());
        }

        String range() {
            return start() + "–" + end();
        }

        String quote() {
            return span.of(text).replace('\n', ' ');
        }
    }
}
