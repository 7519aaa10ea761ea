package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What happened to an amount of money, by the grammar of the sentence that names it. */
public enum AmountKind {
    /** Wanted of somebody: a request, a demand, a due, a goal. */
    ASKED("asked"),
    /** Promised, and not said to be given. */
    PLEDGED("pledged"),
    /** Paid, given, lent by somebody. */
    GIVEN("given"),
    /** Brought together from many, or taken in. */
    COLLECTED("collected"),
    /** Asked, and not given. */
    REFUSED("refused"),
    /** What something costs. */
    PRICE("price"),
    /** The sentence does not say. */
    UNKNOWN("unknown");

    private final String word;

    AmountKind(String word) {
        this.word = word;
    }

    @JsonCreator
    public static AmountKind parse(String text) {
        return Words.parse(AmountKind.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
