package org.afterword.cli;

/** The command was called in a way that it cannot be; the message says how it can. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
