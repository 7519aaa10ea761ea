package org.afterword.posts.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON, an object a line. Fields within fields are columns with a dot in their names ({@code author.id}); lists are
 * read as their members with blanks between them.
 */
final class JsonRows implements Rows {
    /** How many lines are looked at for the names of columns. */
    private static final int LOOK = 500;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(64 << 20)
                    .maxNestingDepth(100)
                    .build())
            .build();
    private final Lines lines;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final List<String> header;
    private final Fields fields = new Fields();
    private boolean isObject;

    JsonRows(InputStream in) throws IOException {
        this(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)::readLine);
    }

    JsonRows(Lines lines) throws IOException {
        this.lines = lines;
        Set<String> names = new LinkedHashSet<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            ahead.add(line);
            read(line, (name, value) -> names.add(name));
            if (ahead.size() >= LOOK) {
                break;
            }
        }
        header = new ArrayList<>(names);
    }

    /** Gives the next line; nothing after the last. */
    interface Lines {
        @Nullable
        String next() throws IOException;
    }

    /** Gets a value, and the name of its column. */
    interface Field {
        void found(String name, String value);
    }

    /** The values of the wanted columns of one object. */
    static final class Fields implements Field {
        private final Map<String, List<Role>> wanted = new HashMap<>();
        private final Map<Role, String> values = new EnumMap<>(Role.class);

        void choose(Map<Role, String> columns) {
            columns.forEach((role, name) ->
                    wanted.computeIfAbsent(name, _ -> new ArrayList<>()).add(role));
        }

        void clear() {
            values.clear();
        }

        @Override
        public void found(String name, String value) {
            for (Role role : wanted.getOrDefault(name, List.of())) {
                values.merge(role, value, (before, more) -> before + " " + more);
            }
        }

        String get(Role role) {
            return values.getOrDefault(role, "");
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void choose(Map<Role, String> columns) {
        fields.choose(columns);
    }

    @Override
    public boolean next() throws IOException {
        String line;
        do {
            line = ahead.isEmpty() ? lines.next() : ahead.poll();
        } while (line != null && line.isBlank());
        if (line == null) {
            return false;
        }
        fields.clear();
        isObject = read(line, fields);
        return true;
    }

    /** Whether the line is an object, with nothing after it. */
    private boolean read(String line, Field field) throws IOException {
        try (JsonParser parser = JSON.createParser(line.startsWith("\uFEFF") ? line.substring(1) : line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            members(parser, "", field);
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The members of an object whose beginning was just read, to its end. */
    static void members(JsonParser parser, String path, Field field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = path + parser.currentName();
            parser.nextToken();
            value(parser, name, field);
        }
    }

    private static void value(JsonParser parser, String name, Field field) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, name + ".", field);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, name, field);
                }
            }
            case VALUE_NULL -> {}
            default -> field.found(name, parser.getText());
        }
    }

    @Override
    public @Nullable LeftOut broken() {
        return isObject ? null : LeftOut.NOT_JSON;
    }

    @Override
    public String get(Role role) {
        return fields.get(role);
    }

    /** Whoever opened what the lines come from closes it. */
    @Override
    public void close() {}
}
