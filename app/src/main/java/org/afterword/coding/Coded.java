package org.afterword.coding;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Proposal;

/**
 * A passage with a code, as it stands now: the suggestion with what people made of it.
 *
 * @param suggestion its id, by which it is decided
 * @param coding after a person's changes
 * @param by who or what proposed it
 * @param score the proposer's, 0 to 1
 * @param judgements what each coder holds of it
 * @param adjudicated by whom it was settled, if coders saw it differently
 */
public record Coded(
        Id suggestion,
        Passage passage,
        Proposal.Coding coding,
        Status status,
        String by,
        double score,
        List<Judgement> judgements,
        Optional<Judgement> adjudicated) {
    public Coded {
        judgements = List.copyOf(judgements);
    }

    /** One of which nobody's judgement is told apart. */
    public Coded(Id suggestion, Passage passage, Proposal.Coding coding, Status status, String by, double score) {
        this(suggestion, passage, coding, status, by, score, List.of(), Optional.empty());
    }

    public enum Status {
        SUGGESTED,
        ACCEPTED,
        REJECTED,
        /** Coders see it differently, and nobody has settled it; it counts as little as what nobody has looked at. */
        DISPUTED
    }

    /** What this person holds of it. */
    public Optional<Judgement> judgement(String coder) {
        return judgements.stream().filter(one -> one.coder().equals(coder)).findFirst();
    }

    Coded as(Status other) {
        return new Coded(suggestion, passage, coding, other, by, score, judgements, adjudicated);
    }

    /** As it is for one coder alone; empty if the coder has no part in it. */
    Optional<Coded> of(String coder) {
        return judgement(coder)
                .map(own -> new Coded(
                        suggestion,
                        own.passage(),
                        own.coding(),
                        own.accepts() ? Status.ACCEPTED : Status.REJECTED,
                        by,
                        score,
                        List.of(own),
                        Optional.empty()));
    }
}
