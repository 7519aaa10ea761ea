package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person settled.
 *
 * @param target the identity, suggestion, account, witness (speaker) or group
 * @param reason may be empty
 * @param by who decided
 * @param together the same for decisions that one action made, and that are taken back as one
 * @param under the codebooks in force ("practice/1,lifton/1"), where the decision is about what an account says; empty
 *     where it is not, and in cases of before this was kept
 * @param adjudicates whether it settles what coders see differently
 */
public record Decision(
        Id id,
        Id target,
        Verdict verdict,
        String reason,
        String by,
        Instant at,
        Optional<Id> together,
        Optional<String> under,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean adjudicates) {
    /** The aspect of what settles what coders see differently. */
    public static final String SETTLED = "adjudication";

    /** One of its own. */
    public Decision(Id id, Id target, Verdict verdict, String reason, String by, Instant at) {
        this(id, target, verdict, reason, by, at, Optional.empty(), Optional.empty(), false);
    }

    /** The same with other words. */
    public Decision with(Id otherTarget, Verdict other, String otherReason) {
        return new Decision(id, otherTarget, other, otherReason, by, at, together, under, adjudicates);
    }

    /** The same as a part of one action. */
    public Decision together(Optional<Id> action) {
        return new Decision(id, target, verdict, reason, by, at, action, under, adjudicates);
    }

    /** What it settles: decisions on one target that exclude each other share it. */
    public String aspect() {
        return adjudicates ? SETTLED : verdict.aspect();
    }

    /** Whether it was made in one step with what it is about: somebody coded a passage by hand, or took that back. */
    public boolean withItsCoding() {
        return together.equals(Optional.of(target));
    }

    /** Whether it says no more than that a coding by hand was taken back, as if it had not been. */
    public boolean takesBackItsCoding() {
        return withItsCoding() && verdict instanceof Verdict.Reject;
    }

    /** Who decided, as {@link #coder(String)} has it. */
    public String coder() {
        return coder(by);
    }

    /**
     * A person's name, as decisions and codings by hand both have it.
     *
     * @param by "anna", "person anna", or "person" for somebody who gave no name
     */
    public static String coder(String by) {
        String person = "person ";
        return by.startsWith(person) && by.length() > person.length() ? by.substring(person.length()) : by;
    }
}
