package org.afterword.protection;

import java.util.List;
import java.util.Optional;
import org.afterword.casefile.ListCase;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;

/** A small case in lists, whose ids are the same in every run. */
final class ListContents extends ListCase {
    static ListContents empty() {
        return new ListContents();
    }

    void group(String name) {
        groups.add(new Group(Id.random(), name, false));
    }

    void add(Names names) {
        identities.addAll(names.identities());
        mentions.addAll(names.mentions());
    }

    void add(Suggestion suggestion) {
        suggestions.add(suggestion);
    }

    Identity name(IdentityKind kind, String name) {
        var identity = new Identity(id(identities.size() + 1), kind, name, "test");
        identities.add(identity);
        return identity;
    }

    Identity person(String name) {
        return name(IdentityKind.PERSON, name);
    }

    /** The first place in the account where the words stand. */
    Mention mention(Identity identity, Account account, String words) {
        int at = account.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("not in the account");
        }
        return mention(identity, account, new Span(at, at + words.length()));
    }

    Mention mention(Identity identity, Account account, Span span) {
        var mention = new Mention(identity.id(), account.id(), span, span.of(account.text()), "test", 1);
        mentions.add(mention);
        return mention;
    }

    Account account(String text) {
        return account("", text, Optional.empty(), Optional.empty());
    }

    Account account(String title, String text, Optional<String> author, Optional<String> link) {
        var speaker = new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER);
        var turn = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        var account = new Account(
                id(1000 + accounts.size()),
                Id.random(),
                Optional.empty(),
                "text",
                title,
                author,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                link,
                Optional.empty(),
                text,
                List.of(speaker),
                List.of(turn));
        accounts.add(account);
        return account;
    }

    Decision decide(Id target, String verdict) {
        return decided(target, Verdict.parse(verdict));
    }

    Decision decide(Identity identity, String verdict) {
        return decide(identity.id(), verdict);
    }

    Decision decide(Identity identity, String verdict, String reason) {
        return decided(identity.id(), Verdict.parse(verdict), reason);
    }

    /** As it is recorded once it was checked: the role, and the name in that role. */
    Decision keep(Identity identity, String role) {
        decide(identity, "is=" + role, "seen in the papers");
        return decide(identity, "keep=" + role, "seen in the papers");
    }

    void undo(Decision decision) {
        takeBack(decision);
    }

    private static Id id(long number) {
        return new Id(number * 0x9e3779b97f4a7c15L, number);
    }
}
