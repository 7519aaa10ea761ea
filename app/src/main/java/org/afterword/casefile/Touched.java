package org.afterword.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.afterword.model.Id;

/** What of a case has changed since this process opened it: whatever follows from what stayed stays as well. */
public final class Touched {
    private long protection;
    private long besidesDecisions;
    private final List<Id> targets = new ArrayList<>();
    private final List<String> aspects = new ArrayList<>();

    Touched() {}

    /**
     * Stays the same while nothing changes from which it follows what a stranger may see: while all that comes is what
     * people judge of codings and facts, that accounts were read, from where somebody speaks, of what a reader is told
     * before, and what went out.
     */
    public synchronized long protection() {
        return protection;
    }

    /** Stays the same while nothing changes but what is decided or undone, and what went out. */
    public synchronized long besidesDecisions() {
        return besidesDecisions;
    }

    /** About how many things something was decided or undone, each as often as it was. */
    public synchronized int decided() {
        return targets.size();
    }

    /**
     * About what something was decided or undone since there were so many; to be asked while {@link #besidesDecisions()}
     * is the same.
     */
    public synchronized List<Id> decided(int since) {
        return List.copyOf(targets.subList(since, targets.size()));
    }

    /**
     * The same, each with the aspects of which it was ({@link org.afterword.model.Decision#aspect()}), of some aspects
     * alone.
     */
    public synchronized Map<Id, Set<String>> decided(int since, Predicate<String> aspect) {
        var decided = new LinkedHashMap<Id, Set<String>>();
        IntStream.range(since, targets.size())
                .filter(i -> aspect.test(aspects.get(i)))
                .forEach(i -> decided.computeIfAbsent(targets.get(i), _ -> new HashSet<>())
                        .add(aspects.get(i)));
        return decided;
    }

    /**
     * @param folded in which they are
     */
    synchronized void by(List<Preparing.Prepared> entries, Relations folded) {
        for (int i = 0; i < entries.size(); i++) {
            boolean judged = i + 1 < entries.size()
                    && entry(entries, i + 1) instanceof Entry.Decided decided
                    && decided.decision().withItsCoding();
            switch (entry(entries, i)) {
                // a passage coded by hand: what follows from it follows from the decision that comes with it
                case Entry.Suggested coded
                when judged && coded.by().equals(Entry.Suggested.PERSON) && coded.suggestions() == 1 -> {}
                case Entry.Decided decided -> decided(decided.decision().id(), folded);
                case Entry.Undone undone -> decided(undone.decision(), folded);
                case Entry.Published _, Entry.Exported _, Entry.Stamped _ -> {}
                case Entry.UserSet _, Entry.SearchKept _, Entry.SearchForgotten _ -> {}
                default -> all();
            }
        }
    }

    private static Entry entry(List<Preparing.Prepared> entries, int at) {
        return entries.get(at).logged().entry().orElseThrow();
    }

    private void decided(Id decision, Relations folded) {
        folded.rows(rows -> rows.target(decision))
                .ifPresentOrElse(
                        target -> {
                            targets.add(target);
                            aspects.add(folded.rows(rows -> rows.aspect(decision)));
                        },
                        this::all);
        if (!folded.rows(rows -> rows.besideProtection(decision))) {
            protection++;
        }
    }

    synchronized void all() {
        protection++;
        besidesDecisions++;
    }
}
