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
 */
public record Logged(long number, Id id, Instant at, String actor, String kind, Optional<Entry> entry) {}
