package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;

/** What a run of capitalised words is: decides by our lists and by what stands around it. */
final class Judge {
    static final Set<String> NAMING =
            Set.of("named", "called", "nicknamed", "namens", "llamado", "llamada", "appelé", "appelee");
    static final Set<String> TO_PLACES = Set.of("in", "near", "at", "from", "outside", "around", "throughout", "to");

    private static final Set<String> ABBREVIATIONS = Set.of(
            "b a", "m a", "b s", "m s", "m d", "u s", "u k", "u n", "a m", "p m", "d c", "l a", "n y", "p s", "q a",
            "a d", "b c", "r n", "n b", "v p", "h q", "p r", "t v", "i t", "c v", "i d", "q c", "k c", "e u", "u s a",
            "m b a", "b b c", "d i y", "c e o", "a g m");
    private static final Set<String> NUMBERS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "hundred",
            "thousand",
            "million",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "hundreds",
            "thousands",
            "millions",
            "dozens");
    private static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "winter");

    private final Prose prose;
    private final LoneWord lone;

    /** Initials that stand for a thing: "B.A.", "P.S." */
    static boolean abbreviation(String initials) {
        return ABBREVIATIONS.contains(initials);
    }

    Judge(Prose prose) {
        this.prose = prose;
        lone = new LoneWord(prose);
    }

    List<Find> judge(Runs.Run run) {
        int first = run.first();
        while (first < run.last() && prose.opens(first) && opener(first, run.last())) {
            first++;
        }
        if (!prose.heading(first)) {
            Optional<Find> whole = group(first, run.last());
            if (whole.isPresent()) {
                return List.of(whole.get());
            }
        }
        var finds = new ArrayList<Find>();
        int from = first;
        for (int i = first; i <= run.last() + 1; i++) {
            if (i > run.last() || (names(i, from, run.last()) && !keepsAsSurname(i, from))) {
                segment(from, i - 1).ifPresent(finds::add);
                from = i + 1;
            }
        }
        return finds;
    }

    /** A word that has its capital from the sentence only: "When Anna". */
    private boolean opener(int at, int last) {
        String core = prose.core(at);
        if (Gazetteer.firstName(core) && prose.token(at + 1).word() && !OrdinaryWords.contain(prose.core(at + 1))) {
            return false;
        }
        return !Gazetteer.title(core)
                && !Gazetteer.genderedTitle(core)
                && OrdinaryWords.contain(core)
                && at < last
                && !(prose.token(at).text().length() == 1
                        && prose.token(at + 1).text().equals("."));
    }

    private boolean names(int at, int from, int last) {
        String core = prose.core(at);
        if (!Gazetteer.capitalised(core) || Gazetteer.title(core) || Gazetteer.genderedTitle(core)) {
            return false;
        }
        if (prose.adjacent(at) && at < last && Gazetteer.place(phrase(at, at + 1))) {
            return false;
        }
        boolean firstOfName = Gazetteer.firstName(core)
                && at < last
                && prose.capital(at + 1)
                && !Gazetteer.capitalised(prose.core(at + 1))
                && !OrdinaryWords.contain(prose.core(at + 1));
        return !firstOfName || at != from;
    }

    /** "Anna March", "Hester North". */
    private boolean keepsAsSurname(int at, int from) {
        return at > from
                && Gazetteer.firstName(prose.core(at - 1))
                && !Gazetteer.capitalised(prose.core(at - 1))
                && (at - 1 == from || Gazetteer.title(prose.core(at - 2)));
    }

    private Optional<Find> group(int first, int last) {
        boolean word = false;
        boolean person = false;
        for (int i = first; i <= last; i++) {
            word |= Gazetteer.groupWord(prose.core(i));
            person |= Gazetteer.genderedTitle(prose.core(i));
        }
        boolean placed = Gazetteer.placeWord(prose.core(last)) && !Gazetteer.groupWord(prose.core(last));
        if (first == last || !word || person || placed) {
            return Optional.empty();
        }
        return Optional.of(prose.find(first, last, IdentityKind.GROUP, "rule:organisation-word", .8));
    }

    private Optional<Find> segment(int from, int until) {
        int first = from;
        int to = until;
        while (first < to && (!prose.capital(first) || Gazetteer.small(prose.core(first)))) {
            first++;
        }
        while (to > first && (!prose.capital(to) || Gazetteer.small(prose.core(to)))) {
            to--;
        }
        boolean titled = false;
        while (first < to
                && Gazetteer.title(prose.core(first))
                && !(Gazetteer.firstName(prose.core(first))
                        && !prose.token(first + 1).text().equals("."))) {
            titled = true;
            first += prose.token(first + 1).text().equals(".") ? 2 : 1;
        }
        if (first > to
                || !prose.capital(first)
                || (first == to
                        && !titled
                        && Gazetteer.title(prose.core(first))
                        && !Gazetteer.firstName(prose.core(first)))) {
            return Optional.empty();
        }
        if (Gazetteer.genderedTitle(prose.core(first))) {
            return first == to
                    ? Optional.empty()
                    : Optional.of(prose.find(first, to, IdentityKind.PERSON, "rule:title", .95));
        }
        titled |= first > 0 && titleBefore(first);
        if (prose.token(to).shape() == Token.Shape.MARK) {
            return Optional.empty();
        }
        return first == to ? lone.one(first, titled) : several(first, to, titled);
    }

    /** "my friend Anna", "branch secretary, Thomas". */
    private boolean titleBefore(int at) {
        int before = at - 1;
        if (prose.core(before).equals(",") || prose.core(before).equals(".")) {
            before--;
            return before >= 0
                    && Gazetteer.title(prose.core(before))
                    && prose.sameSentence(before, at)
                    && prose.token(before).shape() == Token.Shape.LOWER
                    && (prose.core(at - 1).equals(",") || prose.core(before).length() < 5);
        }
        return prose.adjacent(before) && Gazetteer.title(prose.core(before));
    }

    private Optional<Find> several(int first, int last, boolean titled) {
        String head = prose.core(first);
        String tail = prose.core(last);
        String phrase = phrase(first, last);
        boolean plainWords = true;
        boolean nameInside = false;
        boolean shouted = true;
        boolean letters = true;
        for (int i = first; i <= last; i++) {
            if (prose.token(i).word()) {
                shouted &= prose.token(i).shape() == Token.Shape.UPPER;
                letters &= prose.token(i).text().length() == 1;
                plainWords &= OrdinaryWords.contain(prose.core(i)) || prose.lowerElsewhere(prose.core(i));
                nameInside |= Gazetteer.firstName(prose.core(i)) && !OrdinaryWords.contain(prose.core(i));
            }
        }
        if ((shouted && plainWords) || (letters && abbreviation(phrase))) {
            return Optional.empty();
        }
        if (Gazetteer.place(phrase)) {
            return Optional.of(prose.find(first, last, IdentityKind.PLACE, "gazetteer:places", .85));
        }
        boolean initial = prose.token(first).text().length() == 1 && !head.equals("i");
        if (titled || NAMING.contains(prose.core(first - 1))) {
            return Optional.of(prose.find(first, last, IdentityKind.PERSON, "rule:title", .95));
        }
        if (Gazetteer.placeWord(tail)
                && !(Gazetteer.firstName(head) && last == first + 1 && !TO_PLACES.contains(prose.core(first - 1)))) {
            return prose.heading(first)
                    ? Optional.empty()
                    : Optional.of(prose.find(first, last, IdentityKind.PLACE, "rule:place-word", .7));
        }
        if (initial
                && !OrdinaryWords.contain(tail)
                && prose.token(last).shape() != Token.Shape.UPPER
                && (prose.core(first + 1).equals(".") || Gazetteer.surname(tail))) {
            return Optional.of(prose.find(first, last, IdentityKind.PERSON, "rule:initial", .85));
        }
        if (Gazetteer.firstName(head) && !season(head, tail)) {
            boolean sure = !OrdinaryWords.contain(head) || !OrdinaryWords.contain(tail) || Gazetteer.surname(tail);
            if (prose.heading(first) && OrdinaryWords.contain(head) && !Gazetteer.surname(tail)) {
                return Optional.empty();
            }
            return Optional.of(prose.find(first, last, IdentityKind.PERSON, "gazetteer:first-names", sure ? .95 : .5));
        }
        if (!plainWords && (Gazetteer.surname(tail) || nameInside)) {
            return Optional.of(prose.find(first, last, IdentityKind.PERSON, "gazetteer:surnames", .7));
        }
        if (prose.heading(first)
                || (plainWords && (prose.opens(first) || NUMBERS.contains(head)))
                || prose.capitalNouns()) {
            return Optional.empty();
        }
        if (!plainWords && TO_PLACES.contains(prose.core(first - 1))) {
            return Optional.of(prose.find(first, last, IdentityKind.PLACE, "rule:place-preposition", .4));
        }
        return Optional.of(prose.find(first, last, IdentityKind.UNKNOWN, "rule:capitals", plainWords ? .25 : .5));
    }

    /** "Autumn Supper", but "Autumn Reyes". */
    static boolean season(String head, String tail) {
        return SEASONS.contains(head) && OrdinaryWords.contain(tail) && !Gazetteer.surname(tail);
    }

    private String phrase(int first, int last) {
        var phrase = new StringBuilder();
        for (int i = first; i <= last; i++) {
            if (prose.token(i).word()) {
                phrase.append(phrase.isEmpty() ? "" : " ").append(prose.core(i));
            }
        }
        return phrase.toString();
    }
}
