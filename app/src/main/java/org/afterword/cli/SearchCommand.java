package org.afterword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.Case;
import org.afterword.Searching;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Span;
import org.afterword.search.Hit;
import org.afterword.search.Within;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = "Finds passages by their words, and by what they mean.",
        footer = {
            "",
            "Words are found in every form, with and without accents; in quotation marks they are found as they stand",
            "there, in a row. What has all the words comes first.",
            "--like asks whether anyone else said the same: it finds the passages of others that are nearest to one.",
            "Meaning is searched once it was computed with --prepare, which takes some milliseconds a sentence.",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Examples:",
            "  afterword search case.afterword pledge money",
            "  afterword search case.afterword '\"forty pounds\"' --limit 5",
            "  afterword search case.afterword --like 4h2k                  a coded passage, by its id",
            "  afterword search case.afterword --like 7m3c:120-210          a passage of an account, by positions"
        })
final class SearchCommand extends CaseCommand {
    private static final Pattern PLACE = Pattern.compile("([0-9a-z]{1,26}):([0-9]{1,9})-([0-9]{1,9})");

    @Parameters(index = "1..*", paramLabel = "QUERY", arity = "0..*", description = "What to look for.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many passages at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int limit;

    @Option(
            names = "--like",
            paramLabel = "PASSAGE",
            description = "Find what others say that is like this: the id of a coded passage, or ACCOUNT:START-END.")
    private @Nullable String like;

    @Option(
            names = "--prepare",
            description = "Compute what sentences mean, where that was not done yet; it is kept in the case.")
    private boolean prepare;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (prepare) {
            return prepare(opened, terminal);
        }
        if (limit < 1) {
            throw new UsageException("--limit is at least 1");
        }
        String typed = String.join(" ", words);
        if (typed.isBlank() == (like == null)) {
            throw new UsageException("say what to look for: words, or a passage with --like");
        }
        show(
                like == null
                        ? opened.searching().find(typed, limit, Within.EVERYTHING, terminal)
                        : like(opened, like, terminal),
                opened,
                terminal);
        return Exit.DONE;
    }

    private static int prepare(Case opened, Terminal terminal) throws IOException {
        try {
            int accounts = opened.searching().prepare(terminal);
            terminal.say(
                    accounts == 0
                            ? "What every account means was computed before; nothing is new."
                            : "What " + Words.count(accounts, "account") + (accounts == 1 ? " means" : " mean")
                                    + " can be searched now.");
            terminal.data(Row.of("accounts", accounts));
            return Exit.DONE;
        } catch (EncoderUnavailable e) {
            terminal.remark("Meaning cannot be searched on this computer: " + e.getMessage()
                    + ". Words can; nothing was changed.");
            return Exit.FAILED;
        }
    }

    private Searching.Found like(Case opened, String text, Terminal terminal) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            Account account = opened.contents()
                    .account(one(opened.contents().accountIds(), place.group(1)))
                    .orElseThrow();
            int length = account.text().codePointCount(0, account.text().length());
            int start = Integer.parseInt(place.group(2));
            int end = Integer.parseInt(place.group(3));
            if (end > length || start >= end) {
                throw new UsageException("the text of that account has " + length + " code points, and "
                        + place.group(2) + "-" + place.group(3) + " is no passage of it");
            }
            var points = new CodePoints(account.text());
            return opened.searching()
                    .like(account.id(), new Span(points.toUtf16(start), points.toUtf16(end)), limit, terminal);
        }
        Map<Id, Passage> coded = new HashMap<>();
        opened.codings().forEach(one -> coded.put(one.suggestion(), one.passage()));
        Passage passage = coded.get(one(coded.keySet(), text));
        return opened.searching().like(passage.account(), passage.span(), limit, terminal);
    }

    private static Id one(Collection<Id> all, String beginning) {
        List<Id> meant =
                all.stream().filter(id -> id.toString().startsWith(beginning)).toList();
        if (meant.size() != 1) {
            throw new UsageException(
                    (meant.isEmpty() ? "nothing" : "more than one thing") + " that could be meant has an id that begins"
                            + " with '" + beginning + "'; ids are listed by the commands passages and accounts");
        }
        return meant.getFirst();
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
        found.wordsAlone().ifPresent(terminal::remark);
        if (found.restricted() > 0) {
            terminal.remark(Words.count(found.restricted(), "account") + (found.restricted() == 1 ? " is" : " are")
                    + " restricted, and was not searched.");
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
