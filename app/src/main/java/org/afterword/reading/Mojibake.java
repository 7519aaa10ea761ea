package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Texts of Meta's exports, in which every byte of a character is escaped as if it were a character: {@code
 * \u00e2\u0080\u0099} for ’.
 */
final class Mojibake {
    private Mojibake() {}

    /** The text as it was written; unchanged if it is not broken in this way as a whole. */
    static String mended(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                return text;
            }
            plain &= c < 0x80;
        }
        if (plain) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** Changes the texts in a node of JSON, and the names of its fields not. */
    static JsonNode mend(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node instanceof ObjectNode object) {
                object.properties().forEach(field -> {
                    if (field.getValue().isTextual()) {
                        field.setValue(JsonNodeFactory.instance.textNode(
                                mended(field.getValue().textValue())));
                    } else {
                        open.push(field.getValue());
                    }
                });
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i).isTextual()) {
                        array.set(
                                i,
                                JsonNodeFactory.instance.textNode(
                                        mended(array.get(i).textValue())));
                    } else {
                        open.push(array.get(i));
                    }
                }
            }
        }
        return root;
    }
}
