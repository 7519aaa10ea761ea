package org.afterword.model;

/** How another group stands to the one in question. */
public enum Kinship {
    PREDECESSOR("predecessor"),
    SUCCESSOR("successor"),
    SPLIT_FROM("split-from"),
    SECTION_OF("section-of"),
    SISTER("sister");

    private final String text;

    Kinship(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
