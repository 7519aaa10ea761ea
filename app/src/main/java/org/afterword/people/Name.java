package org.afterword.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;

/**
 * A name with what speaks for or against its being another's as well.
 *
 * @param root the cluster's id
 * @param words without a title
 * @param titled whether it is only a title and one word
 */
record Name(
        Id id,
        Id root,
        String text,
        IdentityKind kind,
        List<String> words,
        boolean titled,
        Optional<Gender> gender,
        Set<Id> accounts) {
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

    boolean compatible(Name other) {
        return gender().isEmpty() || other.gender().isEmpty() || gender().equals(other.gender());
    }

    /** What a title before the name tells. */
    static Optional<Gender> gender(String text) {
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
