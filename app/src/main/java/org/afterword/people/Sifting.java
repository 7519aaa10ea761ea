package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import org.afterword.language.Folding;
import org.afterword.model.Span;

/**
 * One pass of a {@link Sieve} over a text, which leaves the stretches that may hold a form, each with the words around
 * it by which it is judged. Words are folded and hashed as they are read, and made no strings; what folding moves, and
 * other scripts, are read in stretches, as everything was without it.
 */
final class Sifting {
    private static final int CHUNK = 1 << 14;
    /** From here on letters are read in stretches, since names in some of those scripts begin inside of words. */
    private static final int OTHER_SCRIPTS = 0x590;

    private static final int MARKS = 0x2000;
    private static final int LAST_PLAIN = 0x2100;
    /** After so many plain characters a stretch is over. */
    private static final int PLAIN_AGAIN = 8;
    /** So many letters that stand apart may be a word. */
    private static final int LETTERS = 3;

    private static final int SHORTEST_RUN = 8;
    /** So much of three letters apart may stand beside a stretch, with what is before or after them. */
    private static final int AROUND = 6;

    private static final char UNKNOWN = 0;
    private static final char SEPARATOR = 1;
    private static final char OTHER = 2;
    /** What a unit becomes if that is a letter of a plain alphabet or a digit of ours, as far as it was asked before. */
    private static final char[] FOLDED = new char[0x10000];

    private final String text;
    private final Sieve sieve;
    private final FormMatcher.Alongside alongside;
    private final int reach;
    private final boolean numbers;
    private final List<Span> windows = new ArrayList<>();
    /** Where the stretch begins that is not over yet, or -1; and so many parts are still to be in it. */
    private int open = -1;

    private int left;
    /** Where the part of the text begins that is being read, a run of letters and digits, and the two before it. */
    private int part;

    private int before;
    private int twoBefore;
    private boolean first = true;
    private int word;
    private boolean mayGoOn;
    /** Where a letter stood alone last, and how many in a row did so. */
    private int alone = -LETTERS;

    private int inRow;
    private boolean spaced;
    private boolean parted;
    private final List<Integer> encoded = new ArrayList<>();

    Sifting(String text, Sieve sieve, FormMatcher.Alongside alongside) {
        this.text = text;
        this.sieve = sieve;
        this.alongside = alongside;
        this.numbers = sieve.numbers();
        this.reach = Math.max(sieve.longest(), alongside.longest()) + 1;
    }

    Sifted sift() {
        var units = new char[Math.min(text.length(), CHUNK) + 1];
        int at = 0;
        while (at < text.length()) {
            int end = chunkEnd(at);
            if (end - at >= units.length) {
                units = new char[end - at + 1];
            }
            text.getChars(at, end, units, 0);
            units[end - at] = ' ';
            read(units, end - at, at);
            at = end;
        }
        if (open >= 0) {
            close(text.length());
        }
        return new Sifted(windows, spaced, parted, encoded);
    }

    /** Behind a plain mark or blank. */
    private int chunkEnd(int start) {
        if (text.length() - start <= CHUNK) {
            return text.length();
        }
        int end = start + CHUNK;
        while (end > start && !separates(text.charAt(end - 1))) {
            end--;
        }
        if (end == start) {
            end = start + CHUNK;
            while (end < text.length() && !separates(text.charAt(end - 1))) {
                end++;
            }
        }
        return end;
    }

    private static boolean separates(char unit) {
        return unit < 0x80 && folded(unit) == SEPARATOR;
    }

    private void read(char[] units, int size, int base) {
        int at = 0;
        while (at < size) {
            char unit = folded(units[at]);
            if (unit == SEPARATOR) {
                at++;
            } else {
                at = unit == OTHER ? stretch(units, at, size, base) : part(units, at, size, base, unit);
            }
        }
    }

    /** Reads the words from there to the next separator; gives where that is. */
    private int part(char[] units, int start, int size, int base, char firstUnit) {
        begin(base + start);
        char unit = firstUnit;
        int at = start;
        while (unit != SEPARATOR) {
            int from = at;
            int hash = 0;
            boolean letter = unit > '9';
            do {
                units[at++] = unit;
                hash = 31 * hash + unit;
                unit = folded(units[at]);
            } while (unit > OTHER && unit > '9' == letter);
            if (unit == OTHER) {
                return stretch(units, start, size, base);
            }
            word(units, from, at, hash);
        }
        if (numbers && sieve.mayBeginNumber(units, start, at)) {
            mark();
        }
        notice(base + start, base + at, units[at]);
        return at;
    }

