package org.afterword.verifier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in its canonical form (RFC 8785), for what the log holds: text, whole numbers, truth values, nothing,
 * lists and objects.
 */
public final class CanonicalJson {
    /** The largest whole number that every reader of JSON keeps: 2^53 − 1. */
    static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * @param value of {@link Map} with text as keys, {@link List}, {@link String}, {@link Long}, {@link Boolean} or
     *     {@link JsonReader#NULL}
     * @throws IllegalArgumentException if there is anything else in it, or a number beyond 2^53 − 1
     */
    static String write(Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case String text -> text(text, out);
            case Long number when Math.abs(number) <= LARGEST -> out.append((long) number);
            case Boolean truth -> out.append((boolean) truth);
            case List<?> list -> {
                String between = "[";
                for (Object element : list) {
                    out.append(between);
                    write(element, out);
                    between = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            // String compares by UTF-16 units, as the canonical order does
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((name, member) -> sorted.put((String) name, member));
                String between = "{";
                for (var member : sorted.entrySet()) {
                    out.append(between);
                    text(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    between = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            default -> {
                if (!value.equals(JsonReader.NULL)) {
                    throw new IllegalArgumentException("no JSON that is written here");
                }
                out.append("null");
            }
        }
    }

    /** A text with its quotation marks (section 3.2.2.2). */
    public static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
