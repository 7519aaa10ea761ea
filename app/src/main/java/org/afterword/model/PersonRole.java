package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who somebody is in a case, as far as it matters for naming them. */
public enum PersonRole {
    /** Of a published book, under this name. */
    AUTHOR("author", "the author of a published book"),
    /** Put an account online. */
    POSTER("poster", "a poster"),
    /** Tells, or speaks, in an account. */
    WITNESS("witness", "a witness"),
    /** Is told of by others, and holds no office. */
    PRIVATE("private", "a private person"),
    /** Holds or held an office in a group. */
    OFFICE_HOLDER("office-holder", "an office-holder"),
    /** Known to the public for what they do. */
    PUBLIC_FIGURE("public-figure", "a public figure"),
    /** Dead for decades, and in every encyclopedia. */
    HISTORICAL_FIGURE("historical-figure", "a historical figure"),
    /** Names a place, a group or a thing: what is said of persons does not hold for it. */
    NO_PERSON("no-person", "no person, but a place, a group or a thing"),
    /** A child now, or at the time that is told of: never named, whatever else is true. */
    MINOR("minor", "a minor"),
    /** No minor, neither now nor then: takes {@link #MINOR} back. */
    ADULT("adult", "an adult");

    private final String word;
    private final String words;

    PersonRole(String word, String words) {
        this.word = word;
        this.words = words;
    }

    @JsonCreator
    public static PersonRole parse(String text) {
        return Words.parse(PersonRole.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }

    /** In a sentence: "an office-holder". */
    public String words() {
        return words;
    }

    /** Whether it is about age, which holds beside every other. */
    public boolean age() {
        return this == MINOR || this == ADULT;
    }

    /** Whether the name may stand without its bearer's consent. */
    public boolean isPublic() {
        return this == AUTHOR || this == OFFICE_HOLDER || this == PUBLIC_FIGURE || this == HISTORICAL_FIGURE;
    }

    /** Whether the name may be kept without a reason and a second confirmation. */
    public boolean inOneStep() {
        return this == AUTHOR || this == HISTORICAL_FIGURE;
    }
}
