package org.afterword.model;

import java.util.Optional;

/**
 * What an account names as evidence: it may be captured, asked for, or missing.
 *
 * @param span the words that name it (UTF-16 code units of the account's text)
 * @param target an address or the name of a file, where the source gives one
 */
public record Cited(Span span, Kind kind, Optional<String> target) {
    public enum Kind {
        /** An address. */
        LINK,
        /** A file that the source names: attached, or left out of the export. */
        FILE,
        /** Words alone: "the above screenshot", "my resignation letter". */
        DESCRIBED,
        /** The teller says that there is none: "I have no proof of this". */
        NONE
    }
}
