package org.afterword.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person settled.
 *
 * @param target the identity, suggestion, account, witness (speaker) or group
 * @param reason may be empty
 * @param by who decided
 * @param together the same for decisions that one action made, and that are taken back as one
 */
public record Decision(Id id, Id target, Verdict verdict, String reason, String by, Instant at, Optional<Id> together) {
    /** One of its own. */
    public Decision(Id id, Id target, Verdict verdict, String reason, String by, Instant at) {
        this(id, target, verdict, reason, by, at, Optional.empty());
    }
}
