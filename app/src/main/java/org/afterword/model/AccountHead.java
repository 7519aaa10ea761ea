package org.afterword.model;

import java.util.Optional;

/**
 * An account without its text, for lists of very many.
 *
 * @param group of which it tells
 * @param title empty if it has none
 * @param opening where it has no title, the first words of its text, set in one line; else empty
 * @param by who wrote it, else who put it online; empty if neither is known
 */
public record AccountHead(
        Id id, Id exhibit, Optional<Id> group, String title, String opening, Optional<String> by, Optional<When> date) {
    private static final int LONGEST = 64;
    /** Of which the first words are taken: more white space than this begins no text that anybody reads. */
    private static final int LOOKED_AT = 512;

    public static AccountHead of(Account account) {
        return new AccountHead(
                account.id(),
                account.exhibit(),
                account.group(),
                account.title().isBlank() ? "" : account.title(),
                account.title().isBlank() ? opening(account.text()) : "",
                account.author().or(account::poster),
                account.date());
    }

    private static String opening(String text) {
        String line =
                text.substring(0, Math.min(LOOKED_AT, text.length())).strip().replaceAll("\\s+", " ");
        int end = Math.min(LONGEST, line.length());
        return line.substring(0, end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}
