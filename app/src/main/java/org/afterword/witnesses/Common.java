package org.afterword.witnesses;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Turn;

/** What two accounts have in common, and what that makes of them. */
final class Common {
    /** So many common words make a copy; greetings, slogans and turns of phrase have fewer. */
    static final int LEAST_WORDS = 25;

    /** Runs of so many words are compared. */
    static final int SHINGLE = 5;

    /** From here on a text is held whole by another; the rest may be edits. */
    private static final double WHOLE = 0.75;

    /** From here on the common part is more than a small part of the longer. */
    private static final double LARGE = 0.5;

    /** A copy with fewer unchanged words than this was edited. */
    private static final double UNCHANGED = 0.95;

    private final Voiced first;
    private final Voiced second;
    private final Alignment alignment;
    private final BitSet inFirst;
    private final BitSet inSecond;

    Common(Voiced first, Voiced second) {
        this.first = first;
        this.second = second;
        alignment = Alignment.of(first.words(), second.words());
        inFirst = alignment.firstWords();
        inSecond = alignment.secondWords();
    }

    Alignment alignment() {
        return alignment;
    }

    /** Whether people's own or quoted words are in both; what a platform writes is in every chat of its kind. */
    boolean enough() {
        var system = first.where(turn -> turn.voice() == Turn.Voice.SYSTEM);
        return alignment.common() - Voiced.inBoth(system, inFirst) >= LEAST_WORDS;
    }

    /** Whether the common words are mostly marked as quoted in the account. */
    boolean quotedIn(Account account) {
        boolean isFirst = account.id().equals(first.account().id());
        BitSet common = isFirst ? inFirst : inSecond;
        return Voiced.inBoth((isFirst ? first : second).quoted(), common) * 2 > common.cardinality();
    }

    private double shareOfFirst() {
        return inFirst.cardinality() / (double) Math.max(1, first.words().size());
    }

    private double shareOfSecond() {
        return inSecond.cardinality() / (double) Math.max(1, second.words().size());
    }

    /** Whether the first has the whole second, and a good deal more. */
    boolean firstHolds() {
        return shareOfSecond() >= WHOLE && shareOfFirst() < WHOLE;
    }

    /** Whether the second has the whole first, and a good deal more. */
    boolean secondHolds() {
        return shareOfFirst() >= WHOLE && shareOfSecond() < WHOLE;
    }

    boolean large() {
        return Math.max(shareOfFirst(), shareOfSecond()) >= LARGE;
    }

    CopyKind kind() {
        boolean whole = Math.max(shareOfFirst(), shareOfSecond()) >= WHOLE;
        boolean small = Math.min(shareOfFirst(), shareOfSecond()) < LARGE
                && !pasted(first, inFirst)
                && !pasted(second, inSecond);
        if (!whole || small || quotedIn(first.account()) || quotedIn(second.account())) {
            return CopyKind.QUOTATION;
        }
        double unchanged = alignment.common() / (double) Math.max(1, inFirst.cardinality());
        return unchanged >= UNCHANGED ? CopyKind.REPOST : CopyKind.NEAR_COPY;
    }

    /** Whether in each of the two somebody says hardly anything else. */
    boolean nothingElse() {
        return someoneSaysNothingElse(first, inFirst) && someoneSaysNothingElse(second, inSecond);
    }

    /** Whether somebody pasted the text into a forum page with several speakers. */
    private static boolean pasted(Voiced voiced, BitSet common) {
        return voiced.account().speakers().size() > 1 && someoneSaysNothingElse(voiced, common);
    }

    private static boolean someoneSaysNothingElse(Voiced voiced, BitSet common) {
        return IntStream.range(0, voiced.account().speakers().size())
                .mapToObj(voiced::own)
                .anyMatch(own -> own.cardinality() >= LEAST_WORDS
                        && Voiced.inBoth(own, common) >= Copied.ALL * own.cardinality());
    }

    /** The share of the shorter text's distinct shingles that both have, 0 to 1. */
    double overlap() {
        long[] a = Arrays.stream(first.words().shingles(SHINGLE)).distinct().toArray();
        long[] b = Arrays.stream(second.words().shingles(SHINGLE))
                .sorted()
                .distinct()
                .toArray();
        long both = Arrays.stream(a)
                .filter(shingle -> Arrays.binarySearch(b, shingle) >= 0)
                .count();
        return Math.min(a.length, b.length) == 0 ? 0 : both / (double) Math.min(a.length, b.length);
    }
}
