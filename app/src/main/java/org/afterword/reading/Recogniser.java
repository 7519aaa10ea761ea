package org.afterword.reading;

import java.io.IOException;

/** Reads the text in pictures. A reader has none of its own: the locked child asks its parent. */
public interface Recogniser {
    /** The largest picture that is taken, in bytes. */
    int LARGEST = 32 << 20;

    /** The longest that one picture may take, in seconds. */
    int LONGEST = 120;

    /** Nothing is here to recognise with. */
    Recogniser NONE = png -> Recognised.not("text in pictures is not read here");

    /**
     * @param png of at most {@link #LARGEST} bytes
     * @throws IOException if nobody answers
     */
    Recognised recognise(byte[] png) throws IOException;

    /**
     * What was seen in a picture.
     *
     * @param table a line for each word, as Tesseract's {@code tsv} has it; empty if there is a problem
     * @param problem why nothing could be recognised, or not in all languages; empty if all is well
     */
    record Recognised(String table, String problem) {
        static Recognised not(String problem) {
            return new Recognised("", problem);
        }
    }
}
