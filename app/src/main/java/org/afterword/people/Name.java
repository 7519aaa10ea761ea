package org.afterword.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.people.Honorifics.Gender;

/**
 * A name with what speaks for or against its being another's as well.
 *
 * @param root the cluster's id
 * @param words without titles
 * @param titles with which it is written, here or somewhere else in the case
 * @param gender what titles tell, or the first name
 * @param accounts numbers of those that name it, rising
 */
@SuppressWarnings("ArrayRecordComponent") // one name, one array
record Name(
        Id id,
        Id root,
        String text,
        IdentityKind kind,
        List<String> words,
        Set<String> titles,
        Optional<Gender> gender,
        String generation,
        int[] accounts) {
    private static final Set<String> MARRIED = Set.of("mrs", "frau", "madame", "mme", "senora", "signora");
    private static final Set<String> UNMARRIED =
            Set.of("miss", "mademoiselle", "mlle", "fraulein", "senorita", "signorina");

    private static final Set<String> NOBLE = Set.of("sir", "lord", "lady", "dame");

    boolean handle() {
        return kind == IdentityKind.HANDLE;
    }

    boolean lone() {
        return words.size() == 1;
    }

    /** Only a title and one word. */
    boolean titled() {
        return lone() && !titles.isEmpty();
    }

    String first() {
        return words.getFirst();
    }

    String last() {
        return words.getLast();
    }

    /** Whether an account names both. */
    boolean meets(Name other) {
        boolean fewer = accounts.length < other.accounts.length;
        int[] few = fewer ? accounts : other.accounts;
        int[] many = fewer ? other.accounts : accounts;
        for (int account : few) {
            if (Arrays.binarySearch(many, account) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing in the names themselves says that they are two persons'. */
    boolean compatible(Name other) {
        boolean genders = gender.isEmpty() || other.gender.isEmpty() || gender.equals(other.gender);
        return genders
                && !(is(MARRIED) && other.is(UNMARRIED))
                && !(is(UNMARRIED) && other.is(MARRIED))
                && generation(other)
                && ranks(other);
    }

    /** Whether she is written with a woman's title, and so seldom with the surname alone. */
    boolean lady() {
        return !titles.isEmpty() && gender.equals(Optional.of(Gender.FEMALE));
    }

    boolean unmarried() {
        return is(UNMARRIED);
    }

    private boolean is(Set<String> some) {
        return titles.stream().anyMatch(some::contains);
    }

    private boolean generation(Name other) {
        if (generation.equals(other.generation)) {
            return true;
        }
        boolean oneHasNone = generation.isEmpty() || other.generation.isEmpty();
        return oneHasNone && !lone() && !other.lone();
    }

    /** A king is no other John; one who is Sir is not Mr as well. */
    private boolean ranks(Name other) {
        boolean free = titles.isEmpty() || other.titles.isEmpty();
        if (free && lone() == other.lone()) {
            return true;
        }
        return ranks().equals(other.ranks()) && (free || noble() == other.noble());
    }

    private List<String> ranks() {
        return titles.stream().filter(Honorifics::rank).toList();
    }

    private boolean noble() {
        return titles.stream().anyMatch(NOBLE::contains);
    }

    /** Of two that are a title and the same surname, whether the titles may be one person's. */
    boolean oneOffice(Name other) {
        if (gender.isPresent() && other.gender.isPresent()) {
            return gender.equals(other.gender);
        }
        return gender.or(other::gender).equals(Optional.of(Gender.MALE));
    }

    static boolean fits(String initialOrName, String name) {
        return initialOrName.length() == 1
                ? name.startsWith(initialOrName) && name.length() > 1
                : initialOrName.equals(name);
    }
}
