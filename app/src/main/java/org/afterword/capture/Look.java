package org.afterword.capture;

import java.util.List;
import java.util.Optional;

/** What a look at a watched page found, beside the looks before it. */
public sealed interface Look {

    /** Nobody had looked before. */
    record First() implements Look {}

    /** As before; there is nothing to keep. */
    record Same() implements Look {}

    /**
     * Words were taken out or put in.
     *
     * @param since the last capture that had the page's words
     */
    record Changed(CaptureRecord since, List<WordDiff.Change> changes) implements Look {}

    /**
     * The page is no longer there, or says nothing any more.
     *
     * @param lastGood the last capture that had the page's words
     */
    record Gone(Optional<CaptureRecord> lastGood) implements Look {}

    /** The page was gone, and is there again, with the words that it had. */
    record Back(CaptureRecord since) implements Look {}

    /** The site is in trouble, does not let us see it, or did not send all: that says nothing of the page. */
    record Unsure() implements Look {}

    /** Whether the capture tells something that those before do not. */
    default boolean worthKeeping() {
        return !(this instanceof Same);
    }
}
