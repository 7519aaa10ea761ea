package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a text can be found in public. */
public enum Publicness {
    YES("yes"),
    NO("no"),
    DELETED("deleted"),
    UNKNOWN("unknown");

    private final String word;

    Publicness(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Publicness parse(String text) {
        return Words.parse(Publicness.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
