package org.afterword.intake;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a letter holds. */
public interface Parts {
    /**
     * @param name {@code text.txt}, {@code answers.txt}, {@code file-1-NAME}
     * @param bytes need not be read to their end
     */
    void part(String name, InputStream bytes) throws IOException;
}
