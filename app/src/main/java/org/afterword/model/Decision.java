package org.afterword.model;

import java.time.Instant;

/**
 * What a person settled.
 *
 * @param target the identity, suggestion, account, witness (speaker) or group
 * @param reason may be empty
 * @param by who decided
 */
public record Decision(Id id, Id target, Verdict verdict, String reason, String by, Instant at) {}
