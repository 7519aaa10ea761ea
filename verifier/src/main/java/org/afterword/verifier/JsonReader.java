package org.afterword.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) of what {@link CanonicalJson} writes: whole numbers only, no name twice, no half of a
 * surrogate pair, not deeper than 32.
 */
final class JsonReader {
    /** JSON's null. */
    static final Object NULL = new Object();

    private static final int DEEPEST = 32;
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Empty if the text is no such JSON. */
    static Optional<Object> read(String text) {
        var reader = new JsonReader(text);
        try {
            Object value = reader.value(0);
            reader.space();
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("malformed JSON");
        }
    }

    private Object value(int depth) throws Malformed {
        space();
        if (depth > DEEPEST) {
            throw new Malformed();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws Malformed {
        var map = new LinkedHashMap<String, Object>();
        at++;
        space();
        if (skip('}')) {
            return map;
        }
        do {
            space();
            if (peek() != '"') {
                throw new Malformed();
            }
            String name = string();
            space();
            expect(':');
            if (map.put(name, value(depth + 1)) != null) {
                throw new Malformed();
            }
            space();
        } while (skip(','));
        expect('}');
        return map;
    }

    private List<Object> list(int depth) throws Malformed {
        var list = new ArrayList<>();
        at++;
        space();
        if (skip(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
            space();
        } while (skip(','));
        expect(']');
        return list;
    }

    private String string() throws Malformed {
        var out = new StringBuilder();
        at++;
        while (!skip('"')) {
            char c = next();
            if (c < ' ') {
                throw new Malformed();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        for (int i = 0; i < out.length(); i += Character.charCount(out.codePointAt(i))) {
            int point = out.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new Malformed();
            }
        }
        return out.toString();
    }

    private char escaped() throws Malformed {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    char digit = next();
                    if (digit > 'f' || Character.digit(digit, 16) < 0) {
                        throw new Malformed();
                    }
                    unit = unit * 16 + Character.digit(digit, 16);
                }
                yield (char) unit;
            }
            default -> throw new Malformed();
        };
    }

    private Long number() throws Malformed {
        int from = at;
        skip('-');
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,15}")
                || (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0)
                || Math.abs(Long.parseLong(digits)) > CanonicalJson.LARGEST) {
            throw new Malformed();
        }
        return Long.valueOf(digits);
    }

    private Object word(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw new Malformed();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private char next() throws Malformed {
        char c = peek();
        at++;
        return c;
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws Malformed {
        if (!skip(c)) {
            throw new Malformed();
        }
    }
}
