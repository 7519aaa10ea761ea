package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How fine a date is said. The bounds may be wider: "two years later" is as fine as a year. */
public enum Precision {
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    SEASON("season"),
    YEAR("year"),
    DECADE("decade"),
    /** All the time between the bounds: "from 2016 to 2019", "since May". */
    PERIOD("period"),
    /** Some time before or after a bound: "before 2005". */
    OPEN("open");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Precision parse(String text) {
        return Words.parse(Precision.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
