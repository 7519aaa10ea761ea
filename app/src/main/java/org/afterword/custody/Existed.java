package org.afterword.custody;

import java.time.Duration;
import java.time.Instant;

/**
 * What a token shows: its stamp was there at a time, says an authority.
 *
 * @param time as the token has it
 * @param before the same and its accuracy: it was there before this
 * @param stated whether the token says how accurate it is; else {@code before} is its time
 * @param authority the name in the certificate that signed; a text from outside, without control characters
 * @param policy under which it was given: an object identifier
 * @param serial the token's number, decimal
 * @param root what is known of the authority's root
 */
public record Existed(
        Instant time, Instant before, boolean stated, String authority, String policy, String serial, Root root) {

    /** What stands behind the authority's certificate. */
    public enum Root {
        /** It leads to a root that was given for this verification. */
        GIVEN("its root is one that you gave"),
        /** It leads to a root that the archivist gave when stamping. */
        KEPT("root given by the archivist when stamping"),
        /** Roots were given, and it leads to none of them. */
        ELSEWHERE("its certificate leads to none of the roots you gave"),
        /** No root was given. */
        UNCHECKED("the authority's root was not checked: give --roots");

        private final String words;

        Root(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        boolean trusted() {
            return this == GIVEN || this == KEPT;
        }
    }

    /** How far the token's time lies after (or, negative, before) another clock. */
    Duration ahead(Instant clock) {
        return Duration.between(clock, time);
    }
}
