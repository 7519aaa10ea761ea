package org.afterword.custody;

/** A time stamp that cannot be had or does not prove what it should. The message says why, and follows a name: "it …". */
public final class StampException extends Exception {
    private static final long serialVersionUID = 1;

    StampException(String message) {
        super(message);
    }

    StampException(String message, Throwable cause) {
        super(message, cause);
    }
}
