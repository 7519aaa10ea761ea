package org.afterword.people;

import java.util.List;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;

/** When two names are one name: the same words, whatever their case, accents, possessives and marks. */
final class Keys {
    private static final Pattern GROUPING = Pattern.compile("[ ()-]");
    private static final Pattern SIGN = Pattern.compile("^(@|/?u/|/?user/) ?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** One that is not a single space. */
    private static final Pattern BLANK = Pattern.compile("[\\t\\n\\x0B\\f\\r]| {2}");

    private Keys() {}

    /** What kinds may share an identity: persons and what may be one; each other kind for itself. */
    private enum Family {
        NAME,
        PLACE,
        GROUP,
        HANDLE,
        CONTACT
    }

    private static Family family(IdentityKind kind) {
        return switch (kind) {
            case PERSON, UNKNOWN -> Family.NAME;
            case PLACE -> Family.PLACE;
            case GROUP -> Family.GROUP;
            case HANDLE -> Family.HANDLE;
            case EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> Family.CONTACT;
        };
    }

    static String of(String name, IdentityKind kind) {
        return family(kind) + " " + words(name, kind);
    }

    private static String plainAddress(String folded) {
        int start = folded.startsWith("https://") ? 8 : folded.startsWith("http://") ? 7 : 0;
        start += folded.startsWith("www.", start) ? 4 : 0;
        int end = folded.endsWith("/") && folded.length() > start ? folded.length() - 1 : folded.length();
        return folded.substring(start, end);
    }

    /** A name's words as they are compared. */
    static String words(String name) {
        return words(name, IdentityKind.UNKNOWN);
    }

    private static String words(String name, IdentityKind kind) {
        return switch (kind) {
            case EMAIL, PHONE, LINK, NUMBER ->
                GROUPING.matcher(plainAddress(Folding.fold(name))).replaceAll("");
            case ADDRESS, BIRTH, AGE, DETAIL -> String.join(" ", Forms.words(name));
            case HANDLE -> String.join("", Forms.words(SIGN.matcher(name).replaceFirst("")));
            case PERSON, PLACE, GROUP, UNKNOWN -> {
                List<String> words = Forms.words(bare(name));
                boolean titled = words.size() > 2
                        && Gazetteer.genderedTitle(words.getFirst())
                        && !another(words.getFirst(), words.get(1));
                yield String.join(" ", titled ? words.subList(1, words.size()) : words);
            }
        };
    }

    /** "Mrs Charles Marsh": not Charles Marsh. */
    private static boolean another(String title, String first) {
        return Honorifics.ofTitle(title)
                .flatMap(gender -> Honorifics.ofFirstName(first).map(other -> gender != other))
                .orElse(false);
    }

    /** Without a possessive ending, and without what else does not belong to a name at its ends. */
    static String bare(String name) {
        String bare = name.strip();
        int length = bare.length();
        if (length > 1 && (bare.charAt(length - 1) | 0x20) == 's' && "'’".indexOf(bare.charAt(length - 2)) >= 0) {
            bare = bare.substring(0, length - 2);
        }
        return BLANK.matcher(bare).find() ? BLANKS.matcher(bare).replaceAll(" ") : bare;
    }
}
