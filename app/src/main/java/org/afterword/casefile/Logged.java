package org.afterword.casefile;

import java.time.Instant;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * An entry at its place in the log.
 *
 * @param number from 0
 * @param at the clock of the machine that wrote it
 * @param actor who did it
 * @param kind the entry's kind, also where this program does not know it
 * @param entry empty if the kind is unknown
 * @param erasedBy the number of the entry that says that this one was erased; then {@code id} is nobody's, the kind is
 *     {@link #GONE}, and time and actor are those of the erasure
 */
public record Logged(
        long number, Id id, Instant at, String actor, String kind, Optional<Entry> entry, Optional<Long> erasedBy) {
    /** The kind of an entry that was erased: what it was of is not known any more. */
    public static final String GONE = "gone";

    public Logged(long number, Id id, Instant at, String actor, String kind, Optional<Entry> entry) {
        this(number, id, at, actor, kind, entry, Optional.empty());
    }

    /** This entry says that the one of that number was erased. */
    Logged erasing(long erased) {
        return new Logged(erased, new Id(0, 0), at, actor, GONE, Optional.empty(), Optional.of(number));
    }

    Logged at(Instant other) {
        return new Logged(number, id, other, actor, kind, entry, erasedBy);
    }
}
