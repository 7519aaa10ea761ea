package org.afterword.posts.read;

/** A file or a request that cannot be used; the message says why, and what to do, without quoting a post. */
public final class BadInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
