package org.afterword.capture;

import java.io.IOException;

/** A page, or a part of one, could not be got; the message says why, in words that go on from the page's address. */
public final class CaptureException extends IOException {
    private static final long serialVersionUID = 1;

    CaptureException(String message) {
        super(message);
    }
}
