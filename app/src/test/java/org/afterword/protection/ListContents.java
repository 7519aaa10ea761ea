package org.afterword.protection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
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

/** A small case in lists; superseded decisions fall out as in a real one. */
record ListContents(
        List<Group> groups,
        List<Exhibit> exhibits,
        List<Account> accountList,
        List<Identity> identities,
        List<Mention> mentions,
        List<Suggestion> suggestions,
        List<Decision> log,
        Map<List<Object>, Decision> latest,
        AtomicInteger counted)
        implements Contents {

    static ListContents empty() {
        return new ListContents(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new AtomicInteger());
    }

    @Override
    public Stream<Account> accounts() {
        return accountList.stream();
    }

    @Override
    public List<Decision> decisions() {
        var all = new HashSet<>(holding().values());
        return log.stream().filter(all::contains).toList();
    }

    @Override
    public Optional<Decision> decision(Id target, String aspect) {
        return Optional.ofNullable(holding().get(List.of(target, aspect)));
    }

    private Map<List<Object>, Decision> holding() {
        if (counted.get() != log.size()) {
            latest.clear();
            log.forEach(decision ->
                    latest.put(List.of(decision.target(), decision.verdict().aspect()), decision));
            counted.set(log.size());
        }
        return latest;
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
                id(1000 + accountList.size()),
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
        accountList.add(account);
        return account;
    }

    Decision decide(Id target, String verdict) {
        var decision = new Decision(
                Id.random(), target, Verdict.parse(verdict), "", "test", Instant.ofEpochSecond(log.size()));
        log.add(decision);
        return decision;
    }

    Decision decide(Identity identity, String verdict) {
        return decide(identity.id(), verdict);
    }

    void undo(Decision decision) {
        log.remove(decision);
        counted.set(-1);
    }

    private static Id id(long number) {
        return new Id(number * 0x9e3779b97f4a7c15L, number);
    }
}
