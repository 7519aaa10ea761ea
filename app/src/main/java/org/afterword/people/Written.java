package org.afterword.people;

import java.util.Arrays;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** The words of one text, folded, and how they are written in it. */
final class Written {
    private static final int WIDEST_GAP = 3;
    private static final Set<String> BEFORE_MONTHS = Set.of(
            "in", "since", "until", "till", "by", "of", "last", "this", "next", "early", "late", "mid", "from",
            "during", "through", "between", "on", "before", "after", "every", "each");
    private static final Set<String> MONTHS = Set.of(
            ("january february march april may june july august september october" + " november december").split(" "));
    private static final Set<String> BEFORE_PLACES =
            Set.of(("in to from near at around outside across into towards through visit" + " visiting").split(" "));

    private final String text;
    private final Folding folding;
    private final String folded;
    private final int[] starts;
    private final int[] ends;
    private final String[] words;

    Written(String text, Folding folding) {
        this.text = text;
        this.folding = folding;
        this.folded = folding.text();
        int[] from = new int[folded.length() / 6 + 16];
        int[] to = new int[from.length];
        int count = 0;
        int at = 0;
        while (at < folded.length()) {
            int kind = kind(folded.codePointAt(at));
            if (kind == 0) {
                at++;
                continue;
            }
            int end = at;
            while (end < folded.length()) {
                int codePoint = folded.codePointAt(end);
                if (kind(codePoint) != kind && !(kind == 1 && mark(codePoint))) {
                    break;
                }
                end += Character.charCount(codePoint);
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
            }
            from[count] = at;
            to[count] = end;
            count++;
            at = end;
        }
        starts = Arrays.copyOf(from, count);
        ends = Arrays.copyOf(to, count);
        words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = folded.substring(starts[i], ends[i]);
        }
    }

    private static int kind(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z' ? 1 : codePoint >= '0' && codePoint <= '9' ? 2 : 0;
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> 2;
            default -> Character.isLetter(codePoint) ? 1 : 0;
        };
    }

    private static boolean mark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    int size() {
        return words.length;
    }

    String word(int at) {
        return words[at];
    }

    /** How many last letters of the word may be a plural or a possessive without its apostrophe: 0, 1 or 2. */
    int ending(int at) {
        String word = words[at];
        if (word.length() < 4 || !word.endsWith("s") || Gazetteer.firstName(word) || Gazetteer.surname(word)) {
            return 0;
        }
        return word.endsWith("es") && word.length() > 4 ? 2 : 1;
    }

    Span origin(int from, int to, int ending) {
        return folding.origin(new Span(starts[from], ends[to] - ending));
    }

    String folded(int from, int to, int ending) {
        return folded.substring(starts[from], ends[to] - ending);
    }

    /** Whether there is a blank between this word and the next. */
    boolean blankAfter(int at) {
        return folded.substring(ends[at], starts[at + 1]).indexOf(' ') >= 0;
    }

    Span originInside(int at, int from, int to) {
        return folding.origin(new Span(starts[at] + from, starts[at] + to));
    }

    /** Whether the words from the one to the other, which spell the form, are written as a name. */
    boolean accepts(Forms.Form form, IdentityKind kind, int from, int to, int ending) {
        boolean contact = kind.contact();
        if (!joined(from, to, form.how(), contact)) {
            return false;
        }
        return switch (form.how()) {
            case INITIALS -> dotted(from, to) && (capital(from) || uncased(from)) && (capital(to) || uncased(to));
            case INITIAL_AND_SURNAME -> initial(from) && !bareArticle(from);
            case FIRST_AND_INITIAL -> initial(to) && (capital(from) || !OrdinaryWords.contain(words[from]));
            case FULL, SHORTENED, REVERSED, JOINED, FIRST, SURNAME, NICKNAME ->
                contact || (from == to ? alone(from, kind, form, ending) : together(from, to));
        };
    }

    /** Whether they may be the name, as one has to ask who must miss none; {@link #accepts} asks for more. */
    boolean mayBe(Forms.Form form, IdentityKind kind, int from, int to, int ending) {
        if (accepts(form, kind, from, to, ending)) {
            return true;
        }
        if (kind == IdentityKind.HANDLE || kind.contact()) {
            return false;
        }
        boolean person = kind == IdentityKind.PERSON || kind == IdentityKind.UNKNOWN;
        return switch (form.how()) {
            case FULL, SHORTENED, REVERSED, FIRST, SURNAME, NICKNAME ->
                from == to ? mayBeAlone(from, ending, person) : person && joined(from, to, form.how(), false);
            case JOINED, FIRST_AND_INITIAL, INITIAL_AND_SURNAME, INITIALS -> false;
        };
    }

    /** An ordinary word that is written small may be a person's name only. */
    private boolean mayBeAlone(int at, int ending, boolean person) {
        String word = words[at].substring(0, words[at].length() - ending);
        return word.length() > 1 && (person || capital(at) || uncased(at) || !OrdinaryWords.contain(word));
    }

    private boolean joined(int from, int to, Forms.How how, boolean contact) {
        for (int i = from; i < to; i++) {
            if (!joins(i, how, contact)) {
                return false;
            }
        }
        return true;
    }

    private String gap(int at) {
        return folded.substring(ends[at], starts[at + 1]);
    }

    private boolean joins(int at, Forms.How how, boolean contact) {
        int length = starts[at + 1] - ends[at];
        if (length == 0) {
            return true;
        }
        if (length > WIDEST_GAP && !contact) {
            return false;
        }
        String gap = gap(at);
        if (contact) {
            return gap.indexOf(' ') < 0;
        }
        String mark = gap.strip();
        return switch (mark) {
            case "", "-", "'", "_", "+", "·", "~" -> true;
            case "." -> gap.length() == 1 || words[at].length() <= 2;
            case "," -> how == Forms.How.REVERSED;
            default -> false;
        };
    }

    private boolean dotted(int from, int to) {
        return from < to && gap(from).startsWith(".") && ends[to] < folded.length() && folded.charAt(ends[to]) == '.';
    }

    /** A single letter that stands for a name: a capital, or with a full stop or an underscore. */
    private boolean initial(int at) {
        char after = ends[at] < folded.length() ? folded.charAt(ends[at]) : ' ';
        return capital(at) || uncased(at) || after == '.' || after == '_';
    }

    /** "A Marsh bird", "I, Marsh". */
    private boolean bareArticle(int at) {
        return (words[at].equals("a") || words[at].equals("i")) && gap(at).isBlank();
    }

    private boolean together(int from, int to) {
        boolean joined = false;
        for (int i = from; i <= to; i++) {
            if (capital(i) || !OrdinaryWords.contain(words[i])) {
                return true;
            }
            joined |= i < to && "_.".contains(gap(i).strip()) && !gap(i).isBlank();
        }
        return joined;
    }

    private boolean alone(int at, IdentityKind kind, Forms.Form form, int ending) {
        String word = words[at].substring(0, words[at].length() - ending);
        boolean ordinary = OrdinaryWords.contain(word) || (ending > 0 && OrdinaryWords.contain(words[at]));
        if (kind == IdentityKind.HANDLE && (ordinary || word.length() < 3)) {
            return afterSign(at) || label(at);
        }
        if (form.how() == Forms.How.JOINED) {
            return !ordinary;
        }
        boolean inPlace =
                at > 0 && BEFORE_PLACES.contains(words[at - 1]) && gap(at - 1).isBlank();
        if (inPlace && Gazetteer.place(word) && kind != IdentityKind.PLACE && kind != IdentityKind.GROUP) {
            return false;
        }
        if (!ordinary && !Gazetteer.capitalised(word)) {
            return word.length() > 2 || capital(at) || uncased(at);
        }
        if (!capital(at)) {
            return afterSign(at);
        }
        boolean shouted = word.length() > 1 && capitals(at) && !capitalsAround(at);
        if (kind == IdentityKind.GROUP) {
            return shouted || (word.length() > 3 && !opensSentence(at));
        }
        if (MONTHS.contains(word) && month(at)) {
            return false;
        }
        return !opensSentence(at) || evidence(at);
    }

    private boolean month(int at) {
        return (at > 0 && BEFORE_MONTHS.contains(words[at - 1]))
                || (at > 0 && Character.isDigit(words[at - 1].charAt(0)))
                || (at + 1 < words.length
                        && Character.isDigit(words[at + 1].charAt(0))
                        && starts[at + 1] - ends[at] <= 2);
    }

    /** Whether what follows shows that a capitalised ordinary word at a sentence's start is a name. */
    private boolean evidence(int at) {
        if (ends[at] + 1 < folded.length() && folded.charAt(ends[at]) == '\'' && folded.charAt(ends[at] + 1) == 's') {
            return true;
        }
        if (label(at)) {
            return true;
        }
        return at + 1 < words.length && gap(at).isBlank() && Gazetteer.saying(words[at + 1]);
    }

    private boolean label(int at) {
        boolean lineStart = starts[at] == 0 || original(starts[at] - 1) == '\n' || original(starts[at] - 1) == ']';
        return lineStart && ends[at] < folded.length() && folded.charAt(ends[at]) == ':';
    }

    private boolean afterSign(int at) {
        int before = starts[at] - 1;
        return before >= 0
                && (folded.charAt(before) == '@'
                        || folded.charAt(before) == '#'
                        || (folded.charAt(before) == '/' && before > 0 && folded.charAt(before - 1) == 'u'));
    }

    private char original(int at) {
        return text.charAt(folding.origin(new Span(at, at + 1)).start());
    }

    private boolean capital(int at) {
        return Character.isUpperCase(text.codePointAt(
                folding.origin(new Span(starts[at], starts[at] + 1)).start()));
    }

    private boolean uncased(int at) {
        int first = text.codePointAt(
                folding.origin(new Span(starts[at], starts[at] + 1)).start());
        return !Character.isUpperCase(first) && !Character.isLowerCase(first);
    }

    private boolean capitals(int at) {
        return origin(at, at, 0).of(text).codePoints().noneMatch(Character::isLowerCase);
    }

    private boolean capitalsAround(int at) {
        return (at > 0 && words[at - 1].length() > 1 && capitals(at - 1))
                || (at + 1 < words.length && words[at + 1].length() > 1 && capitals(at + 1));
    }

    private boolean opensSentence(int at) {
        int i = starts[at] - 1;
        while (i >= 0 && " \"'([*_>#-“”‘«".indexOf(folded.charAt(i)) >= 0) {
            if (original(i) == '\n') {
                return true;
            }
            i--;
        }
        return i < 0 || ".!?:…".indexOf(folded.charAt(i)) >= 0;
    }
}
