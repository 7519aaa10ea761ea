package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a teller guards a number or a date. */
public enum Hedge {
    /** "about", "around", "perhaps", "or so". */
    ABOUT("about"),
    /** "nearly", "almost". */
    NEARLY("nearly"),
    AT_LEAST("at-least"),
    /** "up to", "at most", "no more than". */
    UP_TO("up-to"),
    /** "more than", "over". */
    OVER("over"),
    /** "less than", "under". */
    UNDER("under"),
    /** One of two: "10 or 12 thousand". */
    OR("or"),
    /** "a few", "several", "hundreds of". */
    FEW("few");

    private final String word;

    Hedge(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Hedge parse(String text) {
        return Words.parse(Hedge.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
