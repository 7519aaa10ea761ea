package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.people.Cluster;
import org.afterword.people.FormMatcher;
import org.afterword.people.Forms;
import org.afterword.people.OrdinaryWords;
import org.afterword.people.Sifted;

/** The forms of all names of the case, as the room of people knows them, and every spelling that was seen. */
final class CaseNames {
    private final FormMatcher matcher;
    private final Unspaced unspaced = new Unspaced();
    private final Map<Id, IdentityKind> kinds = new HashMap<>();
    private final Map<Id, Integer> order = new HashMap<>();

    CaseNames(List<Cluster> clusters) {
        var identities = new ArrayList<Identity>();
        for (Cluster cluster : clusters) {
            order.put(cluster.id(), order.size());
            kinds.put(cluster.id(), cluster.kind());
            var known = new HashSet<String>();
            add(cluster, cluster.name(), known, identities);
            cluster.forms().forEach(form -> add(cluster, form, known, identities));
        }
        matcher = FormMatcher.of(identities);
    }

    private void add(Cluster cluster, String name, Set<String> known, List<Identity> identities) {
        if (known.contains(Folding.fold(name).strip())) {
            return;
        }
        identities.add(new Identity(cluster.id(), cluster.kind(), name, ""));
        Forms.of(name, cluster.kind()).forEach(form -> known.add(form.text()));
        unspaced.add(name, cluster.id());
    }

    /** What of the text may name somebody, and what other readings of it there may be. */
    Sifted sift(String text) {
        return matcher.sift(text, unspaced);
    }

    List<Occurrence> in(String text) {
        return in(text, sift(text));
    }

    /** In the order of the text, those inside of words after others of the same window. */
    List<Occurrence> in(String text, Sifted sifted) {
        var found = new ArrayList<Occurrence>();
        for (Span window : sifted.windows()) {
            for (Occurrence one : inWhole(window.of(text))) {
                found.add(one.moved(window.start()));
            }
        }
        return found;
    }

    /** As {@link #in}, without skipping what cannot be a name. */
    List<Occurrence> inWhole(String text) {
        var folding = Folding.of(text);
        var bySpan = new TreeMap<Span, List<FormMatcher.Match>>();
        for (FormMatcher.Match match : matcher.all(text, folding)) {
            if (!bareNickname(match)) {
                bySpan.computeIfAbsent(match.span(), span -> new ArrayList<>()).add(match);
            }
        }
        var found = new ArrayList<Occurrence>();
        bySpan.forEach((span, matches) -> found.add(new Occurrence(
                span,
                matches.stream()
                        .map(FormMatcher.Match::identity)
                        .distinct()
                        .sorted((a, b) -> Integer.compare(order.get(a), order.get(b)))
                        .toList(),
                (phrases(matches) || !NameOrWord.smallPhrase(span.of(text)))
                        && matches.stream().allMatch(this::certain),
                matches.stream().anyMatch(this::place))));
        found.addAll(unspaced.in(folding));
        return found;
    }

    private boolean phrases(List<FormMatcher.Match> matches) {
        return matches.stream()
                .allMatch(match -> Optional.ofNullable(kinds.get(match.identity()))
                        .filter(IdentityKind::phrase)
                        .isPresent());
    }

    /** A name of one word may be another's as well. */
    private boolean certain(FormMatcher.Match match) {
        boolean named = switch (kinds.get(match.identity())) {
            case PERSON, PLACE, GROUP, UNKNOWN -> true;
            case HANDLE, EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> false;
        };
        return match.form().how().certain()
                && !(named
                        && match.form().how() == Forms.How.FULL
                        && !match.form().text().contains(" "));
    }

    private boolean place(FormMatcher.Match match) {
        return kinds.get(match.identity()) == IdentityKind.PLACE
                && match.form().how() == Forms.How.FULL
                && !OrdinaryWords.contain(match.form().text());
    }

    /** "Bill" for a William: only where it is recorded. */
    private static boolean bareNickname(FormMatcher.Match match) {
        return match.form().how() == Forms.How.NICKNAME && !match.form().text().contains(" ");
    }
}
