package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that a verification found.
 *
 * @param where "log entry 12", "chunk 3 of item 0abc…"; never text of the case
 * @param meaning what it means, a sentence
 * @param action what to do, a sentence
 */
public record Problem(Severity severity, String where, String meaning, String action) {
    /** How bad it is. */
    public enum Severity {
        /** Something of the case is lost or was changed. */
        DAMAGE,
        /** Nothing is lost, but it is not as it should be. */
        WARNING;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
