package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/**
 * Proposals that two names are one person's. Each rule proposes only where exactly one other name fits; where two fit,
 * nothing is proposed, for a proposal would pretend to know. On novels about one such proposal in ten is wrong
 * (LitBank), so a person decides each.
 */
final class Aliases {
    private static final String BY = "aliases/1";
    private static final int SHORTEST_JOINED = 5;

    private final List<Name> names = new ArrayList<>();
    private final Map<String, List<Name>> byWord = new LinkedHashMap<>();
    private final Map<String, List<Name>> byJoined = new LinkedHashMap<>();
    private final Map<String, List<Name>> wholes = new HashMap<>();
    private final Map<String, List<Name>> initialled = new HashMap<>();
    private final Map<String, List<Name>> lones = new HashMap<>();
    private final Map<Pair, Suggestion> made = new LinkedHashMap<>();
    private final Set<Pair> settled = new HashSet<>();

    private Aliases() {}

    static List<Suggestion> of(Contents contents) {
        var aliases = new Aliases();
        aliases.read(contents);
        for (Name name : aliases.names) {
            if (name.kind() == IdentityKind.HANDLE) {
                aliases.handle(name);
            } else if (name.lone()) {
                aliases.lone(name);
            } else {
                aliases.initials(name);
                aliases.nickname(name);
            }
        }
        aliases.misspellings();
        return List.copyOf(aliases.made.values());
    }

