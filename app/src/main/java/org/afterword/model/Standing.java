package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** The short form derived from access and claim. */
public enum Standing {
    FIRST_HAND("first-hand"),
    TOLD_BY_NAMED("told-by-named"),
    TOLD_BY_UNNAMED("told-by-unnamed"),
    DOCUMENT("document"),
    OPINION("opinion"),
    SPECULATION("speculation");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /**
     * Speculation stays speculation and opinion opinion, whoever holds it; an inference is no more than an opinion
     * unless it is drawn from what the speaker lived through or saw; the rest follows access.
     */
    public static Standing of(Access access, Claim claim) {
        return switch (claim) {
            case SPECULATION -> SPECULATION;
            case OPINION -> OPINION;
            case EVENT, HABIT, RULE, INFERENCE ->
                switch (access) {
                    case EXPERIENCED, SAW -> claim == Claim.INFERENCE ? OPINION : FIRST_HAND;
                    case TOLD_BY_NAMED -> TOLD_BY_NAMED;
                    case TOLD_BY_UNNAMED -> TOLD_BY_UNNAMED;
                    case DOCUMENT -> DOCUMENT;
                    case NONE -> OPINION;
                };
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
