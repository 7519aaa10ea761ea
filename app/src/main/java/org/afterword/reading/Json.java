package org.afterword.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Warning;

/**
 * JSON that may break off: what stands before the break is there.
 *
 * @param values an array of the root values
 * @param broken where and why it broke; empty if it did not
 */
record Json(ArrayNode values, Optional<Warning> broken) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern START = Pattern.compile("\\s*(?:\\{\\s*(?:[\"}]|\\z)|\\[\\s*(?:[\\[{\"\\]]|\\z))");

    /** Whether it begins as JSON objects and arrays do. */
    static boolean looksLike(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        return first < text.length()
                && (text.charAt(first) == '{' || text.charAt(first) == '[')
                && START.matcher(text).lookingAt();
    }

    /** Deeper or longer than Jackson's limits (nesting of 1,000, numbers of 1,000 digits) counts as a break. */
    static Json parse(String text) {
        ArrayNode values = NODES.arrayNode();
        Deque<ContainerNode<?>> open = new ArrayDeque<>();
        open.push(values);
        String field = "";
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> field = parser.currentName();
                    case START_OBJECT -> open.push(put(open.element(), field, NODES.objectNode()));
                    case START_ARRAY -> open.push(put(open.element(), field, NODES.arrayNode()));
                    case END_OBJECT, END_ARRAY -> open.pop();
                    // numbers as they are written: made to a number, 1e999999999 takes for ever
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        put(open.element(), field, NODES.textNode(parser.getText()));

                    case VALUE_TRUE -> put(open.element(), field, NODES.booleanNode(true));
                    case VALUE_FALSE -> put(open.element(), field, NODES.booleanNode(false));
                    case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                        put(open.element(), field, NODES.nullNode());
                }
            }
            return new Json(values, Optional.empty());
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            boolean ends = e instanceof com.fasterxml.jackson.core.io.JsonEOFException;
            return new Json(values, Optional.of(new Warning(where, ends ? "JSON ends in the middle" : "not JSON")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static <N extends JsonNode> N put(ContainerNode<?> parent, String field, N node) {
        if (parent instanceof ObjectNode object) {
            object.set(field, node);
        } else if (parent instanceof ArrayNode array) {
            array.add(node);
        }
        return node;
    }

    /** The text of a field, with lone surrogates replaced; empty if it is not a text. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value instanceof MissingNode || !value.isTextual()
                ? Optional.empty()
                : Optional.of(wellFormed(value.textValue()));
    }

    /** Every lone surrogate becomes U+FFFD, so that positions stay. */
    static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }
}
