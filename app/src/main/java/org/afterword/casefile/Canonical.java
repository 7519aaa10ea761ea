package org.afterword.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.verifier.CanonicalJson;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785). The library reads and sorts its own output anew, and took half of the time of adding a
 * small exhibit; so plain trees (texts, whole numbers, truth values) are written here, and the rest by the library.
 */
final class Canonical {
    /** Beyond it, a number has not the form of a double (section 3.2.2.3). */
    private static final long EXACT = 1L << 53;

    private final StringBuilder out = new StringBuilder(512);

    private Canonical() {}

    /**
     * @param json an object or an array
     */
    static byte[] bytes(JsonNode json) {
        var canonical = new Canonical();
        return canonical.write(json) ? canonical.out.toString().getBytes(StandardCharsets.UTF_8) : byLibrary(json);
    }

    static byte[] byLibrary(JsonNode json) {
        try {
            return new JsonCanonicalizer(Frames.json().writeValueAsBytes(json)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of JSON has a canonical form", e);
        }
    }

    /** False if there is something in it that is left to the library. */
    private boolean write(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> object(json);
            case ARRAY -> array(json);
            case STRING -> text(json.textValue());
            case BOOLEAN -> {
                out.append(json.booleanValue());
                yield true;
            }
            case NUMBER -> number(json);
            case NULL, BINARY, MISSING, POJO -> false;
        };
    }

    private boolean object(JsonNode json) {
        char before = '{';
        for (var field : sorted(json.properties())) {
            out.append(before);
            before = ',';
            if (!text(field.getKey())) {
                return false;
            }
            out.append(':');
            if (!write(field.getValue())) {
                return false;
            }
        }
        out.append(before == '{' ? "{}" : "}");
        return true;
    }

    /** What was read from canonical JSON is sorted already. */
    private static Collection<Map.Entry<String, JsonNode>> sorted(Set<Map.Entry<String, JsonNode>> fields) {
        String before = "";
        for (var field : fields) {
            if (before.compareTo(field.getKey()) > 0) {
                var sorted = new TreeMap<String, JsonNode>();
                fields.forEach(one -> sorted.put(one.getKey(), one.getValue()));
                return sorted.entrySet();
            }
            before = field.getKey();
        }
        return fields;
    }

    private boolean array(JsonNode json) {
        out.append('[');
        for (int i = 0; i < json.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            if (!write(json.get(i))) {
                return false;
            }
        }
        out.append(']');
        return true;
    }

    private boolean number(JsonNode json) {
        long value = json.longValue();
        out.append(value);
        return json.isIntegralNumber() && json.canConvertToLong() && value > -EXACT && value < EXACT;
    }

    /** Half of a surrogate pair is for the library to refuse; it sees to whole pairs, too. */
    private boolean text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        CanonicalJson.text(text, out);
        return true;
    }
}
