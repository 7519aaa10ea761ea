package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What a run of capitalised words is: decides by our lists and by what stands around it. */
final class Judge {
    private static final Set<String> NAMING =
            Set.of("named", "called", "nicknamed", "namens", "llamado", "llamada", "appelé", "appelee");
    private static final Set<String> TO_PEOPLE = Set.of(
            "by",
            "with",
            "friend",
            "told",
            "asked",
            "met",
            "hi",
            "hey",
            "dear",
            "hello",
            "thanks",
            "thank",
            "and",
            "dating",
            "married",
            "invited",
            "messaged",
            "texted");
    private static final Set<String> TO_PLACES =
            Set.of("in", "near", "at", "from", "outside", "around", "throughout", "to");

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
    /** "N7", "M25", "B2B": postcodes, roads, formats. */
    private static final Pattern LETTER_AND_NUMBER = Pattern.compile("[A-Z]{1,2}[0-9]{1,3}[A-Z]?");

    private static final Set<String> AFTER_SUBJECTS = Set.of(
            "is", "was", "has", "had", "isn't", "wasn't", "hasn't", "hadn't", "should", "would", "will", "could", "did",
            "didn't", "does", "doesn't", "never", "always", "also", "just", "then", "and", "who");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");

    private final Prose prose;

    /** Initials that stand for a thing: "B.A.", "P.S." */
    static boolean abbreviation(String initials) {
        return ABBREVIATIONS.contains(initials);
    }

