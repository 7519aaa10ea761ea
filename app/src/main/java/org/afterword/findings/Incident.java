package org.afterword.findings;

import java.util.List;
import org.afterword.coding.Coded;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;

/**
 * One event as several tell it: what a person put together under one name, side by side. Nothing is decided about who is
 * right.
 *
 * @param people who tell of it
 * @param tellings the accepted passages, in the order of the case
 * @param details those that agree first, then those that differ, then those that one person alone tells
 */
public record Incident(String name, Range people, List<Telling> tellings, List<Detail> details) {
    public Incident {
        tellings = List.copyOf(tellings);
        details = List.copyOf(details);
    }

    /**
     * @param number from 1, the same for all passages of one witness; 0 where it is nobody's own word
     */
    public record Telling(Coded coded, int number) {}

    public enum Agreement {
        /** What two or more tell can be the same. */
        AGREE,
        /** What some two tell cannot be the same. */
        DIFFER,
        /** One person tells it. */
        ALONE
    }

    /**
     * @param what "when", "where", "how many members", "money asked (EUR)", or a practice's id
     */
    public record Detail(String what, Agreement agreement, List<Said> said) {
        public Detail {
            said = List.copyOf(said);
        }
    }

    /**
     * @param number of the telling
     * @param words as they stand in the passage; for a practice, whether it happened
     */
    public record Said(int number, String words) {}

    /**
     * Two passages that may tell of one event: of different witnesses, on days that can be the same.
     *
     * @param why what they have in common
     */
    public record Candidate(Id one, Id other, String why) {}
}
