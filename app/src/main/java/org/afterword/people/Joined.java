package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.afterword.language.Folding;
import org.afterword.language.NameTagger.Tagged;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What rules found and what the learned finder found, as one list of finds. */
final class Joined {
    /** What the learned finder's finds are said to be by. */
    static final String BY = "learned";

    /** Rules that are right more often than not where the learned finder sees nothing, on the development parts. */
    private static final double SURE = .8;

    private static final double UNLIKELY = .5;

    private Joined() {}

    /**
     * @param recall whether rather too much is found: then nothing that the rules cover is left uncovered; else the
     *     learned finder has the say, and the rules add what they are sure of
     * @return in the order of the text, not overlapping
     */
    static List<Find> of(List<Find> rules, List<Tagged> tagged, String text, boolean recall) {
        if (tagged.isEmpty() && recall) {
            return rules;
        }
        List<Find> learned = tagged.stream()
                .map(one -> new Find(one.span(), one.span().of(text), one.kind(), BY, one.score()))
                .toList();
        List<Find> all = recall ? covered(rules, learned, text) : preferred(rules, learned);
        return all.stream().sorted(Comparator.comparing(Find::span)).toList();
    }

    private static List<Find> preferred(List<Find> rules, List<Find> learned) {
        NavigableMap<Integer, Find> places = places(learned);
        var all = new ArrayList<>(learned);
        rules.stream()
                .filter(find ->
                        find.score() >= SURE && overlapping(places, find.span()).isEmpty())
                .forEach(all::add);
        return all;
    }

    /** What overlaps becomes one find that holds both. */
    private static List<Find> covered(List<Find> rules, List<Find> learned, String text) {
        NavigableMap<Integer, Find> left = places(rules);
        var all = new ArrayList<Find>();
        for (Find find : learned) {
            List<Find> same = overlapping(left, find.span());
            if (!same.isEmpty()) {
                same.forEach(one -> left.remove(one.span().start()));
                all.add(whole(find, same, text));
            } else if (!ordinary(find)) {
                all.add(find);
            }
        }
        all.addAll(left.values());
        return all;
    }

    private static NavigableMap<Integer, Find> places(List<Find> finds) {
        var places = new TreeMap<Integer, Find>();
        finds.forEach(find -> places.putIfAbsent(find.span().start(), find));
        return places;
    }

    private static List<Find> overlapping(NavigableMap<Integer, Find> places, Span span) {
        Integer first = places.floorKey(span.start());
        return places.subMap(first == null ? span.start() : first, true, span.end(), false).values().stream()
                .filter(one -> one.span().overlaps(span))
                .toList();
    }

    private static Find whole(Find learned, List<Find> rules, String text) {
        Find strongest = rules.stream()
                .filter(one -> one.kind() != IdentityKind.UNKNOWN)
                .max(Comparator.comparingDouble(Find::score))
                .orElse(learned);
        boolean person = learned.kind() == IdentityKind.PERSON && learned.score() >= UNLIKELY;
        Find kind = !person && strongest.score() >= SURE && strongest.score() > learned.score() ? strongest : learned;
        int start = learned.span().start();
        int end = learned.span().end();
        for (Find rule : rules) {
            start = Math.min(start, rule.span().start());
            end = Math.max(end, rule.span().end());
        }
        var span = new Span(start, end);
        return new Find(span, span.of(text), kind.kind(), kind.by(), Math.max(learned.score(), strongest.score()));
    }

    /** "the elders", "mum": words of any dictionary, in lower case. */
    private static boolean ordinary(Find find) {
        return find.score() < UNLIKELY
                && Token.of(find.text()).stream()
                        .allMatch(word -> word.shape() == Token.Shape.MARK
                                || (word.shape() == Token.Shape.LOWER
                                        && OrdinaryWords.contain(Folding.fold(word.text()))));
    }
}
