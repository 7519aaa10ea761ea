package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.CopyKind;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Turn;

/** What one account has in common with others that may have been first: which of its words, and whose they are. */
final class Copied {
    /** Who says so much of somebody else's, and hardly anything else, is no witness of its own. */
    static final double ALL = 0.8;

    /** The same of accounts that are copies as a whole: the rest is an introduction, or edits. */
    private static final double MOST = 0.5;

    /**
     * A stretch of this account's text that stands in another as well.
     *
     * @param here this account
     * @param at first in the other, second here
     * @param known whether it is known that the other was first
     */
    record Part(Voiced here, Voiced other, Alignment.Stretch at, CopyKind kind, boolean known) {
        /** The other account. */
        Id account() {
            return other.account().id();
        }

        /** Whether the other's words count here for the other: of whole texts also where nothing tells which was first. */
        boolean theirs() {
            return known || kind != CopyKind.QUOTATION;
        }

        /** Where a word of this account stands in the other. */
        int there(int word) {
            long along = (long) (word - at.secondFrom()) * (at.firstTo() - at.firstFrom());
            return at.firstFrom() + (int) (along / (at.secondTo() - at.secondFrom()));
        }

        /** Whose word it is there; empty if nobody's own. */
        Optional<Id> speaker(int word) {
            int there = there(word);
            return other.turn(there)
                    .filter(turn -> turn.voice() == Turn.Voice.OWN)
                    .map(turn -> other.account().speakerOf(turn).id());
        }

        /** Whose a span is there that lies in this part, by the word in its middle. */
        Optional<Id> speaker(Span span) {
            return speaker(middle(span));
        }

        /** The word of the other account that stands in the middle of a span which lies in this part. */
        Span there(Span span) {
            int there = there(middle(span));
            return other.words().span(there, there);
        }

        private int middle(Span span) {
            int word = here.words().firstFrom((span.start() + span.end()) / 2);
            return Math.clamp(word, at.secondFrom(), at.secondTo() - 1);
        }
    }

    /**
     * Words that others have.
     *
     * @param ofWholes those in texts that are copies as a whole
     */
    private record Words(BitSet all, BitSet ofWholes) {
        void add(BitSet more, boolean whole) {
            all.or(more);
            if (whole) {
                ofWholes.or(more);
            }
        }

        boolean nearlyAll(BitSet own) {
            return Voiced.inBoth(own, all) >= ALL * own.cardinality()
                    || Voiced.inBoth(own, ofWholes) >= MOST * own.cardinality();
        }
    }

    private final Voiced here;
    private final List<Part> parts = new ArrayList<>();
    private final Words known = new Words(new BitSet(), new BitSet());

    /** Those, and what stands in whole texts of which nothing tells which was first. */
    private final Words taken = new Words(new BitSet(), new BitSet());

    private final BitSet common = new BitSet();
    private boolean accepted;

    Copied(Voiced here) {
        this.here = here;
    }

    /**
     * Takes in a copy that holds, of which this account is the later, or may be.
     *
     * @param alignment of the other's words and this account's
     * @param isKnown whether it is known to be the later
     * @param byPerson whether a person said so
     */
    void from(Voiced original, CopyKind kind, Alignment alignment, boolean isKnown, boolean byPerson) {
        boolean whole = kind != CopyKind.QUOTATION;
        for (Alignment.Stretch stretch : alignment.stretches()) {
            parts.add(new Part(here, original, stretch, kind, isKnown));
        }
        accepted |= whole && byPerson;
        BitSet words = alignment.secondWords();
        if (isKnown) {
            known.add(words, whole);
        }
        if (isKnown || whole) {
            taken.add(words, whole);
        }
        common.or(words);
    }

    /**
     * Whether a speaker only repeats what others wrote.
     *
     * @param speaker the position in the account's list
     * @param alone whether the account has no other who could be a witness
     */
    boolean onlyRepeats(int speaker, boolean alone) {
        BitSet own = here.own(speaker);
        return !own.isEmpty() && (taken.nearlyAll(own) || (accepted && alone));
    }

    /**
     * Of one who only repeats: whether nothing tells which of two whole texts was first, and so whose name is the
     * witness's. The parameters are those of {@link #onlyRepeats}.
     */
    boolean nameless(int speaker, boolean alone) {
        return !known.nearlyAll(here.own(speaker)) && !(accepted && alone);
    }

    /**
     * Of a speaker who says hardly anything that others do not say as well: those others. The words may be theirs, as in
     * an excerpt, or they may have quoted them.
     */
    Set<Id> perhapsOf(int speaker) {
        BitSet own = here.own(speaker);
        return own.isEmpty() || Voiced.inBoth(own, common) < ALL * own.cardinality()
                ? Set.of()
                : parts.stream().flatMap(part -> speakers(part, own)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whose words a speaker's own ones are in a part. */
    private static Stream<Id> speakers(Part part, BitSet own) {
        return own.get(0, part.at().secondTo()).stream()
                .filter(word -> word >= part.at().secondFrom())
                .mapToObj(part::speaker)
                .flatMap(Optional::stream);
    }

    /**
     * Whose words the speaker repeats most; of equals the one with the smaller id.
     *
     * @param onlyKnown whether to leave out those of whom it is not known that they were first
     */
    Optional<Id> mostlyOf(int speaker, boolean onlyKnown) {
        BitSet own = here.own(speaker);
        var count = new HashMap<Id, Integer>();
        for (Part part : parts) {
            if (part.known() || (part.theirs() && !onlyKnown)) {
                speakers(part, own).forEach(id -> count.merge(id, 1, Integer::sum));
            }
        }
        return count.entrySet().stream()
                .max(Map.Entry.<Id, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /**
     * The part in which most of the span lies; where several do, one that is known before one that is not.
     *
     * @param passed accounts that are not meant
     */
    Optional<Part> at(Span span, Set<Id> passed) {
        return allAt(span).stream()
                .filter(part -> !passed.contains(part.account()))
                .max(Comparator.comparing(Part::theirs)
                        .thenComparing(part -> part.kind() != CopyKind.QUOTATION)
                        .thenComparingInt(part -> inBoth(part.at().second(), span))
                        .thenComparing(Part::account));
    }

    /** The parts in which most of the span lies. */
    List<Part> allAt(Span span) {
        return parts.stream()
                .filter(part -> 2 * inBoth(part.at().second(), span) > span.length())
                .toList();
    }

    /**
     * Everybody whose words a speaker repeats as theirs: of a whole, or of any copy if the speaker says nothing else.
     *
     * @param speaker the position in the account's list
     */
    List<Id> repeated(int speaker, boolean onlyRepeats) {
        BitSet own = here.own(speaker);
        return parts.stream()
                .filter(part -> part.kind() != CopyKind.QUOTATION || (onlyRepeats && part.theirs()))
                .flatMap(part -> speakers(part, own))
                .distinct()
                .toList();
    }

    private static int inBoth(Span one, Span other) {
        return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
    }
}
