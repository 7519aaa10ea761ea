package org.afterword.protection;

/** What stands in a published text for a name. */
sealed interface Substitute {
    /** The name itself. */
    record Kept() implements Substitute {}

    /** It is no name: nothing happens. */
    record NoName() implements Substitute {}

    /** A person settled that it is hidden, or it is hidden without anybody's deciding. */
    record Hidden(String shown) implements Substitute {}

    /**
     * Not settled, or settled in a way that cannot be.
     *
     * @param shown a mark that keeps the name back in a preview
     * @param decide what a person has to decide: a sentence
     */
    record Undecided(String shown, String decide) implements Substitute {}

    default boolean hides() {
        return switch (this) {
            case Kept() -> false;
            case NoName() -> false;
            case Hidden(String shown) -> true;
            case Undecided(String shown, String decide) -> true;
        };
    }
}
