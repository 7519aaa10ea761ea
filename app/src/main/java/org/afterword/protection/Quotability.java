package org.afterword.protection;

/**
 * What may be shown of one account's words, from its author's consent and from whether the text can be found in
 * public. A text that can be found is never quoted under a pseudonym: the words themselves lead to its author.
 */
public sealed interface Quotability {

    /** Its author allows nothing: it is not even counted. */
    record NotCounted(String reason) implements Quotability {}

    /**
     * It counts as a witness, and none of its words is shown.
     *
     * @param reason why, and what would change it: a sentence
     * @param rewordings whether a person's own wording of a passage may be shown, because the author allowed more
     */
    record CountsOnly(String reason, boolean rewordings) implements Quotability {}

    /** Only what a person has put into other words ({@link org.afterword.model.Verdict.Reword}). */
    record Reworded() implements Quotability {}

    /** Its own words, with names replaced. */
    record Verbatim() implements Quotability {}

    /**
     * Its own words, under its author's name and with a link to where it stands.
     *
     * @param link an http or https address
     * @param name the author's, as the source gives it
     */
    record Attributed(Redacted link, Redacted name) implements Quotability {}

    /** Whether a run of its words may stand in what is published. */
    default boolean quotable() {
        return switch (this) {
            case NotCounted n -> false;
            case CountsOnly c -> false;
            case Reworded r -> false;
            case Verbatim v -> true;
            case Attributed a -> true;
        };
    }

    /** Whether a person's wording of one of its passages may be shown. */
    default boolean rewordable() {
        return switch (this) {
            case NotCounted n -> false;
            case CountsOnly(String reason, boolean rewordings) -> rewordings;
            case Reworded r -> true;
            case Verbatim v -> true;
            case Attributed a -> true;
        };
    }

    /** Whether it may be counted among the witnesses. */
    default boolean counted() {
        return !(this instanceof NotCounted);
    }
}
