package org.afterword.people;

import java.util.List;
import org.afterword.model.Span;

/**
 * What one pass over the words of a text has left to be read, and what it saw on its way.
 *
 * @param windows the stretches that may hold a name, in the order of the text and apart, each with the words around it
 *     by which it is judged: what {@link FormMatcher#all} finds in the whole text it finds in them
 * @param spaced whether letters may stand apart, as in "M a r s h"
 * @param parted whether a word may be parted at the end of a line
 * @param encoded where runs of letters and digits begin that may be text in another form
 */
public record Sifted(List<Span> windows, boolean spaced, boolean parted, List<Integer> encoded) {
    public Sifted {
        windows = List.copyOf(windows);
        encoded = List.copyOf(encoded);
    }
}
