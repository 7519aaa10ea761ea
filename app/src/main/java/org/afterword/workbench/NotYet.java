package org.afterword.workbench;

import java.util.List;

/** What a page shows is still being worked out. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> sentences;

    /** @param sentences what it is, and how far */
    NotYet(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
