package org.afterword.comparison;

import java.io.IOException;

/** A file is no baseline that can be compared with; the message says why, in a sentence. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1;

    BaselineException(String message) {
        super(message);
    }
}
