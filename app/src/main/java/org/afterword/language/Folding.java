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
    /** For each unit what it becomes, as far as it was asked before. */
    private static final char[] SIMPLE = ascii();

    private static final char UNKNOWN = 0;
    private static final char NOT_SIMPLE = 0xffff;
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
        int length = text.length();
        char[] units = text.toCharArray();
        int at = 0;
        while (at < length) {
            char simple = simple(units[at]);
            if (simple == NOT_SIMPLE) {
                return moved(text);
            }
            units[at++] = simple;
        }
        return new Folding(new String(units), new int[0]);
    }

    /** Of a text in which something takes more or less room than before. */
    private static Folding moved(String text) {
        var folded = new StringBuilder(text.length() + 16);
        int[] starts = new int[text.length() + 17];
        int at = 0;
        while (at < text.length()) {
            char simple = simple(text.charAt(at));
            if (simple != NOT_SIMPLE) {
                starts = withRoom(starts, folded.length() + 2);
                starts[folded.length()] = at++;
                folded.append(simple);
                continue;
            }
            int codePoint = text.codePointAt(at);
            String form = folded(codePoint);
            starts = withRoom(starts, folded.length() + form.length() + 1);
            Arrays.fill(starts, folded.length(), folded.length() + form.length(), at);
            folded.append(form);
            at += Character.charCount(codePoint);
        }
        starts[folded.length()] = text.length();
        return new Folding(folded.toString(), Arrays.copyOf(starts, folded.length() + 1));
    }

    private static int[] withRoom(int[] starts, int needed) {
        return needed <= starts.length ? starts : Arrays.copyOf(starts, needed * 2);
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

    /** What one unit becomes if it is a character that becomes one unit; else {@link #NOT_SIMPLE}. */
    private static char simple(char unit) {
        char known = SIMPLE[unit];
        if (known == UNKNOWN) {
            String form = Character.isSurrogate(unit) ? "" : folded(unit);
            known = form.length() == 1 ? form.charAt(0) : NOT_SIMPLE;
            SIMPLE[unit] = known;
        }
        return known;
    }

    private static char[] ascii() {
        var simple = new char[0x10000];
        for (char c = 0; c < 0x80; c++) {
            simple[c] =
                    c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c == '`' ? '\'' : c <= ' ' || c == 0x7f ? ' ' : c;
        }
        return simple;
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
