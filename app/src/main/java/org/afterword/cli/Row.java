package org.afterword.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One object of a command's JSON, its fields in the order in which they are put; what is empty is left out. */
final class Row extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    static Row of(String name, Object value) {
        return new Row().and(name, value);
    }

    Row and(Map<String, String> fields) {
        putAll(fields);
        return this;
    }

    Row and(String name, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(there -> put(name, there));
        } else {
            put(name, value);
        }
        return this;
    }
}
