package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can be suggested, and then decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proposal.Coding.class, name = "coding"),
    @JsonSubTypes.Type(value = Proposal.CopyOf.class, name = "copy"),
    @JsonSubTypes.Type(value = Proposal.Alias.class, name = "alias"),
    @JsonSubTypes.Type(value = Proposal.Role.class, name = "role"),
    @JsonSubTypes.Type(value = Proposal.SpeaksAs.class, name = "vantage"),
    @JsonSubTypes.Type(value = Proposal.Stated.class, name = "fact")
})
public sealed interface Proposal {

    /**
     * One category on one passage.
     *
     * @param code the code's id ("practice/money-demand")
     * @param group what the passage speaks of, where that is another group than the account's; empty for the account's
     * @param version of the codebook by which it was coded; empty in what was coded before cases kept codebooks
     * @param circumstances empty if nothing of them is known
     */
    record Coding(
            String code,
            Polarity polarity,
            Access access,
            Claim claim,
            Optional<String> group,
            Optional<String> version,
            Optional<Circumstances> circumstances)
            implements Proposal {
        public Coding {
            circumstances = circumstances.filter(some -> !some.equals(Circumstances.UNKNOWN));
        }

        /** By a codebook whose version is not said, of circumstances that are not known. */
        public Coding(String code, Polarity polarity, Access access, Claim claim, Optional<String> group) {
            this(code, polarity, access, claim, group, Optional.empty(), Optional.empty());
        }

        public Standing standing() {
            return Standing.of(access, claim);
        }

        /** Who did it; empty if that is not known. */
        public Optional<Actor> actor() {
            return circumstances.flatMap(Circumstances::actor).filter(one -> one != Actor.UNKNOWN);
        }

        public Coding in(Circumstances others) {
            return new Coding(code, polarity, access, claim, group, version, Optional.of(others));
        }

        public Coding by(String codebook) {
            return new Coding(code, polarity, access, claim, group, Optional.of(codebook), circumstances);
        }

        /** Who did it to whom is told, but not where and when. */
        public Coding withoutWhereabouts() {
            return circumstances
                    .map(some -> in(new Circumstances(some.actor(), some.target(), Optional.empty(), Optional.empty())))
                    .orElse(this);
        }

        /** With every name in it changed: of a group, of a part of it. */
        public Coding named(UnaryOperator<String> change) {
            return new Coding(
                    code,
                    polarity,
                    access,
                    claim,
                    group.map(change),
                    version,
                    circumstances.map(some -> some.named(change)));
        }
    }

    /**
     * The target account has text of another.
     *
     * @param original the account that seems to be the earlier
     * @param overlap the share of the shorter text's shingles that both have, 0 to 1
     */
    record CopyOf(Id original, CopyKind copyKind, double overlap) implements Proposal {}

    /** The target identity and another seem to be the same. */
    record Alias(Id other) implements Proposal {}

    /** The target identity seems to have a role ("branch secretary"). */
    record Role(String role) implements Proposal {}

    /** The target witness seems to speak from this vantage. */
    record SpeaksAs(Vantage vantage) implements Proposal {}

    /** The target account tells this date, length of time, amount or number. */
    record Stated(Fact fact) implements Proposal {}
}
