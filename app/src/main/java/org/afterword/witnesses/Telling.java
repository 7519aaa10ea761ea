package org.afterword.witnesses;

import java.util.Set;
import org.afterword.model.Id;

/**
 * Whose statement a passage is.
 *
 * @param witness the witness's representative ({@link Witnesses#witness})
 * @param certain false if another account has the same words and it is not known who had them from whom
 * @param perhapsOf then, the witnesses whose words they may be instead, and the speakers who are none, as their account
 *     may not be counted
 */
public record Telling(Id witness, boolean certain, Set<Id> perhapsOf) {
    public Telling {
        perhapsOf = Set.copyOf(perhapsOf);
    }
}
