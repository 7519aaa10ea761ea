package org.afterword.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.afterword.page.Assets;
import org.afterword.page.Strings;

/**
 * The index for the search as one types: script files, because a page that was opened from a folder can fetch nothing
 * else. Each is under 100 KB, and only those that a search needs are loaded.
 *
 * @param words with which the files of words begin, in their order
 * @param places the number of the first place in each file of places
 */
public record SearchFiles(List<String> words, List<String> places, Map<String, Finished> files) {
    static final String SCRIPT = "search.js";
    /** In bytes. */
    private static final int ROOM = 80_000;
    /** In how many places a word is found at most; the others are found by a second word. */
    private static final int MOST = 1_000;
    /** How much of a passage stands in a result, in UTF-16 code units. */
    private static final int BEGINNING = 160;
    /** What a place takes besides: its number, its link, and what stands around its group and title. */
    private static final int FRAME = 120;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param last where files that would be the same are taken from
     */
    static SearchFiles of(WordIndex index, Strings strings, Last last) {
        Map<String, Finished> files = new TreeMap<>();
        files.put(SCRIPT, Finished.of(Assets.search()));
        var words = new Chunks();
        index.words().forEach(one -> words.add(one.word(), one.size(SearchFiles::size), one.changed(), () -> row(one)));
        var places = new Chunks();
        index.places((key, place) -> places.add(
                Long.toString(key), size(place, strings), place, () -> "\"" + key + "\":" + json(row(place, strings))));
        words.write("words", last, files);
        places.write("places", last, files);
        return new SearchFiles(words.firsts(), places.firsts(), files);
    }

    private static int size(IndexedWord where) {
        int size = where.word().getBytes(StandardCharsets.UTF_8).length + 5;
        for (int i = 0; i < Math.min(where.count(), MOST); i++) {
            size += Long.toString(where.key(i)).length() + 1;
        }
        return size;
    }

    /** At most. */
    private static int size(Shown.Place place, Strings strings) {
        return FRAME
                + place.group().map(group -> Parts.size(group.text())).orElse(0)
                + place.title().map(title -> Parts.size(title.text())).orElse(0)
                + place.passage()
                        .map(passage -> Parts.size(shown(passage, strings)))
                        .orElse(0);
    }

    private static String row(IndexedWord where) {
        var row = new StringBuilder(json(where.word())).append(":[");
        for (int i = 0; i < Math.min(where.count(), MOST); i++) {
            row.append(i == 0 ? "" : ",").append(where.key(i));
        }
        return row.append(']').toString();
    }

    /** For the page: separated by spaces, which no word has. */
    public String manifest() {
        return String.join(" ", words);
    }

    /** The same of places. */
    public String numbers() {
        return String.join(" ", places);
    }

    /** Where it leads, what it is called, how it begins. */
    private static List<String> row(Shown.Place place, Strings strings) {
        return List.of(
                place.link(),
                name(place, strings),
                place.passage().map(passage -> shown(passage, strings)).orElse(""));
    }

    private static String shown(Shown.Passage passage, Strings strings) {
        return passage.notes().isEmpty() ? beginning(passage.words().text()) : Noted.say(strings, passage.notes());
    }

    /** What a link to a place is called. */
    public static String name(Shown.Place place, Strings strings) {
        Optional<String> title = place.title().map(Object::toString);
        if (place.address().kind() == Address.Kind.ACCOUNT) {
            return title.or(() -> place.group().map(group -> strings.say("accounts.one", group.text())))
                    .orElseGet(() -> strings.say("accounts.alone"));
        }
        return place.group()
                .map(group -> strings.say("search.place", group.text(), title.orElse("")))
                .or(() -> title)
                .orElse("");
    }

    private static String beginning(String text) {
        if (text.length() <= BEGINNING) {
            return text;
        }
        int space = text.lastIndexOf(' ', BEGINNING);
        int end = space > 0 ? space : BEGINNING;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + " …";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can be written as JSON", e);
        }
    }

    /** Rows in files of limited size, each a call of the script. */
    private static final class Chunks {
        private final List<Chunk> files = new ArrayList<>();
        private final Cuts cuts = new Cuts(ROOM);

        /**
         * @param size of the row in bytes
         * @param of another when the row is another
         */
        void add(String key, int size, Object of, Supplier<String> row) {
            if (cuts.before(key, size + 2) || files.isEmpty()) {
                files.add(new Chunk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            }
            Chunk now = files.getLast();
            now.keys.add(key);
            now.of.add(of);
            now.rows.add(row);
        }

        /** Those that would be the same are taken from before. */
        void write(String kind, Last last, Map<String, Finished> to) {
            for (int i = 0; i < files.size(); i++) {
                Chunk chunk = files.get(i);
                int number = i;
                String name = "search-" + kind + "-" + (i + 1) + ".js";
                to.put(name, last.page(name, chunk.made(), () -> chunk.bytes(kind, number)));
            }
        }

        List<String> firsts() {
            return files.stream().map(one -> one.keys().getFirst()).toList();
        }
    }

    private record Chunk(List<String> keys, List<Object> of, List<Supplier<String>> rows) {
        /** What the rows are made of. */
        List<Object> made() {
            return List.of(keys, of);
        }

        byte[] bytes(String name, int number) {
            return rows.stream()
                    .map(Supplier::get)
                    .collect(Collectors.joining(",\n", "notes." + name + "(" + number + ",{\n", "\n});\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
