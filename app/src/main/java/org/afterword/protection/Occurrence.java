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
 */
record Occurrence(Span span, List<Id> clusters, boolean certain) {
    Occurrence {
        clusters = List.copyOf(clusters);
    }
}
