package org.afterword.witnesses;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.afterword.model.Span;

/**
 * A text as its words, folded (no case, no accents, no apostrophes) and hashed, with their places. In scripts that
 * write no spaces every character is a word.
 */
final class WordList {
    private long[] hashes = new long[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    private WordList() {}

    static WordList of(String text) {
        var words = new WordList();
        int start = -1;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (standsAlone(point)) {
                if (start >= 0) {
                    words.add(text, start, at);
                }
                words.add(text, at, next);
                start = -1;
            } else if (Character.isLetterOrDigit(point)) {
                start = start < 0 ? at : start;
            } else if (start >= 0 && !(stays(point) && next < text.length())) {
                words.add(text, start, at);
                start = -1;
            }
            at = next;
        }
        if (start >= 0) {
            words.add(text, start, text.length());
        }
        return words;
    }

    private static boolean standsAlone(int point) {
        return point > 0x0E00
                && Character.isLetter(point)
                && switch (UScript.getScript(point)) {
                    case UScript.HAN,
                            UScript.HIRAGANA,
                            UScript.KATAKANA,
                            UScript.THAI,
                            UScript.LAO,
                            UScript.KHMER,
                            UScript.MYANMAR -> true;
                    default -> false;
                };
    }

    /** Marks and signs that do not end a word: accents of their own, apostrophes, soft hyphens, joiners. */
    private static boolean stays(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
            default -> point == '\'' || point == '\u2019';
        };
    }

    private void add(String text, int start, int end) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        hashes[size] = hash(fold(text.substring(start, end)));
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    static String fold(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        var kept = new StringBuilder(apart.length());
        apart.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        // up and down again, so that sharp s and final sigma fall together with their other forms
        return kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 31)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }

    int size() {
        return size;
    }

    /** From the start of one word to the end of another, in UTF-16 code units. */
    Span span(int firstWord, int lastWord) {
        return new Span(starts[firstWord], ends[lastWord]);
    }

    int start(int word) {
        return starts[word];
    }

    /** The first word that begins at the position (UTF-16 code units) or after it; {@link #size()} if none does. */
    int firstFrom(int position) {
        int found = Arrays.binarySearch(starts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }

    /** One hash for each run of so many words, in order; none if the text is shorter. */
    long[] shingles(int length) {
        var shingles = new long[Math.max(0, size - length + 1)];
        for (int i = 0; i < shingles.length; i++) {
            long hash = length;
            for (int j = i; j < i + length; j++) {
                hash = mix(hash * 31 + hashes[j]);
            }
            shingles[i] = hash;
        }
        return shingles;
    }

    /**
     * The smallest hash of every window of shingles, so that two texts with a common run of at least {@code length +
     * window - 1} words share one (Schleimer, Wilkerson and Aiken 2003, "Winnowing").
     *
     * @return distinct, sorted
     */
    long[] fingerprints(int length, int window) {
        long[] shingles = shingles(length);
        var chosen = new long[shingles.length];
        int count = 0;
        int last = -1;
        for (int end = Math.min(window, shingles.length); end <= shingles.length && end > 0; end++) {
            int least = Math.max(0, end - window);
            for (int i = least + 1; i < end; i++) {
                least = shingles[i] <= shingles[least] ? i : least;
            }
            if (least != last) {
                chosen[count++] = shingles[least];
                last = least;
            }
        }
        return Arrays.stream(chosen, 0, count).sorted().distinct().toArray();
    }
}