    Judge(Prose prose) {
        this.prose = prose;
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
        if (Gazetteer.firstName(core) && prose.token(at + 1).word() && !Gazetteer.ordinary(prose.core(at + 1))) {
            return false;
        }
        return !Gazetteer.title(core)
                && !Gazetteer.genderedTitle(core)
                && Gazetteer.ordinary(core)
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
                && !Gazetteer.ordinary(prose.core(at + 1));
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
        return Optional.of(find(first, last, IdentityKind.GROUP, "rule:organisation-word", .8));
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
                    : Optional.of(find(first, to, IdentityKind.PERSON, "rule:title", .95));
        }
        titled |= first > 0 && titleBefore(first);
        if (prose.token(to).shape() == Token.Shape.MARK) {
            return Optional.empty();
        }
        return first == to ? one(first, titled) : several(first, to, titled);
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
                plainWords &= Gazetteer.ordinary(prose.core(i)) || prose.lowerElsewhere(prose.core(i));
                nameInside |= Gazetteer.firstName(prose.core(i)) && !Gazetteer.ordinary(prose.core(i));
            }
        }
        if ((shouted && plainWords) || (letters && abbreviation(phrase))) {
            return Optional.empty();
        }
        if (Gazetteer.place(phrase)) {
            return Optional.of(find(first, last, IdentityKind.PLACE, "gazetteer:places", .85));
        }
        boolean initial = prose.token(first).text().length() == 1 && !head.equals("i");
        if (titled || NAMING.contains(prose.core(first - 1))) {
            return Optional.of(find(first, last, IdentityKind.PERSON, "rule:title", .95));
        }
        if (Gazetteer.placeWord(tail)
                && !(Gazetteer.firstName(head) && last == first + 1 && !TO_PLACES.contains(prose.core(first - 1)))) {
            return prose.heading(first)
                    ? Optional.empty()
                    : Optional.of(find(first, last, IdentityKind.PLACE, "rule:place-word", .7));
        }
        if (initial
                && !Gazetteer.ordinary(tail)
                && prose.token(last).shape() != Token.Shape.UPPER
                && (prose.core(first + 1).equals(".") || Gazetteer.surname(tail))) {
            return Optional.of(find(first, last, IdentityKind.PERSON, "rule:initial", .85));
        }
        if (Gazetteer.firstName(head) && !season(head, tail)) {
            boolean sure = !Gazetteer.ordinary(head) || !Gazetteer.ordinary(tail) || Gazetteer.surname(tail);
            if (prose.heading(first) && Gazetteer.ordinary(head) && !Gazetteer.surname(tail)) {
                return Optional.empty();
            }
            return Optional.of(find(first, last, IdentityKind.PERSON, "gazetteer:first-names", sure ? .95 : .5));
        }
        if (!plainWords && (Gazetteer.surname(tail) || nameInside)) {
            return Optional.of(find(first, last, IdentityKind.PERSON, "gazetteer:surnames", .7));
        }
        if (prose.heading(first)
                || (plainWords && (prose.opens(first) || NUMBERS.contains(head)))
                || prose.capitalNouns()) {
            return Optional.empty();
        }
        if (!plainWords && TO_PLACES.contains(prose.core(first - 1))) {
            return Optional.of(find(first, last, IdentityKind.PLACE, "rule:place-preposition", .4));
        }
        return Optional.of(find(first, last, IdentityKind.UNKNOWN, "rule:capitals", plainWords ? .25 : .5));
    }

    /** "Autumn Supper", but "Autumn Reyes". */
    static boolean season(String head, String tail) {
        return SEASONS.contains(head) && Gazetteer.ordinary(tail) && !Gazetteer.surname(tail);
    }

    private Optional<Find> one(int at, boolean titled) {
        String core = prose.core(at);
        Token token = prose.token(at);
        boolean ordinary = Gazetteer.ordinary(core) || Gazetteer.capitalised(core);
        boolean owed = prose.opens(at) || prose.heading(at);
        if (core.length() < 2) {
            return titled && !core.equals("i")
                    ? Optional.of(find(at, at, IdentityKind.PERSON, "rule:title", .5))
                    : Optional.empty();
        }
        if (NAMING.contains(prose.core(at - 1)) && !owed) {
            return Optional.of(find(at, at, IdentityKind.PERSON, "rule:named", .8));
        }
        if (titled && !(ordinary && owed)) {
            return Optional.of(find(at, at, IdentityKind.PERSON, "rule:title", ordinary ? .5 : .9));
        }
        boolean toPlace = TO_PLACES.contains(prose.core(at - 1)) && prose.adjacent(at - 1);
        boolean firstName = Gazetteer.firstName(core);
        if (Gazetteer.place(core) && (toPlace || !firstName) && !(ordinary && owed)) {
            return Optional.of(find(at, at, IdentityKind.PLACE, "gazetteer:places", .85));
        }
        boolean subject = prose.adjacent(at) && AFTER_SUBJECTS.contains(prose.core(at + 1));
        boolean addressed = prose.core(at + 1).equals(",") && prose.opens(at) && !prose.heading(at);
        boolean speaks = prose.adjacent(at)
                && Gazetteer.saying(prose.core(at + 1))
                && prose.token(at + 1).shape() == Token.Shape.LOWER;
        if (firstName) {
            if (!ordinary && !prose.lowerElsewhere(core)) {
                return Optional.of(find(at, at, IdentityKind.PERSON, "gazetteer:first-names", .85));
            }
            boolean evidence = prose.possessive(at)
                    || speaks
                    || subject
                    || addressed
                    || (prose.inside(core) && !Gazetteer.capitalised(core));
            if (token.shape() != Token.Shape.UPPER
                    && (Gazetteer.capitalised(core) ? evidence && !toPlace : !owed || evidence)) {
                return Optional.of(find(at, at, IdentityKind.PERSON, "gazetteer:first-names", .5));
            }
            return Optional.empty();
        }
        if (hashtag(at)) {
            return Optional.of(find(at, at, IdentityKind.PERSON, "rule:hashtag", .4));
        }
        if (token.shape() == Token.Shape.UPPER || pluralAcronym(token.text())) {
            return acronym(at, core, ordinary);
        }
        if (ordinary || LETTER_AND_NUMBER.matcher(token.text()).matches()) {
            return Optional.empty();
        }
        return name(
                at,
                core,
                owed && !subject && token.shape() != Token.Shape.MIXED,
                speaks,
                toPlace && !prose.possessive(at));
    }

    private static boolean pluralAcronym(String text) {
        return text.length() > 2
                && text.endsWith("s")
                && text.chars().limit(text.length() - 1L).allMatch(Character::isUpperCase);
    }

    /** "#AnnaKowal": a first name within joined words. */
    private boolean hashtag(int at) {
        Token token = prose.token(at);
        return token.shape() == Token.Shape.MIXED
                && prose.core(at - 1).equals("#")
                && List.of(token.text().split("(?<=\\p{Ll})(?=\\p{Lu})")).stream()
                        .map(Folding::fold)
                        .anyMatch(part -> part.length() > 2 && Gazetteer.firstName(part) && !Gazetteer.ordinary(part));
    }

    private Optional<Find> acronym(int at, String core, boolean ordinary) {
        int letters = core.length();
        boolean plural = pluralAcronym(prose.token(at).text());
        boolean known = ordinary
                || LETTER_AND_NUMBER.matcher(prose.token(at).text()).matches()
                || prose.lowerElsewhere(core)
                || ROMAN.matcher(prose.token(at).text()).matches()
                || (plural && Gazetteer.capitalised(core.substring(0, letters - 1)));
        if (known || prose.heading(at) || letters > 6) {
            return letters > 6 && !known && !prose.heading(at)
                    ? Optional.of(find(at, at, IdentityKind.UNKNOWN, "rule:capitals", .3))
                    : Optional.empty();
        }
        return Optional.of(find(at, at, IdentityKind.GROUP, "rule:acronym", .6));
    }

    private Optional<Find> name(int at, String core, boolean owed, boolean speaks, boolean toPlace) {
        boolean lowerToo = prose.lowerElsewhere(core);
        if (speaks && !lowerToo) {
            return Optional.of(find(at, at, IdentityKind.PERSON, "rule:verb-of-saying", owed ? .5 : .65));
        }
        boolean seen = prose.inside(core);
        if (Gazetteer.surname(core) && !lowerToo && (!owed || seen || prose.possessive(at))) {
            return Optional.of(find(at, at, IdentityKind.PERSON, "gazetteer:surnames", .6));
        }
        if (lowerToo || prose.capitalNouns() || (owed && !seen && !prose.possessive(at)) || prose.heading(at)) {
            return Optional.empty();
        }
        if (toPlace) {
            return Optional.of(find(at, at, IdentityKind.PLACE, "rule:place-preposition", .4));
        }
        if (TO_PEOPLE.contains(prose.core(at - 1)) && prose.adjacent(at - 1)) {
            return Optional.of(find(at, at, IdentityKind.UNKNOWN, "rule:before-names", .5));
        }
        return Optional.of(find(at, at, IdentityKind.UNKNOWN, "rule:capitals", owed ? .3 : .4));
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

    private Find find(int first, int last, IdentityKind kind, String by, double score) {
        int end = prose.end(last);
        boolean initialWithStop = prose.token(last).text().length() == 1
                && last > first
                && last + 1 < prose.size()
                && prose.core(last + 1).equals(".")
                && prose.token(last + 1).span().start() == end;
        var span = new Span(prose.start(first), initialWithStop ? end + 1 : end);
        return new Find(span, span.of(prose.text()), kind, by, score);
    }
}
