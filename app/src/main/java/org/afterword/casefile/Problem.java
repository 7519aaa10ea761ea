package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a verification found.
 *
 * @param where "log entry 12", "chunk 3 of item 0abc…"; never text of the case
 * @param meaning what it means, a sentence
 * @param action what to do, a sentence
 * @param repair what can be put right by the program; empty if a person must look
 * @param name of the file that is meant, for the person's own terminal only: it is text of the case
 */
public record Problem(
        Severity severity,
        String where,
        String meaning,
        String action,
        Optional<Repair> repair,
        @JsonIgnore Optional<String> name) {
    static final String ASK_DOCTOR = "'afterword verify CASE --repair' puts it right, and keeps a copy first.";

    /** One that the program cannot put right. */
    public Problem(Severity severity, String where, String meaning, String action) {
        this(severity, where, meaning, action, Optional.empty(), Optional.empty());
    }

    static Problem repairable(String where, String meaning, Repair repair) {
        return new Problem(Severity.WARNING, where, meaning, ASK_DOCTOR, Optional.of(repair), Optional.empty());
    }

    Problem with(Optional<Repair> other) {
        return new Problem(
                severity,
                where,
                meaning,
                other.isEmpty() && action.equals(ASK_DOCTOR)
                        ? "Leave it until the damage in the log is settled: it may belong to what is damaged."
                        : action,
                other,
                name);
    }

    /** The same, saying which file it is about. */
    public Problem about(String file) {
        return new Problem(severity, where, meaning, action, repair, Optional.of(file));
    }

    @Override
    public String toString() {
        return severity + ", " + where + ": " + meaning;
    }

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
