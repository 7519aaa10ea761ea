package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.people.Honorifics.Gender;

/**
 * Proposals that two names are one person's; a person decides each. Names that say the most are looked at first, so that
 * "Mr Marsh" and "Jo Marsh" count as one bearer of the name when it is asked who a lone "Marsh" may be.
 *
 * <p>Where one other name fits, it is proposed. Where two or three fit and nothing tells them apart, each is proposed with
 * a score below {@link #EITHER} and with the others named in the reason: a question, and no answer to be accepted
 * unseen. Where more fit, nothing is proposed.
 *
 * <p>What is proposed follows from the names, the accounts in which they stand, and what is decided, not from the order in
 * which they came.
 */
final class Aliases {
    /** What has a lower score is one of several that fit. */
    static final double EITHER = .4;

    private static final String BY = "aliases/2";
    private static final int MOST_SHOWN = 3;
    private static final Set<IdentityKind> NAMES =
            Set.of(IdentityKind.PERSON, IdentityKind.UNKNOWN, IdentityKind.HANDLE);

    private final List<Name> names = new ArrayList<>();
    private final Groups groups = new Groups();
    private final Nearness nearness = new Nearness();
    private final Map<Pair, Suggestion> made = new LinkedHashMap<>();
    private final Set<Pair> said = new HashSet<>();

    private Aliases() {}

    static List<Suggestion> of(Contents contents) {
        var aliases = new Aliases();
        aliases.read(contents);
        var rules = new AliasRules(aliases.names, aliases::propose);
        aliases.nearness.read(rules.shared(), take -> contents.forEachMention(NAMES, take));
        rules.apply();
        return List.copyOf(aliases.made.values());
    }

    private void read(Contents contents) {
        var roots = new Roots(contents);
        var named = new IdTable();
        var identities = new ArrayList<Identity>();
        contents.forEachIdentity(identity -> {
            if (NAMES.contains(identity.kind())) {
                named.add(identity.id());
                identities.add(identity);
            }
        });
        var where = new Whereabouts(named);
        contents.forEachMention(NAMES, where::add);
        for (Identity identity : identities) {
            Id root = roots.of(identity.id());
            if (!roots.isDropped(root)) {
                name(identity, root, where).ifPresent(names::add);
            }
        }
        names.sort(Comparator.comparing((Name name) -> String.join(" ", name.words()))
                .thenComparing(Name::text)
                .thenComparing(Name::id));
        names.forEach(groups::add);
        for (Decision decision : contents.decisions()) {
            if (decision.verdict() instanceof Verdict.DistinctFrom(Id other)) {
                said.add(Pair.of(roots.of(decision.target()), roots.of(other)));
                groups.distinct(roots.of(decision.target()), roots.of(other));
            }
        }
        for (Suggestion suggestion : contents.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                said.add(Pair.of(roots.of(suggestion.target()), roots.of(other)));
            }
        }
    }

    private static Optional<Name> name(Identity identity, Id root, Whereabouts where) {
        return Called.of(identity.name()).map(called -> {
            Set<String> titles = new TreeSet<>(called.titles());
            titles.addAll(where.titles(identity.id()));
            return new Name(
                    identity.id(),
                    root,
                    identity.name(),
                    identity.kind(),
                    identity.kind() == IdentityKind.HANDLE ? Forms.words(identity.name()) : called.words(),
                    titles,
                    gender(titles, called.words().getFirst()),
                    called.generation(),
                    where.accounts(identity.id()));
        });
    }

    private static Optional<Gender> gender(Set<String> titles, String first) {
        var genders = new HashSet<Gender>();
        titles.forEach(title -> Honorifics.ofTitle(title).ifPresent(genders::add));
        return switch (genders.size()) {
            case 0 -> Honorifics.ofFirstName(first);
            case 1 -> Optional.of(genders.iterator().next());
            default -> Optional.empty();
        };
    }

    /** @param reason with places for both names */
    private boolean propose(Name name, List<Name> candidates, double score, String reason) {
        if (candidates.stream().anyMatch(other -> groups.same(name, other))) {
            return true;
        }
        List<Name> fit = candidates.stream()
                .filter(other -> groups.compatible(name, other))
                .toList();
        List<Name> near = fit.stream().filter(name::meets).toList();
        Map<Id, Name> fullest = fullest(near.isEmpty() ? fit : near);
        Map<Id, Name> likely = fullest(likely(name, near.isEmpty() ? fit : near));
        if (likely.size() == 1) {
            Name other = likely.values().iterator().next();
            fullest.remove(groups.of(other));
            boolean alone = fullest(fit).size() == 1;
            String why = said(reason, name, other)
                    + (fullest.isEmpty()
                            ? alone ? "" : "; others in the case fit as well"
                            : "; it is less likely to be "
                                    + fullest.values().stream()
                                            .limit(MOST_SHOWN)
                                            .map(one -> "“" + one.text() + "”")
                                            .collect(Collectors.joining(" or ")));
            double sure = score * (near.isEmpty() ? .75 : 1) * (alone ? 1 : .8);
            make(name, other, Math.max(sure, EITHER), why);
            groups.join(name, other);
            return true;
        }
        if (fullest.size() <= MOST_SHOWN) {
            for (Name other : fullest.values()) {
                var rest = new LinkedHashSet<>(fullest.values());
                rest.remove(other);
                String others = String.join(
                        " and ",
                        rest.stream().map(one -> "“" + one.text() + "”").toList());
                make(
                        name,
                        other,
                        score * EITHER / 2,
                        said(reason, name, other) + "; but " + others + (rest.size() > 1 ? " fit" : " fits")
                                + " as well");
            }
        }
        return !fullest.isEmpty();
    }

    private Map<Id, Name> fullest(List<Name> some) {
        var fullest = new LinkedHashMap<Id, Name>();
        some.forEach(other -> fullest.merge(groups.of(other), other, Aliases::fuller));
        return fullest;
    }

    /** Of several the ones that are known to be of the name's gender, and among them the one that was named last. */
    private List<Name> likely(Name name, List<Name> some) {
        List<Name> alike = some.stream()
                .filter(other ->
                        name.gender().isPresent() && groups.gender(other).equals(name.gender()))
                .toList();
        List<Name> left = alike.isEmpty() ? some : alike;
        return left.size() < 2 ? left : nearness.likeliest(name, left, groups::of);
    }

    private static String said(String reason, Name name, Name other) {
        return String.format(Locale.ROOT, reason, name.text(), other.text())
                + (name.meets(other) ? ", in the same account" : ", in another account");
    }

    /** The one with more words; of two the one that is not a handle, and then by the alphabet. */
    private static Name fuller(Name a, Name b) {
        return Comparator.comparingInt((Name name) ->
                                        name.handle() ? 0 : name.words().size())
                                .thenComparing(Name::text, Comparator.reverseOrder())
                                .compare(a, b)
                        >= 0
                ? a
                : b;
    }

    private void make(Name name, Name other, double score, String reason) {
        Pair pair = Pair.of(name.root(), other.root());
        if (said.contains(pair)) {
            return;
        }
        Suggestion before = made.get(pair);
        if (before == null || before.score() < score) {
            made.put(
                    pair,
                    new Suggestion(
                            Id.random(),
                            name.id(),
                            Optional.empty(),
                            new Proposal.Alias(other.id()),
                            score,
                            reason,
                            BY));
        }
    }
}
