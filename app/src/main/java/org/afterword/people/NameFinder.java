package org.afterword.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.language.Folding;
import org.afterword.language.NameTagger.Tagged;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.model.Speaker;

/**
 * Finds who and what is named in one account, by rules and lists of ours. What it finds depends on the account alone.
 * It would rather find too much: every find is a question to a person, and what is not found may be published.
 *
 * <p>Weak where names have no capitals and are in no list: scripts without case, unusual names typed in lower case. In
 * languages that write every noun with a capital only names in lists or with a cue are found.
 */
public final class NameFinder {
    /** Name and version, for the log. */
    public static final String NAME = "rules/1";

    private static final Set<String> NOBODY = Set.of(
            "anonymous",
            "anon",
            "unknown",
            "admin",
            "administrator",
            "editor",
            "staff",
            "guest",
            "user",
            "author",
            "me",
            "you",
            "deleted",
            "[deleted]",
            "removed",
            "[removed]",
            "none",
            "n/a",
            "system",
            "moderator",
            "automoderator");

    private NameFinder() {}

    /** In the order of the text, metadata first; not overlapping. */
    public static List<Find> find(Account account) {
        return find(account, List.of());
    }

    /** @param learned in the account's text */
    static List<Find> find(Account account, List<Tagged> learned) {
        var labels = new ArrayList<String>();
        Map<String, Find> metadata = metadata(account, labels);
        var finds = new ArrayList<Find>();
        List<Find> contacts = Contacts.find(account.text(), account.language());
        add(finds, labelled(account.text(), metadata));
        add(finds, contacts);
        List<Find> words = words(account.text(), locale(account), contacts).stream()
                .filter(find -> !labels.contains(Folding.fold(find.text())))
                .toList();
        add(
                finds,
                Joined.of(words, Joined.free(learned, finds), account.text(), true).stream()
                        .filter(find -> !labels.contains(Folding.fold(find.text())))
                        .toList());
        add(finds, parts(account.text(), finds, words));
        var all = new ArrayList<Find>(metadata.values());
        all.addAll(title(account, finds, labels));
        finds.sort(Comparator.comparing(Find::span));
        all.addAll(finds);
        return List.copyOf(all);
    }

    /** What stands in a plain text that is no account of a case. */
    public static List<Find> find(String text) {
        return find(text, List.of(), true);
    }

    /**
     * @param learned in the text
     * @param recall whether rather too much is found
     */
    static List<Find> find(String text, List<Tagged> learned, boolean recall) {
        var finds = new ArrayList<Find>();
        List<Find> contacts = Contacts.find(text);
        add(finds, contacts);
        List<Find> words = words(text, Locale.ROOT, contacts);
        add(finds, Joined.of(words, Joined.free(learned, finds), text, recall));
        if (recall) {
            add(finds, parts(text, finds, words));
        }
        finds.sort(Comparator.comparing(Find::span));
        return List.copyOf(finds);
    }

    private static Locale locale(Account account) {
        return account.language().map(Locale::forLanguageTag).orElse(Locale.ROOT);
    }

    private static void add(List<Find> finds, List<Find> more) {
        var taken = new TreeMap<Integer, Find>();
        finds.forEach(find -> taken.put(find.span().start(), find));
        for (Find find : more) {
            var before = taken.lowerEntry(find.span().end());
            if (before == null || !before.getValue().span().overlaps(find.span())) {
                taken.put(find.span().start(), find);
                finds.add(find);
            }
        }
    }

    private static List<Find> words(String text, Locale locale, List<Find> contacts) {
        var prose = new Prose(text, locale, contacts.stream().map(Find::span).toList());
        var judge = new Judge(prose);
        var finds = new ArrayList<Find>();
        for (Runs.Run run : Runs.of(prose)) {
            finds.addAll(judge.judge(run));
        }
        finds.addAll(LowerCase.find(prose));
        return harmonised(finds);
    }

    /** One kind for one name: where the evidence for a place or for nothing is weak, stronger evidence elsewhere holds. */
    private static List<Find> harmonised(List<Find> finds) {
        var keys = new HashMap<String, String>();
        var best = new HashMap<String, Find>();
        for (Find find : finds) {
            String key = keys.computeIfAbsent(find.text(), Keys::words);
            best.merge(key, find, (a, b) -> strength(a) >= strength(b) ? a : b);
        }
        return finds.stream()
                .map(find -> {
                    Find other = best.getOrDefault(keys.getOrDefault(find.text(), ""), find);
                    return strength(find) < .5 && strength(other) > strength(find)
                            ? new Find(find.span(), find.text(), other.kind(), find.by(), find.score())
                            : find;
                })
                .toList();
    }

    private static double strength(Find find) {
        boolean weak = find.kind() == IdentityKind.UNKNOWN || (find.kind() == IdentityKind.PLACE && find.score() < .5);
        return weak ? (find.kind() == IdentityKind.UNKNOWN ? .2 : .1) : .5 + find.score();
    }

