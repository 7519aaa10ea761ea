package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an account's author allows. */
public enum Consent {
    NONE("none"),
    COUNTS("counts"),
    REWORDED("reworded"),
    VERBATIM("verbatim"),
    ATTRIBUTED("attributed");

    private final String word;

    Consent(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Consent parse(String text) {
        return Words.parse(Consent.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
