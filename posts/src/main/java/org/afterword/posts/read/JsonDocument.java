package org.afterword.posts.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.github.luben.zstd.ZstdIOException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value that is the whole file, as networks and their tools give it: a list of posts, or an object with such a
 * list somewhere in it, also behind an assignment ({@code window.YTD.tweets.part0 = }). A row is an object of that list
 * whose fields say who wrote when; of several such lists, the longest. The file is read twice, and never held as a whole.
 */
final class JsonDocument implements Rows {
    /** How much is looked at to tell a document from lines, in bytes. */
    private static final int LOOK = 1 << 20;

    private static final int ROWS_FOR_NAMES = 500;
    private static final Pattern LIST = Pattern.compile("\\s*\\[\\s*[\\[{\\]]");
    private static final String ASSIGNED = "window.";

    private final Stream stream;
    private final String path;
    private final List<String> header;
    private final JsonRows.Fields fields = new JsonRows.Fields();
    private @Nullable JsonParser rows;

    /** Opens the file at its beginning, unpacked. */
    interface Stream {
        InputStream open() throws IOException;
    }

    /**
     * @param columns those that the user named
     * @throws IOException if it cannot be read
     */
    JsonDocument(Stream stream, Columns columns) throws IOException {
        this.stream = stream;
        var lists = new Lists();
        try (JsonParser all = parser()) {
            if (all.nextToken() != null) {
                lists.value(all, "");
            }
        } catch (JsonProcessingException | EOFException e) {
            // what stands before the cut counts; going through the rows says where it ended
        }
        Optional<OfObjects> best = lists.found.values().stream()
                .max(Comparator.<OfObjects>comparingInt(list -> columns.needed(List.copyOf(list.names)))
                        .thenComparingInt(list -> list.rows));
        path = best.map(list -> list.path).orElse("");
        header = best.map(list -> List.copyOf(list.names)).orElse(List.of());
    }

    /** Whether the file is one value, and not an object a line. */
    static boolean isOne(BufferedInputStream in) throws IOException {
        var start = new byte[LOOK - 1];
        int length = 0;
        in.mark(LOOK);
        try {
            for (int more = 0; more >= 0 && length < start.length; length += Math.max(0, more)) {
                more = in.read(start, length, start.length - length);
            }
        } catch (EOFException | ZipException | ZstdIOException e) {
            // going through the rows says where it is cut
        }
        in.reset();
        String text = new String(start, 0, length, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        return text.startsWith(ASSIGNED) || LIST.matcher(text).lookingAt() || isOne(text, length < start.length);
    }

    private static boolean isOne(String text, boolean all) throws IOException {
        boolean list = false;
        try (JsonParser first = JsonRows.JSON.createParser(text)) {
            int depth = 0;
            for (JsonToken token = first.nextToken(); token != null; token = first.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                list |= token == JsonToken.START_ARRAY;
                if (depth == 0) {
                    return list && all && first.nextToken() == null;
                }
            }
            return false;
        } catch (JsonEOFException e) {
            return e.getLocation().getLineNr() > 1 || (list && !all);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private JsonParser parser() throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(stream.open(), StandardCharsets.UTF_8), 1 << 16);
        int c;
        do {
            text.mark(1);
            c = text.read();
        } while (c >= 0 && c != '=' && c != '[' && c != '{');
        if (c != '=') {
            text.reset();
        }
        return JsonRows.JSON.createParser(text);
    }

    private static final class OfObjects {
        private final String path;
        private final Set<String> names = new LinkedHashSet<>();
        private int rows;

        OfObjects(String path) {
            this.path = path;
        }
    }

    /** Every list of objects, and the root, by the names on the way to it. */
    private static final class Lists {
        private final Map<String, OfObjects> found = new LinkedHashMap<>();
        private final Deque<OfObjects> open = new ArrayDeque<>();

        void value(JsonParser parser, String path) throws IOException {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    boolean row = isMember(parser.getParsingContext());
                    if (row) {
                        OfObjects list = found.computeIfAbsent(path, OfObjects::new);
                        list.rows++;
                        open.push(list);
                    }
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String name = joined(path, parser.currentName());
                        parser.nextToken();
                        value(parser, name);
                    }
                    if (row) {
                        open.pop();
                    }
                }
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(parser, path);
                    }
                }
                case VALUE_NULL -> {}
                default -> {
                    for (OfObjects list : open) {
                        if (list.rows <= ROWS_FOR_NAMES && path.length() > list.path.length()) {
                            list.names.add(list.path.isEmpty() ? path : path.substring(list.path.length() + 1));
                        }
                    }
                }
            }
        }
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
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
        try {
            if (rows == null) {
                rows = parser();
            }
            JsonParser parser = rows;
            fields.clear();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT && isRow(parser.getParsingContext())) {
                    JsonRows.members(parser, "", fields);
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            throw new EOFException("JSON that breaks off");
        }
    }

    private boolean isRow(JsonStreamContext object) {
        return isMember(object) && path.equals(names(object.getParent()));
    }

    /** Whether an object stands in a list, or is all there is. */
    private static boolean isMember(JsonStreamContext object) {
        return object.getParent().inArray() || object.getParent().inRoot();
    }

    private static String names(@Nullable JsonStreamContext at) {
        if (at == null || at.inRoot()) {
            return "";
        }
        String above = names(at.getParent());
        return at.inObject() ? joined(above, String.valueOf(at.getCurrentName())) : above;
    }

    @Override
    public @Nullable LeftOut broken() {
        return null;
    }

    @Override
    public String get(Role role) {
        return fields.get(role);
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
