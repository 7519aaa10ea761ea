package org.afterword.model;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who did it to whom, where in the group and when, as the passage tells it; what is empty is not known.
 *
 * @param unit a branch, section or circle of the group; may be a name, and is never published
 * @param period never published
 */
public record Circumstances(
        Optional<Actor> actor, Optional<Target> target, Optional<String> unit, Optional<Era> period) {
    public static final Circumstances UNKNOWN =
            new Circumstances(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Circumstances by(Actor other) {
        return new Circumstances(Optional.of(other), target, unit, period);
    }

    /** As written in a coding's change ({@code actor}, {@code target}, {@code unit}, {@code period}). */
    static boolean hasField(String name) {
        return name.equals("actor") || name.equals("target") || name.equals("unit") || name.equals("period");
    }

    /**
     * @throws IllegalArgumentException if the value cannot be
     */
    Circumstances with(String field, String value) {
        return switch (field) {
            case "actor" -> new Circumstances(Optional.of(Actor.parse(value)), target, unit, period);
            case "target" -> new Circumstances(actor, Optional.of(Target.parse(value)), unit, period);
            case "unit" -> new Circumstances(actor, target, Optional.of(value), period);
            case "period" -> new Circumstances(actor, target, unit, Optional.of(Era.parse(value)));
            default -> throw new IllegalArgumentException("'" + field + "' is no circumstance");
        };
    }

    /** With what the other knows; of what both know, the other's. */
    public Circumstances or(Circumstances other) {
        return new Circumstances(
                other.actor.or(() -> actor),
                other.target.or(() -> target),
                other.unit.or(() -> unit),
                other.period.or(() -> period));
    }

    /** With what is named in it changed. */
    public Circumstances named(UnaryOperator<String> change) {
        return new Circumstances(actor, target, unit.map(change), period);
    }

    /** As {@link CodingChange} writes it; nothing for what is not known. */
    String text() {
        var parts = new StringBuilder();
        actor.ifPresent(v -> parts.append(",actor:").append(v));
        target.ifPresent(v -> parts.append(",target:").append(v));
        unit.ifPresent(v -> parts.append(",unit:").append(v));
        period.ifPresent(v -> parts.append(",period:").append(v));
        return parts.toString();
    }
}
