package org.afterword.witnesses;

import com.ibm.icu.lang.UCharacter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/**
 * What people know to tie witnesses to each other: two are in touch, one had read the other first, both draw on the same
 * leak, document or talk. Distinct is not independent; and who is tied to nobody here is not known to be independent.
 */
public final class Ties {
    /** The later word on two holds, from whichever side it was said. */
    private final Map<List<Id>, Boolean> pairs = new LinkedHashMap<>();

    /** By what it was drawn on or who prompted it: the speakers. */
    private final Map<String, Set<Id>> shared = new LinkedHashMap<>();

    /** What they draw on, as it was written first. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private Ties(Contents contents) {
        contents.decisions(Set.of("tie:", "drew-on:")).forEach(this::take);
    }

    public static Ties of(Contents contents) {
        return new Ties(contents);
    }

    private void take(Decision decision) {
        if (decision.verdict() instanceof Verdict.Tie tie) {
            Id speaker = decision.target();
            switch (tie) {
                case Verdict.Knows(Id other) -> pair(speaker, other, true);
                case Verdict.Unconnected(Id other) -> pair(speaker, other, false);
                case Verdict.PromptedBy(Id other) -> {
                    pair(speaker, other, true);
                    shared("who was first: " + other, speaker);
                }
                case Verdict.DrewOn(String source) -> {
                    written.putIfAbsent(source(source), source.strip());
                    shared(source(source), speaker);
                }
            }
        }
    }

    private void pair(Id one, Id other, boolean tied) {
        pairs.put(one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one), tied);
    }

    private void shared(String what, Id speaker) {
        shared.computeIfAbsent(what, _ -> new TreeSet<>()).add(speaker);
    }

    private static String source(String text) {
        return UCharacter.foldCase(text.strip(), true).replaceAll("\\s+", " ");
    }

    /**
     * How many there are if all who are tied to each other, some by way of others among them, are taken as one.
     *
     * @param among witnesses, as {@code witnesses} names them
     */
    public int apart(Witnesses witnesses, Collection<Id> among) {
        var one = new Classes<Id>();
        pairs.forEach((pair, tied) -> {
            if (tied) {
                join(one, pair, witnesses, among);
            }
        });
        shared.values().forEach(speakers -> join(one, speakers, witnesses, among));
        return (int) among.stream().map(one::of).distinct().count();
    }

    private static void join(Classes<Id> one, Collection<Id> speakers, Witnesses witnesses, Collection<Id> among) {
        List<Id> here = speakers.stream()
                .flatMap(speaker -> witnesses.witness(speaker).stream())
                .filter(among::contains)
                .toList();
        here.forEach(witness -> one.join(here.getFirst(), witness));
    }

    /** By leak, document or talk, as it was written first: the speakers who draw on it. */
    public Map<String, Set<Id>> drewOn() {
        var drew = new LinkedHashMap<String, Set<Id>>();
        written.forEach((source, words) -> drew.put(words, shared.getOrDefault(source, Set.of())));
        return drew;
    }
}
