package org.afterword.casefile;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * A way into a case, as its owner sees it.
 *
 * @param label what the owner calls it; may be empty
 * @param added when; empty for the ways of cases made before this was kept
 * @param recipient for age: {@code age1…}
 * @param used whether the case was opened by it now
 * @param old whether it has the form of format version 1: a change of keys cannot carry it over by itself
 */
public record Way(
        Id id,
        Kind kind,
        String label,
        Optional<Instant> added,
        Optional<String> recipient,
        boolean used,
        boolean old) {
    /** What opens it. */
    public enum Kind {
        PASSPHRASE,
        RECOVERY,
        AGE,
        /** Of a newer program. */
        UNKNOWN;

        static Kind of(String word) {
            for (var kind : values()) {
                if (kind != UNKNOWN && kind.word().equals(word)) {
                    return kind;
                }
            }
            return UNKNOWN;
        }

        /** As it stands in the header and on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return switch (this) {
                case PASSPHRASE -> "passphrase";
                case RECOVERY -> "recovery code";
                case AGE -> "age recipient";
                case UNKNOWN -> "way of a newer version";
            };
        }
    }
}
