package org.afterword.model;

/**
 * A span of an account's text, inside one turn.
 *
 * @param turn the turn's index
 * @param span in UTF-16 code units
 * @param quote exactly the text there
 */
public record Passage(Id account, int turn, Span span, String quote) {}
