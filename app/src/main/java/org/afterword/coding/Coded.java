package org.afterword.coding;

import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Proposal;

/**
 * A passage with a code, as it stands now: the suggestion with what a person made of it.
 *
 * @param suggestion its id, by which it is decided
 * @param coding after a person's changes
 * @param by who or what proposed it
 * @param score the proposer's, 0 to 1
 */
public record Coded(Id suggestion, Passage passage, Proposal.Coding coding, Status status, String by, double score) {
    public enum Status {
        SUGGESTED,
        ACCEPTED,
        REJECTED
    }
}
