package org.afterword.model;

/**
 * A search that somebody kept, to be made again by whoever works with the case.
 *
 * @param name what it is called
 * @param words that were sought
 * @param group an id, {@code code} a code's, {@code standing} and {@code reviewed} as the page of search has them; each
 *     empty for any
 * @param from and {@code to}: days, ISO 8601, or empty
 */
public record KeptSearch(
        Id id,
        String name,
        String words,
        String group,
        String code,
        String standing,
        String reviewed,
        String from,
        String to,
        String by) {}
