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
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        if (written == 0) {
            out.append(text);
        } else {
            out.append(text, written, text.length());
        }
        out.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}
