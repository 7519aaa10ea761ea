package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How one account repeats another. */
public enum CopyKind {
    /** The whole, put online again. */
    REPOST("repost"),
    /** A part of it, inside a text of its own. */
    QUOTATION("quotation"),
    /** The whole, edited. */
    NEAR_COPY("near-copy");

    private final String word;

    CopyKind(String word) {
        this.word = word;
    }

    @JsonCreator
    public static CopyKind parse(String text) {
        return Words.parse(CopyKind.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
