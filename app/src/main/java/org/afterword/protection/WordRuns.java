package org.afterword.protection;

import java.util.Arrays;
import org.afterword.language.Folding;
import org.afterword.model.IdTable;
import org.afterword.model.Span;

/**
 * A text's words, without case and accents, and every run of so many of them as a key of 128 bits. A word is a run of
 * letters and digits; an apostrophe inside belongs to it and is dropped.
 */
final class WordRuns {
    private static final long ONE = 0x100000001b3L;
    private static final long TWO = 0x9e3779b97f4a7c15L;

    private final Folding folding;
    private final String folded;
    private final int length;
    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private int words;

    /**
     * @param length of a run, in words
     */
    WordRuns(String text, int length) {
        this.length = length;
        folding = Folding.of(text);
        folded = folding.text();
        starts = new int[folded.length() / 6 + 16];
        ends = new int[starts.length];
        hashes = new long[starts.length];
        int at = 0;
        while (at < folded.length()) {
            at = inWord(at) ? take(at) : at + 1;
        }
    }

    /** Takes in the word that begins there; gives its end. */
    private int take(int start) {
        if (words == starts.length) {
            starts = Arrays.copyOf(starts, words * 2);
            ends = Arrays.copyOf(ends, words * 2);
            hashes = Arrays.copyOf(hashes, words * 2);
        }
        long hash = 0xcbf29ce484222325L;
        int at = start;
        for (; at < folded.length() && inWord(at); at++) {
            char unit = folded.charAt(at);
            hash = unit == '\'' ? hash : (hash ^ unit) * ONE;
        }
        starts[words] = start;
        ends[words] = at;
        hashes[words++] = hash;
        return at;
    }

    private boolean inWord(int at) {
        char c = folded.charAt(at);
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || (c == '\''
                            && at > 0
                            && at + 1 < folded.length()
                            && Character.isLetter(folded.charAt(at - 1))
                            && Character.isLetter(folded.charAt(at + 1)));
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** How many runs there are: one for each word that has enough after it. */
    int size() {
        return Math.max(0, words - length + 1);
    }

    /** The number of the run, which is put in if it is new. */
    int enter(int run, IdTable table) {
        return table.add(key(run, ONE), key(run, TWO));
    }

    /** Below 0 if it is not in it. */
    int find(int run, IdTable table) {
        return table.number(key(run, ONE), key(run, TWO));
    }

    private long key(int run, long factor) {
        long key = 0;
        for (int i = run; i < run + length; i++) {
            key = (Long.rotateLeft(key, 23) ^ hashes[i]) * factor;
        }
        return key;
    }

    /** As it is compared. */
    String word(int at) {
        return folded.substring(starts[at], ends[at]).replace("'", "");
    }

    /** Where so many words from there on stand in the text (UTF-16 code units). */
    Span span(int word, int count) {
        return new Span(
                folding.origin(new Span(starts[word], ends[word])).start(),
                folding.origin(new Span(starts[word + count - 1], ends[word + count - 1]))
                        .end());
    }
}
