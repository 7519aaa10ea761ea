package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;

/**
 * How well names are joined to persons, each document a case of its own.
 *
 * @param undecided one identity without anybody's decision
 * @param accepted all proposals accepted
 * @param reviewed the proposals accepted that join two names of mostly one person, in the order of their scores
 * @param right of the proposals
 */
record AliasFigures(
        BCubed undecided,
        BCubed accepted,
        BCubed reviewed,
        int identities,
        int either,
        int right,
        int mistaken,
        List<String> wrong,
        List<String> apart) {
    static final AliasFigures NOTHING =
            new AliasFigures(BCubed.NOTHING, BCubed.NOTHING, BCubed.NOTHING, 0, 0, 0, 0, List.of(), List.of());

    /** What marks and nothing else would be found. */
    static List<Find> marked(LitBank document) {
        return document.gold().stream()
                .map(named -> new Find(
                        named.span(), named.span().of(document.account().text()), IdentityKind.PERSON, "marked", 1))
                .toList();
    }

    static AliasFigures of(List<LitBank> documents, Function<LitBank, List<Find>> finder) throws CaseException {
        AliasFigures all = NOTHING;
        for (LitBank document : documents) {
            all = all.plus(of(document, finder.apply(document)));
        }
        return all;
    }

    private static AliasFigures of(LitBank document, List<Find> finds) throws CaseException {
        Account account = document.account();
        var contents = new Case().unread(List.of(account));
        var fresh = new IdTable();
        fresh.add(account.id());
        var parts = new ArrayList<Names>();
        Clusters.assign(contents, fresh, a -> finds, parts::add);
        parts.forEach(contents::add);

        List<Optional<Id>> found = document.gold().stream()
                .map(named -> at(named.span(), contents.mentions()))
                .toList();
        var suggestions = Clusters.aliases(contents).stream()
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
                .toList();
        var names = new HashMap<Id, String>();
        contents.identities().forEach(identity -> names.put(identity.id(), identity.name()));
        var truth = new Truth(document, found);
        var accepted = new Joining();
        var reviewed = new Joining();
        var wrong = new ArrayList<String>();
        int right = 0;
        int mistaken = 0;
        for (Suggestion suggestion : suggestions) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                boolean sure = suggestion.score() >= Aliases.EITHER;
                if (sure) {
                    accepted.join(suggestion.target(), other);
                }
                if (truth.same(suggestion.target(), other)) {
                    reviewed.join(suggestion.target(), other);
                    right += sure ? 1 : 0;
                } else if (truth.knows(suggestion.target()) && truth.knows(other)) {
                    mistaken += sure ? 1 : 0;
                    wrong.add(String.format(
                            "%s: %.2f %s [%s | %s]",
                            document.name(),
                            suggestion.score(),
                            suggestion.reason(),
                            truth.of(suggestion.target()),
                            truth.of(other)));
                }
            }
        }
        return new AliasFigures(
                b3(document, found, new Joining()),
                b3(document, found, accepted),
                b3(document, found, reviewed),
                contents.identities().size(),
                (int) suggestions.stream()
                        .filter(one -> one.score() < Aliases.EITHER)
                        .count(),
                right,
                mistaken,
                wrong,
                truth.apart(accepted, names));
    }

    private static BCubed b3(LitBank document, List<Optional<Id>> found, Joining joining) {
        var placed = new ArrayList<BCubed.Placed>();
        for (int i = 0; i < found.size(); i++) {
            LitBank.Named named = document.gold().get(i);
            Object cluster = found.get(i).<Object>map(joining::root).orElse(named.span());
            placed.add(new BCubed.Placed(cluster, named.entity()));
        }
        return BCubed.of(placed);
    }

    /** Of the mentions that touch it the one with the most of it in common. */
    private static Optional<Id> at(Span span, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.span().overlaps(span))
                .max(Comparator.comparingDouble(
                        mention -> (double) (Math.min(mention.span().end(), span.end())
                                        - Math.max(mention.span().start(), span.start()))
                                / (mention.span().length() + span.length())))
                .map(Mention::identity);
    }

    AliasFigures plus(AliasFigures other) {
        return new AliasFigures(
                undecided.plus(other.undecided),
                accepted.plus(other.accepted),
                reviewed.plus(other.reviewed),
                identities + other.identities,
                either + other.either,
                right + other.right,
                mistaken + other.mistaken,
                both(wrong, other.wrong),
                both(apart, other.apart));
    }

    private static List<String> both(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** What was accepted. */
    private static final class Joining {
        private final Map<Id, Id> parent = new HashMap<>();

        Id root(Id id) {
            Id at = id;
            while (parent.containsKey(at)) {
                at = parent.get(at);
            }
            return at;
        }

        void join(Id a, Id b) {
            if (!root(a).equals(root(b))) {
                parent.put(root(a), root(b));
            }
        }
    }

    /** Whom each identity mostly means. */
    private static final class Truth {
        private final LitBank document;
        private final Map<Id, Map<String, Integer>> entities = new HashMap<>();

        Truth(LitBank document, List<Optional<Id>> found) {
            this.document = document;
            for (int i = 0; i < found.size(); i++) {
                String entity = document.gold().get(i).entity();
                found.get(i)
                        .ifPresent(id -> entities.computeIfAbsent(id, k -> new HashMap<>())
                                .merge(entity, 1, Integer::sum));
            }
        }

        String of(Id identity) {
            return entities.getOrDefault(identity, Map.of()).entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("nobody marked");
        }

        boolean knows(Id identity) {
            return entities.containsKey(identity);
        }

        boolean same(Id a, Id b) {
            return entities.containsKey(a) && of(a).equals(of(b));
        }

        List<String> apart(Joining accepted, Map<Id, String> names) {
            var clusters = new HashMap<String, Map<Id, List<String>>>();
            entities.forEach(
                    (id, of) -> of.forEach((entity, count) -> clusters.computeIfAbsent(entity, e -> new HashMap<>())
                            .computeIfAbsent(accepted.root(id), r -> new ArrayList<>())
                            .add(names.get(id) + " " + count)));
            return clusters.entrySet().stream()
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(entry -> document.name() + ": " + entry.getKey() + " "
                            + entry.getValue().values())
                    .toList();
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "undecided %.3f/%.3f accepted %.3f/%.3f reviewed %.3f/%.3f right %d mistaken %d either-or %d",
                undecided.precision(),
                undecided.recall(),
                accepted.precision(),
                accepted.recall(),
                reviewed.precision(),
                reviewed.recall(),
                right,
                mistaken,
                either);
    }
}
