package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How the speaker came by what is said. */
public enum Access {
    EXPERIENCED("experienced"),
    SAW("saw"),
    TOLD_BY_NAMED("told-by-named"),
    TOLD_BY_UNNAMED("told-by-unnamed"),
    DOCUMENT("document"),
    NONE("none");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Access parse(String text) {
        return Words.parse(Access.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
