package org.afterword.model;

import java.time.YearMonth;

/**
 * What a later publication says otherwise than an earlier one.
 *
 * @param month in which it was corrected; no finer, so that nobody can tell what came into the case that day
 * @param words what stood there and what stands there now, never whose account it was
 */
public record Correction(YearMonth month, String words) {
    /**
     * @throws IllegalArgumentException if there are no words
     */
    public Correction {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a correction says what was corrected");
        }
    }
}