    /** Authors, posters and speakers that are named; labels that name nobody go into the list. */
    private static Map<String, Find> metadata(Account account, List<String> labels) {
        var finds = new LinkedHashMap<String, Find>();
        account.author().ifPresent(name -> person(finds, name, "metadata:author"));
        account.poster().ifPresent(name -> person(finds, name, "metadata:poster"));
        for (Speaker speaker : account.speakers()) {
            switch (speaker.kind()) {
                case NAMED -> {
                    if (!account.author().equals(Optional.of(speaker.name()))) {
                        person(finds, speaker.name(), "metadata:speaker");
                    }
                }
                case LABEL -> labels.add(Folding.fold(speaker.name()));
                case UNNAMED -> {}
            }
        }
        account.channel()
                .filter(channel -> !channel.isBlank())
                .ifPresent(channel -> put(finds, channel.strip(), IdentityKind.GROUP, "metadata:channel", .6));
        account.sourceUrl().ifPresent(url -> put(finds, url.strip(), IdentityKind.LINK, "metadata:source", 1));
        account.repostOf()
                .ifPresent(where -> Contacts.find(where)
                        .forEach(f -> put(finds, f.text(), f.kind(), "metadata:original", f.score())));
        account.metadata().forEach(one -> Besides.find(one, account).forEach(find -> put(finds, find)));
        return finds;
    }

    /** What a name that stands alone names: an address, a person, a handle. */
    static List<Find> person(String name, String by) {
        var finds = new LinkedHashMap<String, Find>();
        person(finds, name, by);
        return List.copyOf(finds.values());
    }

    private static void person(Map<String, Find> finds, String name, String by) {
        String bare = name.strip();
        if (bare.isEmpty()
                || NOBODY.contains(Folding.fold(bare))
                || Forms.words(bare).isEmpty()) {
            return;
        }
        List<Find> contacts = Contacts.find(bare);
        for (Find contact : contacts) {
            put(finds, contact.text(), contact.kind(), by, 1);
            bare = bare.replace(contact.text(), "")
                    .strip()
                    .replaceAll("^[<>(\"~ ]+|[<>)\"~ ]+$", "")
                    .strip();
        }
        if (!bare.isEmpty() && !Forms.words(bare).isEmpty()) {
            put(finds, bare, Contacts.handle(bare) ? IdentityKind.HANDLE : IdentityKind.PERSON, by, .95);
        }
    }

    private static void put(Map<String, Find> finds, Find find) {
        put(finds, find.text(), find.kind(), find.by(), find.score());
    }

    private static void put(Map<String, Find> finds, String text, IdentityKind kind, String by, double score) {
        if (!text.isBlank()) {
            finds.putIfAbsent(kind.contact() + Folding.fold(text), new Find(new Span(0, 0), text, kind, by, score));
        }
    }

    /** Where the names of the metadata stand in the text. */
    private static List<Find> labelled(String text, Map<String, Find> metadata) {
        String folded = Folding.fold(text);
        List<Find> possible = metadata.values().stream()
                .filter(find -> find.kind() == IdentityKind.PHONE
                        || find.kind() == IdentityKind.NUMBER
                        || find.kind().phrase()
                        || Forms.words(find.text()).stream().anyMatch(folded::contains))
                .toList();
        return everywhere(text, possible, true).stream()
                .map(match -> match.find().at(match.span(), text))
                .toList();
    }

    /**
     * The first names and surnames alone, and the initials, of persons whose full names stand in the text, as they were
     * found or as rules saw them before something was joined to them.
     */
    private static List<Find> parts(String text, List<Find> finds, List<Find> rules) {
        List<Find> full = Stream.concat(finds.stream(), rules.stream())
                .filter(find -> find.kind() == IdentityKind.PERSON
                        && Forms.words(find.text()).size() > 1)
                .toList();
        return everywhere(text, full, false).stream()
                .map(match ->
                        new Find(match.span(), match.span().of(text), IdentityKind.PERSON, "rule:part-of-name", .5))
                .toList();
    }

    private record Found(Find find, Span span) {}

    private static List<Found> everywhere(String text, Collection<Find> finds, boolean certainOnly) {
        var byId = new LinkedHashMap<Id, Find>();
        var identities = new ArrayList<Identity>();
        var seen = new HashSet<String>();
        for (Find find : finds) {
            if (!seen.add(find.kind() + Folding.fold(find.text()))) {
                continue;
            }
            var id = new Id(0, byId.size());
            byId.put(id, find);
            identities.add(new Identity(id, find.kind(), find.text(), find.by()));
        }
        if (identities.isEmpty()) {
            return List.of();
        }
        return FormMatcher.of(identities, false).find(text).stream()
                .filter(match -> !certainOnly || match.form().how().certain())
                .map(match -> new Found(
                        Optional.ofNullable(byId.get(match.identity())).orElseThrow(), match.span()))
                .toList();
    }

    /** Titles write most words with capitals: only names that lists or the text know count. */
    private static List<Find> title(Account account, List<Find> inText, List<String> labels) {
        if (account.title().isBlank()) {
            return List.of();
        }
        return find(account.title()).stream()
                .filter(find -> find.kind() != IdentityKind.UNKNOWN
                        || inText.stream().anyMatch(f -> Folding.fold(f.text()).equals(Folding.fold(find.text()))))
                .filter(find -> !labels.contains(Folding.fold(find.text())))
                .map(find -> new Find(new Span(0, 0), find.text(), find.kind(), "metadata:title", find.score()))
                .toList();
    }
}
