package org.afterword.search;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Span;

/**
 * A passage that was found.
 *
 * @param span in UTF-16 code units of the account's text
 * @param quote exactly the text there
 * @param marks the words that were looked for, in code units of the quote, in order, not overlapping; none where only
 *     the meaning is alike
 * @param score orders what one search found, from 1 for what every way of looking puts first, and says nothing else
 */
public record Hit(Id account, Span span, String quote, List<Span> marks, double score) {
    public Hit {
        marks = List.copyOf(marks);
    }
}
