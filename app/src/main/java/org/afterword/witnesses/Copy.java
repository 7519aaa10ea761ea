package org.afterword.witnesses;

import org.afterword.model.CopyKind;
import org.afterword.model.Id;

/**
 * Two accounts that have text in common, as it stands now.
 *
 * @param suggestion its id, by which it is decided
 * @param a the account that seems to be the earlier
 * @param b the one that has its text again
 * @param overlap the share of the shorter text's shingles (runs of five words) that both have, 0 to 1
 */
public record Copy(Id suggestion, Id a, Id b, CopyKind kind, double overlap, Status status) {
    public enum Status {
        /** Nobody has decided; until somebody does, it is held for a copy. */
        SUGGESTED,
        ACCEPTED,
        /** A person says that these are two texts in their own right. */
        REJECTED
    }

    public boolean holds() {
        return status != Status.REJECTED;
    }
}
