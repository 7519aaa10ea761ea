package org.afterword.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Judgement;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.publishing.SaidHow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "passages",
        description = "Lists the coded passages, suggested and decided.",
        footer = {
            "",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Example:",
            "  afterword passages case.afterword --code practice/money-demand"
        })
final class PassagesCommand extends CaseCommand {
    @Option(names = "--code", paramLabel = "ID", description = "Only passages with this code.")
    private @Nullable String code;

    @Option(
            names = "--adjudicates",
            description = "Show every coder's codings, also where coders work blind: for who settles differences.")
    private boolean adjudicates;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Coded> codings = adjudicates ? opened.codings() : opened.coding().seen();
        if (code != null) {
            KnownCodes.known(
                    code,
                    Codebooks.of(opened.contents()),
                    codings.stream().map(one -> one.coding().code()).toList());
        }
        Map<Id, Id> events = Codings.events(codings);
        Map<Id, String> exhibits = new HashMap<>();
        opened.contents().exhibits().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit.name()));
        Map<Id, String> groups = new HashMap<>();
        opened.contents().groups().forEach(group -> groups.put(group.id(), group.name()));
        Map<Id, Place> places = new HashMap<>();
        try (Stream<Account> accounts = opened.contents().accounts()) {
            accounts.forEach(account -> places.put(
                    account.id(),
                    new Place(
                            exhibits.getOrDefault(account.exhibit(), ""),
                            account.group().map(groups::get),
                            new CodePoints(account.text()))));
        }
        var memos = Memos.of(opened, adjudicates);
        for (Coded coded : codings) {
            if (code == null || code.equals(coded.coding().code())) {
                show(coded, events, places.get(coded.passage().account()), memos.about(coded.suggestion()), terminal);
            }
        }
        return Exit.DONE;
    }

    private record Place(String file, Optional<String> group, CodePoints points) {}

    private static void show(Coded coded, Map<Id, Id> events, Place place, List<String> memos, Terminal terminal) {
        Passage passage = coded.passage();
        String status = coded.status().name().toLowerCase(Locale.ROOT);
        int start = place.points().of(passage.span().start());
        int end = place.points().of(passage.span().end());
        terminal.say(coded.suggestion() + "  " + coded.coding().code()
                + coded.coding()
                        .version()
                        .map(version -> " of version " + version)
                        .orElse("") + " ("
                + coded.coding().polarity() + ", " + coded.coding().standing() + ")  " + status);
        terminal.say("    " + place.file() + " " + start + "–" + end + ": "
                + passage.quote().replace('\n', ' '));
        if (coded.status() == Coded.Status.DISPUTED || coded.adjudicated().isPresent()) {
            coded.judgements().forEach(one -> terminal.say("    " + held(one)));
            coded.adjudicated().ifPresent(one -> terminal.say("    settled: " + held(one)));
        }
        memos.forEach(memo -> terminal.say("    memo: " + memo));
        terminal.data(Row.of("id", coded.suggestion())
                .and("file", place.file())
                .and("account", passage.account())
                .and("turn", passage.turn())
                .and("start", start)
                .and("end", end)
                .and("quote", passage.quote())
                .and("code", coded.coding().code())
                .and("codebookVersion", coded.coding().version())
                .and("event", events.get(coded.suggestion()))
                .and("polarity", coded.coding().polarity())
                .and("access", coded.coding().access())
                .and("claim", coded.coding().claim())
                .and("standing", coded.coding().standing())
                .and(SaidHow.circumstances(coded.coding()))
                .and("group", coded.coding().group().or(place::group))
                .and("by", coded.by())
                .and("status", status)
                .and("score", coded.score())
                .and("memos", memos)
                .and(
                        "coders",
                        coded.judgements().stream().map(PassagesCommand::row).toList())
                .and("adjudicated", coded.adjudicated().map(PassagesCommand::row)));
    }

    private static String held(Judgement one) {
        return one.coder()
                + (one.accepts()
                        ? " accepts " + one.coding().code() + " ("
                                + one.coding().polarity() + ", " + one.coding().standing() + ")"
                        : " rejects it")
                + (one.reason().isBlank() ? "" : ": " + one.reason());
    }

    private static Row row(Judgement one) {
        return Row.of("coder", one.coder())
                .and("accepts", one.accepts())
                .and("code", one.coding().code())
                .and("polarity", one.coding().polarity())
                .and("access", one.coding().access())
                .and("claim", one.coding().claim())
                .and("reason", one.reason());
    }
}
