package org.afterword.casefile;

import java.time.Instant;

/**
 * A version of a codebook in the case.
 *
 * @param yaml the file as it was kept
 * @param at when it came into the case
 */
public record KeptCodebook(String id, String version, String yaml, Instant at) {}
