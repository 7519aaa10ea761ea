package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How the bounds of a date were come by. */
public enum DateBasis {
    /** The words say it: "in May 2020". */
    STATED("stated"),
    /** From the day on which the account was written: "last summer". */
    ACCOUNT_DATE("account-date"),
    /** From another date of the account: "two years later". */
    OTHER_FACT("other-fact"),
    /** It cannot be reckoned. */
    NONE("none");

    private final String word;

    DateBasis(String word) {
        this.word = word;
    }

    @JsonCreator
    public static DateBasis parse(String text) {
        return Words.parse(DateBasis.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
