package org.afterword.intake;

/** A form is refused. */
final class Shut extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String key;

    /**
     * @param key of the sentence that says why
     */
    Shut(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
