package org.afterword.model;

/**
 * Something that a reader could not read, or had to guess.
 *
 * @param where in the file: "line 12", "byte 4096", "message 3"; empty if it is the whole file
 * @param message a sentence, without text of the file
 */
public record Warning(String where, String message) {}
