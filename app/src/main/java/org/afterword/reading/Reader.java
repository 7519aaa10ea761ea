package org.afterword.reading;

/** One format. A new format is one more of these, with a place in {@link Readers}. */
interface Reader {
    /** The account's format, and the reader's name: "whatsapp". */
    String name();

    /** How sure it is that the source is of its format: 0 (is not) to 1. Quick, and never an exception. */
    double confidence(Source source);

    /** What could be read, and what could not; never an exception because of what the source holds. */
    Read read(Source source);
}
