package org.afterword.casefile;

import java.time.Instant;
import org.afterword.model.Id;

/**
 * That an authority stamped a checkpoint of this case, as the log says it.
 *
 * @param size how many entries the stamped checkpoint covers; the entry that says so comes after them
 * @param item the request and the response, whole ({@code custody.TimeStamp} reads it)
 * @param authority the address that was asked
 * @param at the clock of the machine that asked
 */
public record Stamp(long size, Id item, String authority, Instant at) {}
