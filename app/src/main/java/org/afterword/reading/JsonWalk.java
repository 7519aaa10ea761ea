package org.afterword.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** JSON of any size, token by token; of the objects that a reader wants, one at a time is held. */
final class JsonWalk {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20_000)
                    .maxNumberLength(20_000_000)
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST_PATH = 16;
    private static final int DEEPEST_NODE = 100;
    private static final int MOST_NODES = 200_000;
    private static final int LONGEST_NUMBER = 1000;
    private static final int WORD = 6;

    /** What is to be seen on the way. A path is {@code /chats/list/*}: a field is its name, an element a star. */
    interface Sight {
        /** Whether the object or the array at the path is wanted whole; what is around a wanted one is not held. */
        boolean wants(String path);

        /** A wanted one, with its first and its last byte (not including) in the exhibit; both -1 if unknown. */
        void whole(String path, JsonNode node, long from, long to) throws IOException;

        /** A text, a number or true, outside of what is wanted. */
        default void value(String path, String text) {}

        /** An object or an array that is not wanted whole is at its end; also those that broke off. */
        default void ended(String path) throws IOException {}
    }

    /**
     * @param seen how many wanted ones began
     * @param cut how many of them are not there to their end
     * @param broken where and why the JSON broke; empty if it did not
     * @param changed what was not read as it stands
     */
    record Walked(long seen, long cut, Optional<Warning> broken, Optional<Warning> changed) {
        /**
         * What a reader has to say at its end.
         *
         * @param read how many of the wanted ones were
         * @param skipped changed: those that were cut off are put in
         */
        void tell(Findings into, String unit, long read, Map<String, Long> skipped) throws IOException {
            if (cut > 0) {
                skipped.merge("cut off", cut, Long::sum);
            }
            if (broken.isPresent()) {
                into.warning(new Warning(
                        broken.get().where(),
                        broken.get().message() + "; " + read + " " + unit + " before it are read"));
            }
            if (changed.isPresent()) {
                into.warning(changed.get());
            }
            if (seen == 0) {
                into.warning(new Warning("", "none of the " + unit + " that such a file can hold are in it"));
            } else {
                into.balance(new Balance(unit, seen, read, skipped));
            }
        }
    }

    private final Sight sight;
    private final long start;
    private final StringBuilder path = new StringBuilder();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Boolean> arrays = new ArrayDeque<>();
    private String field = "";
    private long seen;
    private long whole;
    private long large;

    private JsonWalk(Sight sight, long start) {
        this.sight = sight;
        this.start = start;
    }

    /** What stands at the head of it, as far as it goes; missing if it is not JSON. */
    static JsonNode head(Source source) {
        return head(source, 0);
    }

    static JsonNode head(Source source, int from) {
        byte[] head = source.head();
        String text = new String(head, from, head.length - from, StandardCharsets.UTF_8);
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        return Json.looksLike(text) ? Json.parse(text).values().path(0) : NODES.missingNode();
    }

    /**
     * @param from the byte at which the JSON begins
     * @throws IOException if the source cannot be fetched, or {@code sight} throws it
     */
    static Walked walk(Source source, long from, Sight sight) throws IOException {
        var walk = new JsonWalk(sight, from);
        var in = new SoundUtf8(source.stream(from));
        Optional<Warning> broken = Optional.empty();
        byte[] head = source.head();
        boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & 0xfe) == 0xfe);
        try (JsonParser parser = FACTORY.createParser(wide ? source.stream(from) : in)) {
            try {
                walk.all(parser);
            } catch (JsonProcessingException e) {
                broken = Optional.of(walk.broken(e, source.size()));
                while (!walk.open.isEmpty()) {
                    walk.close();
                }
            }
        }
        Optional<Warning> changed = in.broken() == 0
                ? Optional.empty()
                : Optional.of(new Warning(
                        "byte " + (from + in.first()), in.broken() + " bytes are not UTF-8; replaced by ?"));
        if (walk.large > 0 && changed.isEmpty()) {
            changed = Optional.of(new Warning("", walk.large + " objects are too large or too deep to be read whole"));
        }
        return new Walked(walk.seen, walk.seen - walk.whole, broken, changed);
    }

    private Warning broken(JsonProcessingException e, long size) {
        String where = "";
        boolean ends = e instanceof JsonEOFException;
        if (e.getLocation() != null) {
            long at = e.getLocation().getByteOffset();
            where = at >= 0 ? "byte " + (start + at) : "line " + e.getLocation().getLineNr();
            // "fal" at the end is no word of JSON
            ends |= at >= 0 && start + at > size - WORD;
        }
        return new Warning(where, ends ? "JSON ends in the middle" : "not JSON from here on");
    }

    private void all(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> field = parser.currentName();
                case START_OBJECT, START_ARRAY -> container(parser, token == JsonToken.START_ARRAY);
                case END_OBJECT, END_ARRAY -> close();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE -> {
                    if (open.size() < DEEPEST_PATH) {
                        int length = path.length();
                        step();
                        sight.value(path.toString(), scalar(parser, token));
                        path.setLength(length);
                    }
                }
                case VALUE_FALSE, VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
    }

    private static String scalar(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_TRUE) {
            return Json.wellFormed(parser.getText());
        }
        return parser.getTextLength() > LONGEST_NUMBER ? "" : parser.getText();
    }

    /** Into a child of what is open. */
    private void step() {
        if (!open.isEmpty()) {
            path.append('/').append(arrays.element() ? "*" : field);
        }
    }

    private void container(JsonParser parser, boolean array) throws IOException {
        int length = path.length();
        if (open.size() < DEEPEST_PATH) {
            step();
            String here = path.toString();
            if (sight.wants(here)) {
                seen++;
                long from = parser.currentTokenLocation().getByteOffset();
                JsonNode node = tree(parser, array);
                long to = parser.currentLocation().getByteOffset();
                whole++;
                sight.whole(here, node, from < 0 ? -1 : start + from, to < 0 ? -1 : start + to);
                path.setLength(length);
                return;
            }
        }
        open.push(length);
        arrays.push(array);
    }

    private void close() throws IOException {
        if (open.size() <= DEEPEST_PATH) {
            sight.ended(path.toString());
        }
        path.setLength(open.pop());
        arrays.pop();
    }

    private JsonNode tree(JsonParser parser, boolean array) throws IOException {
        Deque<ContainerNode<?>> held = new ArrayDeque<>();
        ContainerNode<?> root = array ? NODES.arrayNode() : NODES.objectNode();
        held.push(root);
        String name = "";
        int nodes = 0;
        boolean less = false;
        while (!held.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new JsonEOFException(parser, null, "the end of the file in an object");
            }
            if (++nodes > MOST_NODES) {
                less = true;
            }
            boolean room = nodes <= MOST_NODES;
            switch (token) {
                case FIELD_NAME -> name = parser.currentName();
                case START_OBJECT, START_ARRAY -> {
                    if (room && held.size() < DEEPEST_NODE) {
                        ContainerNode<?> child =
                                token == JsonToken.START_ARRAY ? NODES.arrayNode() : NODES.objectNode();
                        put(held.element(), name, child);
                        held.push(child);
                    } else {
                        less = true;
                        parser.skipChildren();
                    }
                }
                case END_OBJECT, END_ARRAY -> held.pop();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (room) {
                        put(held.element(), name, NODES.textNode(scalar(parser, token)));
                    }
                }
                case VALUE_TRUE -> put(held.element(), name, NODES.booleanNode(true));
                case VALUE_FALSE -> put(held.element(), name, NODES.booleanNode(false));
                case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }
        large += less ? 1 : 0;
        return root;
    }

    private static void put(ContainerNode<?> parent, String field, JsonNode node) {
        if (parent instanceof ObjectNode object) {
            object.set(field, node);
        } else if (parent instanceof ArrayNode array) {
            array.add(node);
        }
    }
}
