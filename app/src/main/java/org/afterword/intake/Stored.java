package org.afterword.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * A letter that lies in the inbox.
 *
 * @param mailbox whose it is
 * @param toCase whether it is for the case, or for the source
 * @param day when it came
 * @param seen whether the source has opened it
 * @param collected when it was collected
 * @param key where its key lies; none if the letter was wiped after it was collected
 * @param length of the age file, in bytes
 */
public record Stored(
        Id id,
        Id mailbox,
        boolean toCase,
        LocalDate day,
        boolean seen,
        Optional<LocalDate> collected,
        int key,
        long length) {
    static final int NO_KEY = -1;

    /** Whether its content still lies here. */
    public boolean here() {
        return key != NO_KEY;
    }
}
