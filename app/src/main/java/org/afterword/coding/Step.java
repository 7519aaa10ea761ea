package org.afterword.coding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of the way of a person through a group, in their order. */
public enum Step {
    CONTACT,
    FIRST_MEETINGS,
    ASKS,
    COMMITMENT,
    DISAGREEMENT,
    LEAVING,
    AFTERMATH;

    /** Empty if no step is called so. */
    static Optional<Step> named(String text) {
        return Arrays.stream(values())
                .filter(step -> step.toString().equals(text))
                .findFirst();
    }

    /** As codebooks write it: {@code first-meetings}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
