package org.afterword.people;

import java.util.List;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;

/** When two names are one name: the same words, whatever their case, accents, possessives and marks. */
final class Keys {
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
            case EMAIL, PHONE, LINK, NUMBER -> Family.CONTACT;
        };
    }

    static String of(String name, IdentityKind kind) {
        return family(kind) + " " + words(name, kind);
    }

    /** A name's words as they are compared. */
    static String words(String name) {
        return words(name, IdentityKind.UNKNOWN);
    }

    private static String words(String name, IdentityKind kind) {
        return switch (kind) {
            case EMAIL, PHONE, LINK, NUMBER ->
                Folding.fold(name)
                        .replaceFirst("^(https?://)?(www\\.)?", "")
                        .replaceFirst("/$", "")
                        .replaceAll("[ ()-]", "");
            case HANDLE -> String.join("", Forms.words(name.replaceFirst("^(@|/?u/|/?user/) ?", "")));
            case PERSON, PLACE, GROUP, UNKNOWN -> {
                List<String> words = Forms.words(bare(name));
                boolean titled = words.size() > 2 && Gazetteer.genderedTitle(words.getFirst());
                yield String.join(" ", titled ? words.subList(1, words.size()) : words);
            }
        };
    }

    /** Without a possessive ending, and without what else does not belong to a name at its ends. */
    static String bare(String name) {
        return name.strip().replaceFirst("(?i)['’]s$", "").replaceAll("\\s+", " ");
    }
}
