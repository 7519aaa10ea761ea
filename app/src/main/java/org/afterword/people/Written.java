package org.afterword.people;

import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** The words of one text, folded, and how they are written in it. */
final class Written {
    private static final int WIDEST_GAP = 3;
    private static final int WIDEST_IN_PHRASE = 8;
    private static final String IN_PHRASE = ",.;:-'’/#·|&_+";
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
    private final Words words;

    Written(String text, Folding folding) {
        this.text = text;
        this.folding = folding;
        this.folded = folding.text();
        this.words = new Words(folded);
    }

    Words words() {
        return words;
    }

    /** How many last letters of the word may be a plural or a possessive without its apostrophe: 0, 1 or 2. */
    int ending(int at) {
        String word = words.text(at);
        if (word.length() < 4 || !word.endsWith("s") || Gazetteer.listed(word)) {
            return 0;
        }
        return word.endsWith("es") && word.length() > 4 ? 2 : 1;
    }

    Span origin(int from, int to, int ending) {
        return folding.origin(new Span(words.start(from), words.end(to) - ending));
    }

    String folded(int from, int to, int ending) {
        return folded.substring(words.start(from), words.end(to) - ending);
    }

    /** Whether there is a blank between this word and the next. */
    boolean blankAfter(int at) {
        return gap(at).indexOf(' ') >= 0;
    }

    Span originInside(int at, int from, int to) {
        return folding.origin(new Span(words.start(at) + from, words.start(at) + to));
    }

    /** Whether the words from the one to the other, which spell the form, are written as a name. */
    boolean accepts(Forms.Form form, IdentityKind kind, int from, int to, int ending) {
        if (kind.phrase()) {
            return phrased(from, to);
        }
        if (form.how() == Forms.How.INITIALS && !dotted(from, to)) {
            return false; // as with most of the many that share initials
        }
        boolean contact = kind.contact();
        if (!joined(from, to, form.how(), contact)) {
            return false;
        }
        return switch (form.how()) {
            case INITIALS -> (capital(from) || uncased(from)) && (capital(to) || uncased(to));
            case INITIAL_AND_SURNAME -> initial(from) && !bareArticle(from);
            case FIRST_AND_INITIAL -> initial(to) && (capital(from) || !OrdinaryWords.contain(words.text(from)));
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
        String word = words.text(at).substring(0, words.text(at).length() - ending);
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

    /** In a row, with nothing but blanks, line ends and such marks between them as stand inside of a phrase. */
    private boolean phrased(int from, int to) {
        for (int at = from; at < to; at++) {
            int end = words.start(at + 1);
            if (end - words.end(at) > WIDEST_IN_PHRASE) {
                return false;
            }
            for (int i = words.end(at); i < end; i++) {
                if (IN_PHRASE.indexOf(folded.charAt(i)) < 0 && !Character.isWhitespace(folded.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private String gap(int at) {
        return folded.substring(words.end(at), words.start(at + 1));
    }

    private boolean joins(int at, Forms.How how, boolean contact) {
        int length = words.start(at + 1) - words.end(at);
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
            case "." -> gap.length() == 1 || words.text(at).length() <= 2;
            case "," -> how == Forms.How.REVERSED;
            default -> false;
        };
    }

    private boolean dotted(int from, int to) {
        return from < to
                && words.end(from) < words.start(from + 1)
                && folded.charAt(words.end(from)) == '.'
                && words.end(to) < folded.length()
                && folded.charAt(words.end(to)) == '.';
    }

    /** A single letter that stands for a name: a capital, or with a full stop or an underscore. */
    private boolean initial(int at) {
        char after = words.end(at) < folded.length() ? folded.charAt(words.end(at)) : ' ';
        return capital(at) || uncased(at) || after == '.' || after == '_';
    }

    /** "A Marsh bird", "I, Marsh". */
    private boolean bareArticle(int at) {
        return (words.text(at).equals("a") || words.text(at).equals("i")) && gap(at).isBlank();
    }

    private boolean together(int from, int to) {
        boolean joined = false;
        for (int i = from; i <= to; i++) {
            if (capital(i) || !OrdinaryWords.contain(words.text(i))) {
                return true;
            }
            joined |= i < to && "_.".contains(gap(i).strip()) && !gap(i).isBlank();
        }
        return joined;
    }

    private boolean alone(int at, IdentityKind kind, Forms.Form form, int ending) {
        String word = words.text(at).substring(0, words.text(at).length() - ending);
        boolean ordinary = OrdinaryWords.contain(word) || (ending > 0 && OrdinaryWords.contain(words.text(at)));
        if (kind == IdentityKind.HANDLE && (ordinary || word.length() < 3)) {
            return afterSign(at) || label(at);
        }
        if (form.how() == Forms.How.JOINED) {
            return !ordinary;
        }
        boolean inPlace = at > 0
                && BEFORE_PLACES.contains(words.text(at - 1))
                && gap(at - 1).isBlank();
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
        return (at > 0 && BEFORE_MONTHS.contains(words.text(at - 1)))
                || (at > 0 && Character.isDigit(words.text(at - 1).charAt(0)))
                || (at + 1 < words.size()
                        && Character.isDigit(words.text(at + 1).charAt(0))
                        && words.start(at + 1) - words.end(at) <= 2);
    }

    /** Whether what follows shows that a capitalised ordinary word at a sentence's start is a name. */
    private boolean evidence(int at) {
        if (words.end(at) + 1 < folded.length()
                && folded.charAt(words.end(at)) == '\''
                && folded.charAt(words.end(at) + 1) == 's') {
            return true;
        }
        if (label(at)) {
            return true;
        }
        return at + 1 < words.size() && gap(at).isBlank() && Gazetteer.saying(words.text(at + 1));
    }

    private boolean label(int at) {
        boolean lineStart =
                words.start(at) == 0 || original(words.start(at) - 1) == '\n' || original(words.start(at) - 1) == ']';
        return lineStart && words.end(at) < folded.length() && folded.charAt(words.end(at)) == ':';
    }

    private boolean afterSign(int at) {
        int before = words.start(at) - 1;
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
                folding.origin(new Span(words.start(at), words.start(at) + 1)).start()));
    }

    private boolean uncased(int at) {
        int first = text.codePointAt(
                folding.origin(new Span(words.start(at), words.start(at) + 1)).start());
        // Georgian letters have capitals, but no name begins with one.
        return !Character.isUpperCase(first)
                && (!Character.isLowerCase(first) || Character.toTitleCase(first) == first);
    }

    private boolean capitals(int at) {
        return origin(at, at, 0).of(text).codePoints().noneMatch(Character::isLowerCase);
    }

    private boolean capitalsAround(int at) {
        return (at > 0 && words.text(at - 1).length() > 1 && capitals(at - 1))
                || (at + 1 < words.size() && words.text(at + 1).length() > 1 && capitals(at + 1));
    }

    private boolean opensSentence(int at) {
        int i = words.start(at) - 1;
        while (i >= 0 && " \"'([*_>#-“”‘«".indexOf(folded.charAt(i)) >= 0) {
            if (original(i) == '\n') {
                return true;
            }
            i--;
        }
        return i < 0 || ".!?:…".indexOf(folded.charAt(i)) >= 0;
    }
}
