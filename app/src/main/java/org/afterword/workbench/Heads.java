package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.protection.PictureDecisions;

/** What stands over an account, and the way to the ones beside it. */
final class Heads {
    private Heads() {}

    static Sheets.Head of(Account account, State state, String suffix) {
        List<Id> order = List.copyOf(state.accounts().keySet());
        int at = order.indexOf(account.id());
        return new Sheets.Head(
                account.id().toString(),
                state.line(account.id()).title(),
                facts(account, state),
                at > 0 ? Optional.of(way(order.get(at - 1), state, suffix)) : Optional.empty(),
                at + 1 < order.size() ? Optional.of(way(order.get(at + 1), state, suffix)) : Optional.empty(),
                group(account.group(), state),
                PictureDecisions.isPicture(account),
                state.contents()
                        .decision(account.id(), new Verdict.Warns(List.of()).aspect())
                        .map(decision -> decision.verdict() instanceof Verdict.Warns(var notes) && !notes.isEmpty()
                                ? Phrases.contentNotes(notes)
                                : "")
                        .orElse(""));
    }

    static String group(Optional<Id> id, State state) {
        return id.flatMap(group -> state.contents().groups().stream()
                        .filter(one -> one.id().equals(group))
                        .map(Group::name)
                        .findFirst())
                .orElse("");
    }

    private static Sheets.Way way(Id account, State state, String suffix) {
        return new Sheets.Way(
                "/account/" + account + suffix,
                Phrases.shortened(state.line(account).title(), 60));
    }

    private static List<Sheets.Fact> facts(Account account, State state) {
        var facts = new ArrayList<Sheets.Fact>();
        fact(facts, "Written by", account.author().orElse(""));
        fact(
                facts,
                "Put online by",
                account.poster()
                        .filter(poster -> !account.author().equals(Optional.of(poster)))
                        .orElse(""));
        fact(facts, "Stood in", account.channel().orElse(""));
        fact(facts, "Date", account.date().map(Phrases::date).orElse(""));
        fact(facts, "Address", account.sourceUrl().orElse(""));
        fact(facts, "Repeats", account.repostOf().orElse(""));
        fact(facts, "File", state.line(account.id()).file());
        return facts;
    }

    private static void fact(List<Sheets.Fact> facts, String term, String value) {
        if (!value.isBlank()) {
            facts.add(new Sheets.Fact(term, value));
        }
    }
}
