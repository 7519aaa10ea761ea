package org.afterword.protection;

import java.util.List;

/** Finds the forms of all names of the case in a text. */
@FunctionalInterface
interface Occurrences {
    /** In the order of the text; may overlap. */
    List<Occurrence> in(String text);
}
