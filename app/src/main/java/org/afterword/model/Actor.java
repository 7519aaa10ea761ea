package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who does it, by the passage: an office or place in the group, never a person. */
public enum Actor {
    /** Those who lead it, or somebody who acts for them. */
    LEADERSHIP("leadership"),
    /** Members among themselves. */
    PEERS("peers"),
    /** The speaker. */
    AUTHOR("author"),
    /** The passage does not tell. */
    UNKNOWN("unknown");

    private final String word;

    Actor(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Actor parse(String text) {
        return Words.parse(Actor.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
