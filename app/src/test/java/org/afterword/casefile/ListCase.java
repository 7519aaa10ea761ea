package org.afterword.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/** A case in lists, for tests: what a later decision supersedes falls out, and comes back when that is undone. */
public abstract class ListCase implements Contents {
    protected final List<Group> groups = new ArrayList<>();
    protected final List<Exhibit> exhibits = new ArrayList<>();
    protected final List<Account> accounts = new ArrayList<>();
    protected final List<Identity> identities = new ArrayList<>();
    protected final List<Mention> mentions = new ArrayList<>();
    protected final List<Suggestion> suggestions = new ArrayList<>();
    private final List<Decision> log = new ArrayList<>();
    private final Map<List<Object>, Decision> holding = new LinkedHashMap<>();

    protected ListCase() {}

    protected ListCase(ListCase other) {
        groups.addAll(other.groups);
        exhibits.addAll(other.exhibits);
        accounts.addAll(other.accounts);
        identities.addAll(other.identities);
        mentions.addAll(other.mentions);
        suggestions.addAll(other.suggestions);
        other.log.forEach(this::hold);
    }

    protected final Decision decided(Id target, Verdict verdict) {
        return decided(target, verdict, "");
    }

    protected final Decision decided(Id target, Verdict verdict, String reason) {
        var decision = new Decision(Id.random(), target, verdict, reason, "tester", Instant.ofEpochSecond(log.size()));
        hold(decision);
        return decision;
    }

    private void hold(Decision decision) {
        log.add(decision);
        List<Object> about = about(decision);
        holding.remove(about);
        holding.put(about, decision);
    }

    protected final void takeBack(Decision decision) {
        List<Decision> rest = new ArrayList<>(log);
        rest.remove(decision);
        log.clear();
        holding.clear();
        rest.forEach(this::hold);
    }

    private static List<Object> about(Decision decision) {
        return List.of(decision.target(), decision.verdict().aspect());
    }

    @Override
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    @Override
    public List<Exhibit> exhibits() {
        return List.copyOf(exhibits);
    }

    @Override
    public Stream<Account> accounts() {
        return List.copyOf(accounts).stream();
    }

    @Override
    public List<Identity> identities() {
        return List.copyOf(identities);
    }

    @Override
    public List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    @Override
    public List<Suggestion> suggestions() {
        return List.copyOf(suggestions);
    }

    @Override
    public List<Decision> decisions() {
        return List.copyOf(holding.values());
    }

    @Override
    public Optional<Decision> decision(Id target, String aspect) {
        return Optional.ofNullable(holding.get(List.of(target, aspect)));
    }
}
