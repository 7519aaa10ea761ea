package org.afterword.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;

/** A case in lists, so that what is measured is the room and not the file. */
final class Lists implements Contents {
    private final List<Group> groups;
    private final List<Account> accounts;
    private final List<Identity> identities;
    private final List<Suggestion> suggestions;
    private final List<Decision> decisions;
    private final List<Mention> mentions;
    private final Map<Id, List<Mention>> mentioned = new HashMap<>();
    private final Map<Id, Account> byId = new HashMap<>();
    private final Map<List<Object>, Decision> latest = new HashMap<>();
    private final Map<Id, List<Suggestion>> byTarget = new HashMap<>();

    Lists(
            List<Group> groups,
            List<Account> accounts,
            List<Identity> identities,
            List<Suggestion> suggestions,
            List<Decision> decisions) {
        this(groups, accounts, identities, List.of(), suggestions, decisions);
    }

    Lists(
            List<Group> groups,
            List<Account> accounts,
            List<Identity> identities,
            List<Mention> mentions,
            List<Suggestion> suggestions,
            List<Decision> decisions) {
        this.mentions = mentions;
        mentions.forEach(one ->
                mentioned.computeIfAbsent(one.account(), _ -> new ArrayList<>()).add(one));
        accounts.forEach(one -> byId.put(one.id(), one));
        this.groups = groups;
        this.accounts = accounts;
        this.identities = identities;
        this.suggestions = suggestions;
        this.decisions = decisions;
        suggestions.forEach(one ->
                byTarget.computeIfAbsent(one.target(), _ -> new ArrayList<>()).add(one));
        decisions.forEach(decision ->
                latest.put(List.of(decision.target(), decision.verdict().aspect()), decision));
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public List<Exhibit> exhibits() {
        return accounts.stream()
                .map(one -> new Exhibit(
                        one.exhibit(),
                        one.exhibit() + ".txt",
                        Sha256.of(one.exhibit().toString()),
                        one.text().length(),
                        Instant.EPOCH,
                        0,
                        one.group()))
                .toList();
    }

    @Override
    public Stream<Account> accounts() {
        return accounts.stream();
    }

    @Override
    public List<Identity> identities() {
        return identities;
    }

    @Override
    public List<Mention> mentions() {
        return mentions;
    }

    @Override
    public List<Mention> mentions(Id account) {
        return mentioned.getOrDefault(account, List.of());
    }

    @Override
    public Optional<Account> account(Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Suggestion> suggestions() {
        return suggestions;
    }

    @Override
    public List<Suggestion> suggestions(Id target) {
        return byTarget.getOrDefault(target, List.of());
    }

    @Override
    public List<Decision> decisions(Id target, String aspect) {
        return decision(target, aspect).stream().toList();
    }

    @Override
    public List<Decision> decisions() {
        return decisions;
    }

    @Override
    public Optional<Decision> decision(Id target, String aspect) {
        return Optional.ofNullable(latest.get(List.of(target, aspect)));
    }
}
