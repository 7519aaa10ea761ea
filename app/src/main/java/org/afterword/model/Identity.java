package org.afterword.model;

/**
 * Who or what is named, over the whole case. Every change of what belongs together is a decision
 * ({@link Verdict.SameAs}); an identity itself never changes.
 *
 * @param name the fullest form seen
 * @param by what found it: a finder's name and version, or a person's
 */
public record Identity(Id id, IdentityKind kind, String name, String by) {}
