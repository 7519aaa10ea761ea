package org.afterword.reading;

import java.io.IOException;

/** A format that is read from the whole text at once. */
interface WholeReader extends Reader {
    /** What could be read, and what could not; never an exception because of what the source holds. */
    Read read(Source source);

    @Override
    default void read(Source source, Findings into) throws IOException {
        into.all(read(source));
    }
}
