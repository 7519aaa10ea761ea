package org.afterword.reading;

import java.io.IOException;

/** One format. A new format is one more of these, with a place in {@link Readers}. */
interface Reader {
    /** The account's format, and the reader's name: "whatsapp". */
    String name();

    /**
     * Whether it reads files that are too large for memory, and files that are no text. It is asked about each, and
     * sees only {@link Source#head()} and pieces of a large one. Others are asked only about text of up to {@link
     * Source#LIMIT} bytes.
     */
    default boolean streams() {
        return false;
    }

    /**
     * Whether what it takes is of its format for certain: where it finds nothing but what it left out, no other reader
     * is asked, who would take a table of votes for somebody's story.
     */
    default boolean settles() {
        return false;
    }

    /** How sure it is that the source is of its format: 0 (is not) to 1. Quick, and never an exception. */
    double confidence(Source source);

    /**
     * Gives what could be read, and warnings of what could not; nothing is thrown because of what the source holds.
     *
     * @throws IOException if the source cannot be fetched, or nobody takes what is found
     */
    void read(Source source, Findings into) throws IOException;
}
