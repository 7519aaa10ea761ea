package org.afterword.model;

/**
 * A place in an account where an identity is named.
 *
 * @param identity as found; decisions may join it with others
 * @param account where
 * @param span in the account's text (UTF-16 code units); empty spans stand for the account's metadata
 * @param text as written there
 * @param by what found it
 * @param score how sure, 0 to 1; 1 for a person's own
 */
public record Mention(Id identity, Id account, Span span, String text, String by, double score) {}
