package org.afterword.model;

/**
 * What a file says of itself, or of who made it, beside its text: never published, but searched for names.
 *
 * @param name the field, in small letters with hyphens: "last-modified-by", "camera-owner", "reply-to"
 * @param value as it stands there
 */
public record Metadatum(String name, String value) {}
