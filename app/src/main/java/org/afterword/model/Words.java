package org.afterword.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The enums' text forms: what {@code toString} gives, {@code parse} takes. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not one of: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Enum::toString)
                                .collect(Collectors.joining(", "))));
    }
}
