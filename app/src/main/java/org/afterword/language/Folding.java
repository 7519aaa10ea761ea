package org.afterword.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import org.afterword.model.Span;

/**
 * A text in the form in which names are compared: no case, no accents, compatibility forms resolved (NFKD), zero-width
 * characters and soft hyphens gone, letters of other alphabets that look like Latin ones as those, one kind of
 * apostrophe, hyphen and blank. Folding a folded text changes nothing.
 *
 * <p>Every position of the folded text leads back to the original (UTF-16 code units in both).
 */
public final class Folding {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final String[] KNOWN = new String[0x600];
    // Cyrillic and Greek letters that pass for Latin ones, and Latin letters with strokes, which NFKD leaves whole.
    private static final String LOOK_ALIKE = "аеорсухіјѕкмтвнһԁԛԝӏαβεζικμορτχυηνłøđðħŋɡıəłƀɨꞌ";
    private static final String LOOKS_LIKE = "aeopcyxijskmtbhhdqwlabezikmoptxyhvlodd" + "hngielbi'";

    private final String folded;
    /** Where each folded unit begins in the original, and its length at the end; empty if nothing moved. */
    private final int[] starts;

    private Folding(String folded, int[] starts) {
        this.folded = folded;
        this.starts = starts;
    }

    public static Folding of(String text) {
        if (ascii(text)) {
            return new Folding(lower(text), new int[0]);
        }
        var folded = new StringBuilder(text.length() + 16);
        int[] starts = new int[text.length() + 17];
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String form = fold(codePoint);
            if (folded.length() + form.length() + 1 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2 + form.length());
            }
            for (int i = 0; i < form.length(); i++) {
                starts[folded.length() + i] = at;
            }
            folded.append(form);
            at += Character.charCount(codePoint);
        }
        starts[folded.length()] = text.length();
        return new Folding(folded.toString(), Arrays.copyOf(starts, folded.length() + 1));
    }

    /** The folded form alone. */
    public static String fold(String text) {
        return of(text).text();
    }

    public String text() {
        return folded;
    }

    /**
     * Where a stretch of the folded text stands in the original. It begins and ends with whole characters there, and
     * has with it the accents and invisible characters that were dropped after its last one.
     *
     * @throws IndexOutOfBoundsException if it reaches past the folded text
     */
    public Span origin(Span span) {
        if (span.end() > folded.length()) {
            throw new IndexOutOfBoundsException("the folded text ends before " + span.end());
        }
        if (starts.length == 0) {
            return span;
        }
        int start = starts[span.start()];
        if (span.length() == 0) {
            return new Span(start, start);
        }
        int end = span.end();
        while (end < folded.length() && starts[end] == starts[end - 1]) {
            end++;
        }
        return new Span(start, starts[end]);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String text) {
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            char c = units[i];
            if (c >= 'A' && c <= 'Z') {
                units[i] = (char) (c + ('a' - 'A'));
            } else if (c == '`') {
                units[i] = '\'';
            } else if (c <= ' ' || c == 0x7f) {
                units[i] = ' ';
            }
        }
        return new String(units);
    }

    private static String fold(int codePoint) {
        if (codePoint < 0x80) {
            return lower(Character.toString(codePoint));
        }
        if (codePoint >= KNOWN.length) {
            return folded(codePoint);
        }
        String known = KNOWN[codePoint];
        if (known == null) {
            known = folded(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    private static String folded(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            // half a character: nothing is known of it, and normalising must not join it with its neighbour
            return "\ufffd";
        }
        if (UCharacter.isUWhiteSpace(codePoint)) {
            return " ";
        }
        String form = DECOMPOSED.normalize(CASE.normalize(Character.toString(codePoint)));
        var kept = new StringBuilder(form.length());
        form.codePoints().filter(c -> !dropped(c)).forEach(c -> append(kept, c));
        return kept.toString();
    }

    private static boolean dropped(int codePoint) {
        if (UCharacter.getType(codePoint) != ECharacterCategory.NON_SPACING_MARK) {
            return UCharacter.hasBinaryProperty(codePoint, com.ibm.icu.lang.UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        }
        // In Indic scripts such marks are vowels.
        int script = UScript.getScript(codePoint);
        return script == UScript.INHERITED || script == UScript.HEBREW || script == UScript.ARABIC;
    }

    private static void append(StringBuilder to, int codePoint) {
        switch (codePoint) {
            case '’', '‘', 'ʼ', '′', '´', 'ʻ', '‛', '＇', '`' -> to.append('\'');
            case '‐', '‑', '‒', '–', '—', '―', '−', '⁃' -> to.append('-');
            case 'æ' -> to.append("ae");
            case 'œ' -> to.append("oe");
            case 'þ' -> to.append("th");
            default -> {
                int like = LOOK_ALIKE.indexOf(codePoint);
                if (like >= 0) {
                    to.append(LOOKS_LIKE.charAt(like));
                } else if (UCharacter.isUWhiteSpace(codePoint)) {
                    to.append(' ');
                } else {
                    to.appendCodePoint(codePoint);
                }
            }
        }
    }
}
