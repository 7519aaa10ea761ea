package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of statement it is. */
public enum Claim {
    EVENT("event"),
    HABIT("habit"),
    RULE("rule"),
    INFERENCE("inference"),
    OPINION("opinion"),
    SPECULATION("speculation");

    private final String word;

    Claim(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Claim parse(String text) {
        return Words.parse(Claim.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
