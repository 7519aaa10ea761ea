package org.afterword.people;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of a folded text: runs of letters with their marks, and runs of digits. Most are never made strings. */
final class Words {
    private static final byte LETTER = 1;
    private static final byte NUMBER = 2;
    private static final byte[] ASCII = ascii();

    private final String folded;
    private final char[] units;
    private int count;
    private int[] starts;
    private int[] ends;
    private int[] hashes;
    private final @Nullable String[] texts;

    /**
     * @param folded in the form of {@link org.afterword.language.Folding}
     */
    Words(String folded) {
        this.folded = folded;
        this.units = folded.toCharArray();
        starts = new int[units.length / 4 + 16];
        ends = new int[starts.length];
        hashes = new int[starts.length];
        int at = 0;
        while (at < units.length) {
            int kind = units[at] < ASCII.length ? ASCII[units[at]] : kind(folded.codePointAt(at));
            at = kind == 0 ? at + 1 : wordAt(at, kind);
        }
        texts = new String[count];
    }

    /** Takes in the word that begins there; gives its end. */
    private int wordAt(int start, int kind) {
        int end = start;
        int hash = 0;
        while (end < units.length) {
            char unit = units[end];
            if (unit < ASCII.length ? ASCII[unit] != kind : !continues(folded.codePointAt(end), kind)) {
                break;
            }
            hash = 31 * hash + unit;
            end++;
            if (Character.isHighSurrogate(unit) && end < units.length) {
                hash = 31 * hash + units[end++];
            }
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count++] = hash;
        return end;
    }

    private static boolean continues(int codePoint, int kind) {
        return kind(codePoint) == kind || (kind == LETTER && mark(codePoint));
    }

    private static byte[] ascii() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, 'a', 'z' + 1, LETTER);
        Arrays.fill(kinds, '0', '9' + 1, NUMBER);
        return kinds;
    }

    private static int kind(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> Character.isLetter(codePoint) ? LETTER : 0;
        };
    }

    private static boolean mark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Whether it may be part of a word. */
    static boolean inWord(char unit) {
        return kind(unit) != 0 || mark(unit);
    }

    int size() {
        return count;
    }

    /** The folded text's, in which {@link #start} and {@link #end} count; not to be changed. */
    char[] units() {
        return units;
    }

    String text(int at) {
        String word = texts[at];
        if (word == null) {
            word = folded.substring(starts[at], ends[at]);
            texts[at] = word;
        }
        return word;
    }

    /** The word's {@link String#hashCode()}. */
    int hash(int at) {
        return hashes[at];
    }

    int length(int at) {
        return ends[at] - starts[at];
    }

    /** One of the word's units, counted from its start. */
    char unit(int at, int index) {
        return units[starts[at] + index];
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }
}
