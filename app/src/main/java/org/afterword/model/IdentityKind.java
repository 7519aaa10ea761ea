package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing a name names. */
public enum IdentityKind {
    PERSON,
    PLACE,
    GROUP,
    /** A name on a platform. */
    HANDLE,
    EMAIL,
    PHONE,
    LINK,
    /** A number that leads to somebody: a bank account, a licence plate, an address in a network, a place on the globe. */
    NUMBER,
    /** Of a house, or of a box for letters. */
    ADDRESS,
    /** A day or a year of birth. */
    BIRTH,
    /** How old somebody is or was. */
    AGE,
    /** Words by which somebody might be known, chosen by a person ("the branch treasurer"). */
    DETAIL,
    /** A name, but of what is not known. */
    UNKNOWN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it is a thing that has no readable substitute, and is left out unless a person says otherwise; of an age
     * the decade stays.
     */
    public boolean contact() {
        return switch (this) {
            case EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> true;
            case PERSON, PLACE, GROUP, HANDLE, UNKNOWN -> false;
        };
    }

    /**
     * Whether it is told by words that mean nothing one by one: it is found where all of them stand in a row. What is
     * covered of a day of birth and of an age are only the last of them, the date or the number.
     */
    public boolean phrase() {
        return this == ADDRESS || this == BIRTH || this == AGE || this == DETAIL;
    }
}
