package org.afterword.people;

import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;

/** By what a form is known in a text: its words, its digits, or the last words of a phrase. */
final class Told {
    /** Addresses in a network: without their marks they are any number. */
    private static final Pattern DOTTED = Pattern.compile("[0-9a-f]{1,4}(?:[.:]{1,2}[0-9a-f]{1,4}){2,7}");

    private Told() {}

    /** How many words at its beginning only tell what the others are. */
    static int before(IdentityKind kind, Forms.Form form) {
        return switch (kind) {
            case BIRTH -> Births.before(Forms.words(form.text()));
            case AGE -> Ages.before(Forms.words(form.text()));
            case PERSON, PLACE, GROUP, HANDLE, EMAIL, PHONE, LINK, NUMBER, ADDRESS, DETAIL, UNKNOWN -> 0;
        };
    }

    /** Whether it is found however its digits are grouped. */
    static boolean byDigits(IdentityKind kind, Forms.Form form) {
        return kind == IdentityKind.PHONE
                || (kind == IdentityKind.NUMBER && !DOTTED.matcher(form.text()).matches());
    }
}
