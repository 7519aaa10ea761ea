package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A date, a length of time, an amount of money or a number of people, as an account tells it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Dated.class, name = "date"),
    @JsonSubTypes.Type(value = Fact.Lasting.class, name = "duration"),
    @JsonSubTypes.Type(value = Fact.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Fact.Counted.class, name = "count")
})
public sealed interface Fact {
    List<Hedge> hedges();

    /**
     * When something was.
     *
     * @param earliest the first day that it can mean; empty if there is none
     * @param latest the last day that it can mean, not before {@code earliest}; empty if there is none
     * @param readings where the words can mean one of several days ("3/4/19"): each of them, in order; else empty
     */
    record Dated(
            Optional<LocalDate> earliest,
            Optional<LocalDate> latest,
            Precision precision,
            DateBasis basis,
            List<LocalDate> readings,
            List<Hedge> hedges)
            implements Fact {
        public Dated {
            readings = List.copyOf(readings);
            hedges = List.copyOf(hedges);
            if (earliest.isPresent() && latest.isPresent() && earliest.get().isAfter(latest.get())) {
                throw new IllegalArgumentException("a date is not from " + earliest.get() + " to " + latest.get());
            }
        }
    }

    /**
     * How long something was.
     *
     * @param unit "minute", "hour", "night", "day", "week", "weekend", "month", "year", "decade"
     * @param per where it comes again and again: "week" in "20 hours a week"
     */
    record Lasting(Quantity length, String unit, Optional<String> per, List<Hedge> hedges) implements Fact {
        public Lasting {
            hedges = List.copyOf(hedges);
        }
    }

    /**
     * Money. Nothing is converted.
     *
     * @param sum in whole units of the currency; a share ("a tenth of my pay") as a number from 0, 0.1
     * @param currency the ISO 4217 code; empty if the words leave it open ("500 kr", "two grand")
     * @param written the currency as it is written ("$", "euros"); empty if it is not
     * @param assumed whether other currencies are written so too, and this one is the likeliest ("$": USD)
     * @param shareOf what it is a share of ("my pay"; "" if that is not said); empty for a sum
     * @param per what it is given for again and again: "month", "person", "session"
     */
    record Amount(
            AmountKind kind,
            Quantity sum,
            Optional<String> currency,
            String written,
            boolean assumed,
            Optional<String> shareOf,
            Optional<String> per,
            List<Hedge> hedges)
            implements Fact {
        public Amount {
            hedges = List.copyOf(hedges);
        }
    }

    /**
     * How many people.
     *
     * @param of what they are called there: "members", "us"
     */
    record Counted(Quantity people, String of, List<Hedge> hedges) implements Fact {
        public Counted {
            hedges = List.copyOf(hedges);
        }
    }
}
