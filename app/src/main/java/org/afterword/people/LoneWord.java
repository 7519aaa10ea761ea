package org.afterword.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;

/** What one capitalised word alone is. */
final class LoneWord {
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
    private static final Set<String> AFTER_SUBJECTS = Set.of(
            "is", "was", "has", "had", "isn't", "wasn't", "hasn't", "hadn't", "should", "would", "will", "could", "did",
            "didn't", "does", "doesn't", "never", "always", "also", "just", "then", "and", "who");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");
    /** "N7", "M25", "B2B": postcodes, roads, formats. */
    private static final Pattern LETTER_AND_NUMBER = Pattern.compile("[A-Z]{1,2}[0-9]{1,3}[A-Z]?");

    private final Prose prose;

    LoneWord(Prose prose) {
        this.prose = prose;
    }

    /** @param titled whether a title stands before it */
    Optional<Find> one(int at, boolean titled) {
        String core = prose.core(at);
        Token token = prose.token(at);
        boolean ordinary = OrdinaryWords.contain(core) || Gazetteer.capitalised(core);
        boolean owed = prose.opens(at) || prose.heading(at);
        if (core.length() < 2) {
            return titled && !core.equals("i")
                    ? Optional.of(prose.find(at, at, IdentityKind.PERSON, "rule:title", .5))
                    : Optional.empty();
        }
        if (Judge.NAMING.contains(prose.core(at - 1)) && !owed) {
            return Optional.of(prose.find(at, at, IdentityKind.PERSON, "rule:named", .8));
        }
        if (titled && !(ordinary && owed)) {
            return Optional.of(prose.find(at, at, IdentityKind.PERSON, "rule:title", ordinary ? .5 : .9));
        }
        boolean toPlace = Judge.TO_PLACES.contains(prose.core(at - 1)) && prose.adjacent(at - 1);
        boolean firstName = Gazetteer.firstName(core);
        if (Gazetteer.place(core) && (toPlace || !firstName) && !(ordinary && owed)) {
            return Optional.of(prose.find(at, at, IdentityKind.PLACE, "gazetteer:places", .85));
        }
        boolean subject = prose.adjacent(at) && AFTER_SUBJECTS.contains(prose.core(at + 1));
        boolean addressed = prose.core(at + 1).equals(",") && prose.opens(at) && !prose.heading(at);
        boolean speaks = prose.adjacent(at)
                && Gazetteer.saying(prose.core(at + 1))
                && prose.token(at + 1).shape() == Token.Shape.LOWER;
        if (firstName) {
            if (!ordinary && !prose.lowerElsewhere(core)) {
                return Optional.of(prose.find(at, at, IdentityKind.PERSON, "gazetteer:first-names", .85));
            }
            boolean evidence = prose.possessive(at)
                    || speaks
                    || subject
                    || addressed
                    || (prose.inside(core) && !Gazetteer.capitalised(core));
            if (token.shape() != Token.Shape.UPPER
                    && (Gazetteer.capitalised(core) ? evidence && !toPlace : !owed || evidence)) {
                return Optional.of(prose.find(at, at, IdentityKind.PERSON, "gazetteer:first-names", .5));
            }
            return Optional.empty();
        }
        if (hashtag(at)) {
            return Optional.of(prose.find(at, at, IdentityKind.PERSON, "rule:hashtag", .4));
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
                        .anyMatch(
                                part -> part.length() > 2 && Gazetteer.firstName(part) && !OrdinaryWords.contain(part));
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
                    ? Optional.of(prose.find(at, at, IdentityKind.UNKNOWN, "rule:capitals", .3))
                    : Optional.empty();
        }
        return Optional.of(prose.find(at, at, IdentityKind.GROUP, "rule:acronym", .6));
    }

    private Optional<Find> name(int at, String core, boolean owed, boolean speaks, boolean toPlace) {
        boolean lowerToo = prose.lowerElsewhere(core);
        if (speaks && !lowerToo) {
            return Optional.of(prose.find(at, at, IdentityKind.PERSON, "rule:verb-of-saying", owed ? .5 : .65));
        }
        boolean seen = prose.inside(core);
        if (Gazetteer.surname(core) && !lowerToo && (!owed || seen || prose.possessive(at))) {
            return Optional.of(prose.find(at, at, IdentityKind.PERSON, "gazetteer:surnames", .6));
        }
        if (lowerToo || prose.capitalNouns() || (owed && !seen && !prose.possessive(at)) || prose.heading(at)) {
            return Optional.empty();
        }
        if (toPlace) {
            return Optional.of(prose.find(at, at, IdentityKind.PLACE, "rule:place-preposition", .4));
        }
        if (TO_PEOPLE.contains(prose.core(at - 1)) && prose.adjacent(at - 1)) {
            return Optional.of(prose.find(at, at, IdentityKind.UNKNOWN, "rule:before-names", .5));
        }
        return Optional.of(prose.find(at, at, IdentityKind.UNKNOWN, "rule:capitals", owed ? .3 : .4));
    }
}
