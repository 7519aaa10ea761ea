package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Accounts that are to be read, drawn from all of a case.
 *
 * @param accounts in the order in which they were drawn
 * @param stratum by what they were drawn evenly
 * @param seed from which they were drawn
 * @param of how many accounts there were to draw from
 */
public record SamplingPlan(Id id, List<Id> accounts, Stratum stratum, long seed, int of) {
    public SamplingPlan {
        accounts = List.copyOf(accounts);
    }

    /** What accounts are parted by before some of each part are drawn. */
    public enum Stratum {
        NONE,
        GROUP,
        FORMAT,
        LENGTH;

        @JsonCreator
        public static Stratum parse(String text) {
            return Words.parse(Stratum.class, text);
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
