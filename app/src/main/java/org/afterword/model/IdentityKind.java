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
    /** A number that leads to somebody: a bank account, a licence plate, an address in a network. */
    NUMBER,
    /** A name, but of what is not known. */
    UNKNOWN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a thing that has no readable substitute, and is left out unless a person says otherwise. */
    public boolean contact() {
        return this == EMAIL || this == PHONE || this == LINK || this == NUMBER;
    }
}
