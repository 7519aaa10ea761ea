package org.afterword.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader is told of before reading; {@code docs/decisions/0024-content-notes.md} says why these. */
public enum ContentNote {
    VIOLENCE,
    SEXUAL_VIOLENCE,
    SELF_HARM,
    HARM_TO_CHILDREN;

    private static final String NONE = "none";

    /** {@code sexual-violence}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a decision has it: {@code violence,self-harm}; {@code none}. */
    static String text(List<ContentNote> notes) {
        return notes.isEmpty()
                ? NONE
                : notes.stream().map(ContentNote::toString).collect(Collectors.joining(","));
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException with a sentence that names what can stand there
     */
    static List<ContentNote> parse(String text) {
        return text.equals(NONE)
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .map(ContentNote::one)
                        .toList();
    }

    private static ContentNote one(String text) {
        return Arrays.stream(values())
                .filter(note -> note.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is no content note; known are violence, sexual-violence, self-harm, harm-to-children (several"
                        + " with commas), and none"));
    }
}
