package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a passage says that a practice happened, or that it did not. */
public enum Polarity {
    REPORTS("reports"),
    DENIES("denies");

    private final String word;

    Polarity(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Polarity parse(String text) {
        return Words.parse(Polarity.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
