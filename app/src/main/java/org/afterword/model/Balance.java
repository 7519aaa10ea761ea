package org.afterword.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a file holds, and what became of it: nothing vanishes silently.
 *
 * @param unit what is counted: "messages", "comments", "pages", "files"
 * @param expected how many there are, counted apart from reading them
 * @param read how many were
 * @param skipped how many were left out on purpose, by reason
 */
public record Balance(String unit, long expected, long read, Map<String, Long> skipped) {
    public Balance {
        skipped = new TreeMap<>(skipped);
    }

    /** How many are neither read nor left out for a reason; below 0 if more were read than expected. */
    public long missing() {
        return expected
                - read
                - skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
