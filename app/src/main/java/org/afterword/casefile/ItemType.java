package org.afterword.casefile;

/** What an item is; the number stands in the file. */
public enum ItemType {
    /** A file exactly as received. */
    EXHIBIT(1),
    /** What was read from an exhibit: a frame for each account. */
    ACCOUNTS(2),
    /** {@link Names}. */
    NAMES(3),
    /** {@link Suggestions}. */
    SUGGESTIONS(4),
    /** The folded log, so that opening is quick; never needed. */
    SNAPSHOT(5),
    /** What a time-stamp authority was asked, and what it answered. */
    STAMP(6),
    /** How a web page was captured. */
    CAPTURE(7),
    /** A codebook as a YAML file. */
    CODEBOOK(8),
    /** {@link Import}. */
    IMPORT(9),
    /** What sentences mean, as vectors of a sentence model. */
    VECTORS(12);

    private final int number;

    ItemType(int number) {
        this.number = number;
    }

    /**
     * @throws IllegalArgumentException if this program does not know the number
     */
    static ItemType of(int number) {
        for (var type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("no item has the type " + number);
    }

    int number() {
        return number;
    }
}
