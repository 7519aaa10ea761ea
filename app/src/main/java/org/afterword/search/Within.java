package org.afterword.search;

import org.afterword.model.Id;
import org.afterword.model.Span;

/** Where to look. It is asked of what has the words already, often, and by several threads. */
public interface Within {
    Within EVERYTHING = (account, stretch) -> true;

    boolean takes(Id account, Span stretch);
}
