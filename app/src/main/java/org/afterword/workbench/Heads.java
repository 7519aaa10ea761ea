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
        return new Sheets.Head(
                account.id().toString(),
                state.line(account.id()).title(),
                facts(account, state),
                state.lines().beside(account.id(), -1).map(line -> way(line, suffix)),
                state.lines().beside(account.id(), 1).map(line -> way(line, suffix)),
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

    private static Sheets.Way way(Lines.Line line, String suffix) {
        return new Sheets.Way("/account/" + line.id() + suffix, Phrases.shortened(line.title(), 60));
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
