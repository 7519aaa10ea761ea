package org.afterword.protection;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Span;

/**
 * A form of a name at its place in a text.
 *
 * @param span UTF-16 code units, without a possessive ending
 * @param clusters whose form it is, in the order of the case; at least one
 * @param certain whether the form names its cluster wherever it stands (a full name, a handle, an address), and not
 *     only perhaps (a first name or surname alone)
 * @param place whether it is the whole name of a place and no ordinary word, which it is after "in" and "of" too
 */
record Occurrence(Span span, List<Id> clusters, boolean certain, boolean place) {
    Occurrence {
        clusters = List.copyOf(clusters);
    }

    /** The same, so much further on. */
    Occurrence moved(int by) {
        return by == 0 ? this : new Occurrence(new Span(span.start() + by, span.end() + by), clusters, certain, place);
    }
}
