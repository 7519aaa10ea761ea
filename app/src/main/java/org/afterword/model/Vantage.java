package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** From where a witness speaks. */
public enum Vantage {
    /** Belongs or belonged to the group; whether they left is not said. */
    MEMBER("member"),
    /** Belonged to the group and left it. */
    LEAVER("leaver"),
    /** Belonged to the group when they told it. */
    STAYER("stayer"),
    /** Came into touch with the group and never joined. */
    CONTACT("contact"),
    OFFICER("officer"),
    OUTSIDER("outsider");

    private final String word;

    Vantage(String word) {
        this.word = word;
    }

    @JsonCreator
    public static Vantage parse(String text) {
        return Words.parse(Vantage.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
