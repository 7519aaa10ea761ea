package org.afterword.cli;

import java.util.Locale;

/** Who looks for names. */
enum NameFinders {
    /** The learned finder and the rules together. */
    LEARNED,
    /** Rules and lists alone. */
    RULES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
