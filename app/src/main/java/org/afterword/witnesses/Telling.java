package org.afterword.witnesses;

import java.util.Optional;
import org.afterword.model.Id;

/**
 * Whose statement a passage is.
 *
 * @param witness the witness's representative ({@link Witnesses#witness})
 * @param certain false if another account has the same words and it is not known who had them from whom
 * @param perhapsOf then, the witness whose words they may be instead
 */
public record Telling(Id witness, boolean certain, Optional<Id> perhapsOf) {
    static Telling own(Id witness) {
        return new Telling(witness, true, Optional.empty());
    }
}
