package org.afterword.coding;

import java.io.IOException;

/** A codebook cannot be read; the message is one sentence that says what is wrong and where. */
public final class CodebookException extends IOException {
    CodebookException(String message) {
        super(message);
    }

    CodebookException(String message, Throwable cause) {
        super(message, cause);
    }
}
