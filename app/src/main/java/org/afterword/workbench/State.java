package org.afterword.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Contents;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Fact;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.model.When;
import org.afterword.people.Cluster;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;

/**
 * How the case stands at one moment, as every page needs it; without the accounts' texts.
 *
 * @param newest the last decision that is in it
 * @param clusters by each of their members
 * @param codings by account
 * @param undecided how many names are undecided in each account
 */
record State(
        Optional<Id> newest,
        Contents contents,
        Protection protection,
        Map<Id, Line> accounts,
        Map<Id, Cluster> clusters,
        Map<Id, List<Coded>> codings,
        Map<Id, Suggestion> suggestions,
        Map<Id, String> speakers,
        List<Copy> copies,
        List<Open> open,
        Set<Id> openNames,
        Map<Id, Integer> undecided,
        Set<Id> rewordings) {

    /**
     * An account without its text.
     *
     * @param title the source's, else the file's name, else the first words
     * @param approved whether a person approved exactly what a stranger would see now
     */
    record Line(
            Id id,
            Optional<Id> group,
            String title,
            String file,
            String by,
            Optional<When> date,
            Quotability may,
            boolean approved) {}

    static State of(Case opened, Optional<Id> newest) {
        Contents contents = opened.contents();
        Protection protection = opened.protection();
        var files = new HashMap<Id, String>();
        contents.exhibits().forEach(exhibit -> files.put(exhibit.id(), exhibit.name()));
        var several = new HashSet<Id>();
        contents.readings().stream()
                .filter(reading -> reading.accounts() > 1)
                .forEach(reading -> several.add(reading.exhibit()));
        var accounts = new LinkedHashMap<Id, Line>();
        var speakers = new HashMap<Id, String>();
        try (Stream<Account> all = contents.accounts()) {
            all.forEach(account -> {
                accounts.put(
                        account.id(),
                        line(
                                account,
                                files.getOrDefault(account.exhibit(), ""),
                                !several.contains(account.exhibit()),
                                protection));
                account.speakers().forEach(speaker -> speakers.put(speaker.id(), name(speaker)));
            });
        }
        var clusters = new HashMap<Id, Cluster>();
        protection.clusters().forEach(cluster -> cluster.members().forEach(member -> clusters.put(member, cluster)));
        var codings = new HashMap<Id, List<Coded>>();
        opened.coding()
                .seen()
                .forEach(coded -> codings.computeIfAbsent(coded.passage().account(), account -> new ArrayList<>())
                        .add(coded));
        var suggestions = new HashMap<Id, Suggestion>();
        contents.suggestions().forEach(suggestion -> suggestions.put(suggestion.id(), suggestion));
        List<Open> open = protection.open();
        var undecided = new HashMap<Id, Integer>();
        open.forEach(one -> one.accounts().forEach(account -> undecided.merge(account, 1, Integer::sum)));
        var rewordings = new HashSet<Id>();
        contents.decisions().stream()
                .filter(decision -> decision.verdict() instanceof Verdict.Reword)
                .forEach(decision -> rewordings.add(decision.target()));
        return new State(
                newest,
                contents,
                protection,
                accounts,
                clusters,
                codings,
                suggestions,
                speakers,
                Copies.list(contents),
                open,
                open.stream().map(one -> one.cluster().id()).collect(Collectors.toSet()),
                undecided,
                rewordings);
    }

    private static Line line(Account account, String file, boolean alone, Protection protection) {
        Quotability may = protection.quotability(account);
        String title = account.title().isBlank()
                ? alone ? file.substring(file.lastIndexOf('/') + 1) : "“" + Phrases.shortened(account.text(), 48) + "”"
                : account.title();
        String by = account.author().or(account::poster).orElse("");
        return new Line(
                account.id(),
                account.group(),
                title,
                file,
                by,
                account.date(),
                may,
                (may.quotable() || may.rewordable()) && protection.approved(account));
    }

    static String name(Speaker speaker) {
        return speaker.name().isBlank() ? "the author" : speaker.name();
    }

    boolean read(Id account) {
        return contents.decision(account, new Verdict.Read().aspect()).isPresent();
    }

    List<Coded> codings(Id account) {
        return codings.getOrDefault(account, List.of());
    }

    /** How many suggestions about the account nobody has decided. */
    int waiting(Id account) {
        return (int) codings(account).stream()
                .filter(coded -> coded.status() == Coded.Status.SUGGESTED)
                .count();
    }

    /** Whether the name stands open, though something may be decided about it. */
    boolean isOpen(Cluster cluster) {
        return openNames.contains(cluster.id());
    }

    int undecided(Id account) {
        return undecided.getOrDefault(account, 0);
    }

    /** Whether any word of it, or of a person about it, would stand in what is published. */
    boolean shows(Id account) {
        Quotability may = line(account).may();
        return may.quotable() || (may.rewordable() && codings(account).stream().anyMatch(this::reworded));
    }

    boolean reworded(Coded coded) {
        return coded.status() == Coded.Status.ACCEPTED && rewordings.contains(coded.suggestion());
    }

    /** Also of an account that came in since. */
    Line line(Id account) {
        return Optional.ofNullable(accounts.get(account))
                .or(() -> contents.account(account).map(one -> line(one, file(one), false, protection)))
                .orElseThrow();
    }

    private String file(Account account) {
        return contents.exhibit(account.exhibit()).map(Exhibit::name).orElse("");
    }

    Optional<Cluster> cluster(Id identity) {
        return Optional.ofNullable(clusters.get(identity));
    }

    Optional<Suggestion> suggestion(Id id) {
        return Optional.ofNullable(suggestions.get(id));
    }

    /** What people call the thing that was decided about. */
    String called(Id target) {
        return cluster(target)
                .map(Cluster::name)
                .or(() -> Optional.ofNullable(accounts.get(target)).map(Line::title))
                .or(() -> Optional.ofNullable(speakers.get(target)))
                .or(() -> suggestion(target).map(this::called))
                .or(() -> contents.groups().stream()
                        .filter(group -> group.id().equals(target))
                        .map(Group::name)
                        .findFirst())
                .or(() -> contents.exhibit(target).map(Exhibit::name))
                .orElse("something that is gone");
    }

    private String called(Suggestion suggestion) {
        return codings(suggestion.target()).stream()
                .filter(coded -> coded.suggestion().equals(suggestion.id()))
                .findFirst()
                .map(coded -> code(coded.coding().code()) + ": "
                        + Phrases.shortened(coded.passage().quote(), 60))
                .or(() -> Optional.ofNullable(accounts.get(suggestion.target()))
                        .map(line -> suggestion.proposal() instanceof Proposal.Stated(Fact fact)
                                ? FactRows.value(fact) + ", in “" + Phrases.shortened(line.title(), 40) + "”"
                                : line.title()))
                .orElse("a suggestion");
    }

    /** The account in which the coding is; empty if it is none. */
    Optional<Id> coded(Id target) {
        return suggestion(target)
                .filter(one -> one.proposal() instanceof Proposal.Coding)
                .map(Suggestion::target);
    }

    /** The page on which a thing is decided; empty if there is none. */
    Optional<String> place(Id target) {
        return cluster(target)
                .map(cluster -> "/people/" + cluster.id())
                .or(() -> Optional.ofNullable(accounts.get(target)).map(line -> "/account/" + line.id()))
                .or(() -> contents.exhibit(target)
                        .flatMap(exhibit ->
                                contents.accountIds(exhibit.id()).stream().findFirst())
                        .map(account -> "/account/" + account + "/picture"))
                .or(() -> suggestion(target)
                        .filter(suggestion -> accounts.containsKey(suggestion.target()))
                        .map(suggestion -> "/account/" + suggestion.target() + "#note-" + suggestion.id()));
    }

    static String code(String id) {
        return Codebook.practices()
                .code(id)
                .or(() -> Codebook.lifton().code(id))
                .map(code -> code.name())
                .orElse(id);
    }

    List<Exhibit> unreadable() {
        var read = new HashSet<Id>();
        contents.readings().stream()
                .filter(reading -> reading.accounts() > 0)
                .forEach(reading -> read.add(reading.exhibit()));
        return contents.exhibits().stream()
                .filter(exhibit -> !read.contains(exhibit.id()))
                .toList();
    }
}
