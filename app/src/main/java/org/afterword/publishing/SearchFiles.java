package org.afterword.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public record SearchFiles(List<String> words, List<Integer> places, Map<String, byte[]> files) {
    static final String SCRIPT = "search.js";
    /** In bytes. */
    private static final int ROOM = 80_000;
    /** In how many places a word is found at most; the others are found by a second word. */
    private static final int MOST = 1_000;
    /** How much of a passage stands in a result, in UTF-16 code units. */
    private static final int BEGINNING = 160;

    private static final JsonMapper JSON = new JsonMapper();

    static SearchFiles of(WordIndex index, Strings strings) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        files.put(SCRIPT, Assets.search());
        var words = new Chunks("words", files);
        var firsts = new ArrayList<String>();
        index.words((word, places) -> {
            int most = Math.min(places.length, MOST);
            var line = new StringBuilder(json(word)).append(":[");
            for (int i = 0; i < most; i++) {
                line.append(i == 0 ? "" : ",").append(places[i]);
            }
            if (words.add(line.append(']').toString())) {
                firsts.add(word);
            }
        });
        words.close('{', '}');
        var places = new Chunks("places", files);
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < index.places().size(); i++) {
            if (places.add(json(row(index.places().get(i), strings)))) {
                numbers.add(i);
            }
        }
        places.close('[', ']');
        return new SearchFiles(firsts, numbers, files);
    }

    /** For the page: separated by spaces, which no word has. */
    public String manifest() {
        return String.join(" ", words);
    }

    public String numbers() {
        return places.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Where it leads, what it is called, how it begins. */
    private static List<String> row(Shown.Place place, Strings strings) {
        return List.of(
                place.link(),
                name(place, strings),
                place.passage()
                        .map(passage -> passage.notes().isEmpty()
                                ? beginning(passage.words().text())
                                : Noted.say(strings, passage.notes()))
                        .orElse(""));
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
        private final String name;
        private final Map<String, byte[]> files;
        private final List<List<String>> chunks = new ArrayList<>();
        private int used;

        Chunks(String name, Map<String, byte[]> files) {
            this.name = name;
            this.files = files;
        }

        /** Whether a new file begins with it. */
        boolean add(String row) {
            int size = row.getBytes(StandardCharsets.UTF_8).length + 2;
            boolean begins = chunks.isEmpty() || used + size > ROOM;
            if (begins) {
                chunks.add(new ArrayList<>());
                used = 0;
            }
            chunks.getLast().add(row);
            used += size;
            return begins;
        }

        void close(char open, char shut) {
            for (int i = 0; i < chunks.size(); i++) {
                String call = "notes." + name + "(" + i + "," + open + "\n" + String.join(",\n", chunks.get(i)) + "\n"
                        + shut + ");\n";
                files.put("search-" + name + "-" + (i + 1) + ".js", call.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
