package org.afterword.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;

/**
 * A name with what speaks for or against its being another's as well.
 *
 * @param root the cluster's id
 * @param words without a title
 * @param titled whether it is only a title and one word
 * @param accounts numbers of those that name it, rising
 * @param number its own among all names, in the order of the case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Name(
        Id id,
        Id root,
        String text,
        IdentityKind kind,
        List<String> words,
        boolean titled,
        Optional<Gender> gender,
        int[] accounts,
        int number) {
    boolean lone() {
        return words.size() == 1;
    }

    String first() {
        return words.getFirst();
    }

    String last() {
        return words.getLast();
    }

    enum Gender {
        FEMALE,
        MALE
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

    boolean compatible(Name other) {
        return gender().isEmpty() || other.gender().isEmpty() || gender().equals(other.gender());
    }

    /** What a title before the name tells. */
    static Optional<Gender> gender(String text) {
        if (text.chars().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        List<String> words = Forms.words(text);
        if (words.size() < 2) {
            return Optional.empty();
        }
        if (Gazetteer.female(words.getFirst())) {
            return Optional.of(Gender.FEMALE);
        }
        return Gazetteer.male(words.getFirst()) ? Optional.of(Gender.MALE) : Optional.empty();
    }

    static boolean fits(String initialOrName, String name) {
        return initialOrName.length() == 1
                ? name.startsWith(initialOrName) && name.length() > 1
                : initialOrName.equals(name);
    }
}