    private void read(Contents contents) {
        var roots = new Roots(contents);
        var named = new IdTable();
        var identities = new ArrayList<Identity>();
        contents.forEachIdentity(identity -> {
            switch (identity.kind()) {
                case PERSON, UNKNOWN, HANDLE -> {
                    named.add(identity.id());
                    identities.add(identity);
                }
                case PLACE, GROUP, EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> {}
            }
        });
        var where = new Whereabouts(named);
        contents.forEachMention(where::add);
        for (Decision decision : contents.decisions()) {
            if (decision.verdict() instanceof Verdict.DistinctFrom(Id other)) {
                settled.add(Pair.of(roots.of(decision.target()), roots.of(other)));
            }
        }
        for (Suggestion suggestion : contents.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                settled.add(Pair.of(roots.of(suggestion.target()), roots.of(other)));
            }
        }
        for (Identity identity : identities) {
            Id root = roots.of(identity.id());
            if (!roots.isDropped(root)) {
                enter(identity, root, where.accounts(identity.id()), where.gender(identity.id()));
            }
        }
    }

    private void enter(Identity identity, Id root, int[] accounts, Optional<Name.Gender> gender) {
        List<String> words = Forms.words(identity.name());
        boolean title = words.size() > 1 && Gazetteer.genderedTitle(words.getFirst());
        List<String> bare = title ? words.subList(1, words.size()) : words;
        if (bare.isEmpty()) {
            return;
        }
        var name = new Name(
                identity.id(),
                root,
                identity.name(),
                identity.kind(),
                bare,
                title,
                gender.or(() -> Name.gender(identity.name())),
                accounts,
                names.size());
        names.add(name);
        if (identity.kind() != IdentityKind.HANDLE) {
            asInHandles(name);
        }
        if (!name.lone() && identity.kind() != IdentityKind.HANDLE) {
            byJoined.computeIfAbsent(name.first() + name.last(), w -> new ArrayList<>())
                    .add(name);
        }
        if (identity.kind() != IdentityKind.HANDLE) {
            new LinkedHashSet<>(bare)
                    .forEach(word ->
                            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(name));
        }
    }

    /** How a handle may have the name in it. */
    private void asInHandles(Name name) {
        if (name.lone()) {
            put(lones, name.first(), name);
            return;
        }
        put(wholes, name.first() + name.last(), name);
        put(wholes, name.last() + name.first(), name);
        if (name.last().length() > 3) {
            put(initialled, name.first().charAt(0) + name.last(), name);
        }
    }

    private static void put(Map<String, List<Name>> names, String key, Name name) {
        names.computeIfAbsent(key, k -> new ArrayList<>(1)).add(name);
    }

    /** The only one of them, by clusters, within the accounts of the name or else in the case. */
    private static Optional<Name> only(Name name, List<Name> candidates) {
        List<Name> near = candidates.stream().filter(name::meets).toList();
        List<Name> of = near.isEmpty() ? candidates : near;
        return of.stream().map(Name::root).distinct().count() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
    }

    private void propose(Name name, List<Name> candidates, double score, String reason) {
        List<Name> others = candidates.stream()
                .filter(c -> !c.root().equals(name.root()) && name.compatible(c))
                .toList();
        only(name, others).ifPresent(other -> {
            Pair pair = Pair.of(name.root(), other.root());
            if (settled.contains(pair)) {
                return;
            }
            boolean together = name.meets(other);
            boolean unique = others.stream().map(Name::root).distinct().count() == 1;
            double sure = score * (together ? 1 : .7) * (unique ? 1 : .7);
            String why = String.format(Locale.ROOT, reason, name.text(), other.text())
                    + (together ? ", in the same account" : ", in another account")
                    + (unique ? "" : "; others in the case fit as well");
            Suggestion before = made.get(pair);
            if (before == null || before.score() < sure) {
                made.put(
                        pair,
                        new Suggestion(
                                Id.random(),
                                name.id(),
                                Optional.empty(),
                                new Proposal.Alias(other.id()),
                                sure,
                                why,
                                BY));
            }
        });
    }

    private List<Name> longer(String word) {
        return byWord.getOrDefault(word, List.of()).stream()
                .filter(n -> !n.lone())
                .toList();
    }

    private void lone(Name name) {
        String word = name.first();
        List<Name> bearers = longer(word);
        List<Name> asFirst =
                bearers.stream().filter(n -> n.first().equals(word)).toList();
        List<Name> asSurname =
                bearers.stream().filter(n -> !n.first().equals(word)).toList();
        if (name.titled()) {
            propose(name, asSurname.isEmpty() ? asFirst : asSurname, .85, "“%s” may be “%s”: the same surname");
            untitled(name, word);
        } else if (!asFirst.isEmpty() && (asSurname.isEmpty() || Gazetteer.firstName(word))) {
            propose(name, asFirst, .8, "“%s” may be “%s”: the same first name");
        } else if (asFirst.isEmpty() && !Gazetteer.firstName(word)) {
            propose(name, asSurname, .8, "“%s” may be “%s”: the same surname");
        }
        List<Name> joined = word.length() < SHORTEST_JOINED ? List.of() : byJoined.getOrDefault(word, List.of());
        propose(name, joined, .8, "“%s” may be “%s”, joined to one word");
        var nicknames = new ArrayList<Name>();
        for (String other : Gazetteer.nicknames(word)) {
            byWord.getOrDefault(other, List.of()).stream()
                    .filter(n -> n.first().equals(other) && !n.titled())
                    .forEach(nicknames::add);
        }
        propose(name, nicknames, .5, "“%s” may be short for “%s”");
    }

    /** "Mr Marsh" and a lone "Marsh". */
    private void untitled(Name name, String word) {
        List<Name> bare = byWord.getOrDefault(word, List.of()).stream()
                .filter(n -> n.lone() && !n.titled())
                .toList();
        boolean contested = byWord.getOrDefault(word, List.of()).stream()
                .anyMatch(n -> !n.root().equals(name.root()) && (n.titled() || !n.lone()) && !name.compatible(n));
        if (!contested) {
            propose(name, bare, .7, "“%s” may be “%s”: the same surname");
        }
    }

    private void initials(Name name) {
        boolean shortFirst = name.first().length() == 1;
        boolean shortLast = name.last().length() == 1;
        if (!shortFirst && !shortLast) {
            return;
        }
        List<Name> pool = shortFirst && shortLast
                ? names
                : byWord.getOrDefault(shortFirst ? name.last() : name.first(), List.of());
        List<Name> fits = pool.stream()
                .filter(n -> n.kind() != IdentityKind.HANDLE && !n.lone())
                .filter(n -> n.first().length() > 1 || n.last().length() > 1)
                .filter(n -> Name.fits(name.first(), n.first()) && Name.fits(name.last(), n.last()))
                .toList();
        propose(name, fits, .75, "“%s” may be “%s”: the initials fit");
    }

    private void nickname(Name name) {
        Set<String> nicknames = Gazetteer.nicknames(name.first());
        List<Name> fits = byWord.getOrDefault(name.last(), List.of()).stream()
                .filter(n -> !n.lone() && n.last().equals(name.last()) && nicknames.contains(n.first()))
                .toList();
        propose(name, fits, .8, "“%s” may be “%s”: the same surname and a short form of the first name");
    }

    private void handle(Name handle) {
        List<String> letters = handle.words().stream()
                .filter(w -> !Character.isDigit(w.charAt(0)))
                .toList();
        String joined = String.join("", letters);
        var full = new TreeSet<>(Comparator.comparingInt(Name::number));
        var part = new TreeSet<>(Comparator.comparingInt(Name::number));
        for (int from = 0; from < joined.length(); from++) {
            for (int to = from + SHORTEST_JOINED; to <= joined.length(); to++) {
                full.addAll(wholes.getOrDefault(joined.substring(from, to), List.of()));
            }
        }
        full.addAll(initialled.getOrDefault(joined, List.of()));
        for (String word : letters) {
            part.addAll(lones.getOrDefault(word, List.of()));
        }
        for (int to = 4; to <= joined.length(); to++) {
            part.addAll(lones.getOrDefault(joined.substring(0, to), List.of()));
        }
        if (full.isEmpty()) {
            propose(handle, List.copyOf(part), .5, "the handle “%s” begins with or has the name “%s”");
        } else {
            propose(handle, List.copyOf(full), .8, "the handle “%s” has the name “%s” in it");
        }
    }

    /** Names that differ in one letter of one long word, unless both are names that people bear. */
    private void misspellings() {
        var byDeletion = new LinkedHashMap<String, List<Name>>();
        for (Name name : names) {
            if (name.kind() == IdentityKind.HANDLE || name.titled()) {
                continue;
            }
            for (String key : Misspellings.deletions(String.join(" ", name.words()))) {
                byDeletion.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
            }
        }
        for (Name name : names) {
            if (name.kind() == IdentityKind.HANDLE || name.titled()) {
                continue;
            }
            var near = new LinkedHashSet<Name>();
            for (String key : Misspellings.deletions(String.join(" ", name.words()))) {
                byDeletion.getOrDefault(key, List.of()).stream()
                        .filter(other -> Misspellings.differ(name.words(), other.words()))
                        .forEach(near::add);
            }
            propose(name, List.copyOf(near), .6, "“%s” may be “%s”: one letter differs");
        }
    }
}
