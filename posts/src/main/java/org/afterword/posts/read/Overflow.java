package org.afterword.posts.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where numbers about people are put that memory does not hold. Whoever starts a run says where, and sees to it that
 * nobody reads there, and that nothing is left behind.
 */
@FunctionalInterface
public interface Overflow {
    /** A new place.
     *
     * @throws IOException if there is none
     */
    Place place() throws IOException;

    /** Bytes that are written once and read as often as one likes. */
    interface Place extends Closeable {
        /** What is written counts once it is closed. */
        OutputStream write() throws IOException;

        /** What was written. */
        InputStream read() throws IOException;
    }
}