    /** Reads from there until everything is plain again; gives where that is. */
    private int stretch(char[] units, int start, int size, int base) {
        int end = start;
        int plain = 0;
        for (int at = start; at < size && plain <= PLAIN_AGAIN; at++) {
            if (units[at] >= 0x80) {
                plain = 0;
            } else if (plain > 0) {
                plain++;
            } else if (separates(units[at])) {
                plain = 1;
                end = at;
            }
        }
        if (plain == 0) {
            end = size;
        }
        var folding = Folding.of(new String(units, start, end - start));
        var words = new Words(folding.text());
        int last = 0;
        for (int i = 0; i < words.size(); i++) {
            int from = words.start(i);
            int to = words.end(i);
            if (i == 0 || from > last) {
                begin(base + start + folding.origin(new Span(from, to)).start());
            }
            word(words.units(), from, to, words.hash(i));
            for (int at = last; at < to; at++) {
                if (mayBegin(folding.text(), words.units(), at, to)) {
                    mark();
                }
            }
            last = to;
        }
        notice(base + start, base + end);
        return end;
    }

    /** Whether a number, or what begins inside of words, may begin there. */
    private boolean mayBegin(String folded, char[] units, int at, int end) {
        boolean after = at == 0 || !Character.isLetterOrDigit(units[at - 1]);
        return (numbers && after && sieve.mayBeginNumber(units, at, end))
                || (units[at] >= OTHER_SCRIPTS && alongside.nameAt(folded, at));
    }

    /** A run of plain letters and digits, and what is after it. */
    private void notice(int start, int end, char next) {
        if (end - start == 1) {
            inRow = start == alone + 2 ? inRow + 1 : 1;
            alone = start;
            spaced |= inRow >= LETTERS;
        }
        boolean hyphen = hyphen(next);
        parted |= hyphen && lineEnd(end + 1);
        if (hyphen || next == '_' || next == '/' || next == '+' || end - start >= SHORTEST_RUN) {
            runs(start, end);
        }
    }

    private void runs(int start, int end) {
        for (int at = alongside.encoded(text, start, end); at >= 0; at = alongside.encoded(text, at + 1, end)) {
            encoded.add(at);
        }
    }

    /** A stretch in which anything may stand. */
    private void notice(int start, int end) {
        for (int at = start; at < text.length() && at <= end; at++) {
            parted |= hyphen(text.charAt(at)) && lineEnd(at + 1);
        }
        runs(start, end);
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        spaced = spaced || alongside.spaced(text.substring(from, to));
    }

    private static boolean hyphen(char unit) {
        return unit == '-' || unit == '\u00ad' || unit == '\u2010';
    }

    private boolean lineEnd(int at) {
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    private void begin(int start) {
        if (first) {
            first = false;
            part = start;
        } else if (start > part) {
            twoBefore = before;
            before = part;
            part = start;
            if (open >= 0 && left-- == 0) {
                close(start);
            }
        }
    }

    private void word(char[] units, int from, int to, int hash) {
        boolean begins = sieve.mayBegin(units, from, to, hash);
        if ((mayGoOn && sieve.mayBeTwo(word, units, from, to, hash))
                || (begins && sieve.mayBeginAlone(units, from, to, hash))
                || sieve.mayBeWithin(units, from, to)) {
            mark();
        }
        mayGoOn = begins && sieve.mayBeginTwo(hash);
        word = hash;
    }

    private void mark() {
        left = reach;
        if (open < 0) {
            open = twoBefore;
            if (!windows.isEmpty() && windows.getLast().end() >= open) {
                open = windows.removeLast().start();
            }
        }
    }

    private void close(int end) {
        windows.add(new Span(open, end));
        open = -1;
    }

    private static char folded(char unit) {
        char known = FOLDED[unit];
        return known == UNKNOWN ? ask(unit) : known;
    }

    private static char ask(char unit) {
        String form = Folding.fold(String.valueOf(unit));
        char folded = OTHER;
        if (unit < LAST_PLAIN
                && form.length() == 1
                && Character.isLetterOrDigit(unit) == Character.isLetterOrDigit(form.charAt(0))) {
            char one = form.charAt(0);
            if (!Words.inWord(one)) {
                folded = one < OTHER_SCRIPTS || one >= MARKS ? SEPARATOR : OTHER;
            } else if ((one >= '0' && one <= '9') || (one < OTHER_SCRIPTS && Character.isLetter(one))) {
                folded = one;
            }
        }
        FOLDED[unit] = folded;
        return folded;
    }
}
