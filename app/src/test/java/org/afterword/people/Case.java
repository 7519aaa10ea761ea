package org.afterword.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.ListCase;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;

/** A case in memory: the contents that a log would fold into. */
final class Case extends ListCase {
    static Account account(String text) {
        return account(text, Optional.empty(), List.of());
    }

    static Account account(String text, Optional<String> author, List<Speaker> speakers) {
        List<Speaker> all = speakers.isEmpty()
                ? List.of(new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER))
                : speakers;
        var turn = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        return new Account(
                Id.random(),
                Id.random(),
                Optional.empty(),
                "text",
                "",
                author,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                all,
                List.of(turn));
    }

    Case add(Account... more) {
        add(List.of(more));
        return this;
    }

    /** Accounts at which no finder has looked. */
    Case unread(List<Account> more) {
        accounts.addAll(more);
        return this;
    }

    void add(List<Account> more) {
        Names names = Clusters.assign(more, this);
        accounts.addAll(more);
        add(names);
    }

    void add(Names names) {
        identities.addAll(names.identities());
        mentions.addAll(names.mentions());
    }

    /** As if it were to be read again. */
    void forget(Account account) {
        accounts.remove(account);
        mentions.removeIf(mention -> mention.account().equals(account.id()));
    }

    Decision decide(Id target, Verdict verdict) {
        return decided(target, verdict);
    }

    void undo(Decision decision) {
        takeBack(decision);
    }

    void suggest(List<Suggestion> more) {
        suggestions.addAll(more);
    }

    Identity named(String name) {
        return identities.stream()
                .filter(identity -> identity.name().equals(name))
                .min(Comparator.comparing(Identity::kind))
                .orElseThrow(() -> new AssertionError("no identity " + name + " among "
                        + identities.stream().map(Identity::name).toList()));
    }

    List<String> mentioned(Account account, Identity identity) {
        return mentions.stream()
                .filter(m -> m.account().equals(account.id()) && m.identity().equals(identity.id()))
                .map(Mention::text)
                .toList();
    }

    /** Whether each letter of the account's text is in a mention. */
    String covered(Account account) {
        var marks = new StringBuilder("-".repeat(account.text().length()));
        for (Mention mention : mentions) {
            if (mention.account().equals(account.id())) {
                for (int i = mention.span().start(); i < mention.span().end(); i++) {
                    marks.setCharAt(i, '#');
                }
            }
        }
        return marks.toString();
    }
}
