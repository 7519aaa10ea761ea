package org.afterword.protection;

import java.util.Optional;
import java.util.OptionalInt;
import org.afterword.people.Ages;
import org.afterword.people.Births;
import org.afterword.people.Cluster;

/** What the program itself can call by something wider: an age by its decade, a date of birth by its year. */
final class Wider {
    private static final int OLD = 90;

    private Wider() {}

    /** Empty if only a person can tell what is wider. */
    static Optional<String> of(Cluster cluster) {
        return switch (cluster.kind()) {
            case AGE -> Optional.of(age(cluster.name()));
            case BIRTH -> {
                OptionalInt year = Births.year(cluster.name());
                yield year.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(year.getAsInt()));
            }
            case PERSON, PLACE, GROUP, HANDLE, EMAIL, PHONE, LINK, NUMBER, ADDRESS, DETAIL, UNKNOWN -> Optional.empty();
        };
    }

    /** "an age from 10 to 19". */
    static String age(String phrase) {
        OptionalInt age = Ages.of(phrase);
        if (age.isEmpty()) {
            return "an age";
        }
        int decade = age.getAsInt() / 10 * 10;
        return decade == 0
                ? "an age under 10"
                : decade >= OLD ? "an age of 90 or more" : "an age from " + decade + " to " + (decade + 9);
    }
}
