package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** To whom it is done, by the passage. */
public enum Target {
    /** The speaker. */
    AUTHOR("author"),
    /** Members, the speaker perhaps among them. */
    MEMBERS("members"),
    /** Who has left or is about to. */
    LEAVERS("leavers"),
    /** Who does not belong to it. */
    OUTSIDERS("outsiders"),
    /** The passage does not tell. */
    UNKNOWN("unknown");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Target parse(String text) {
        return Words.parse(Target.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
