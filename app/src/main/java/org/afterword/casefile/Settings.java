package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was set and holds, by its name. */
final class Settings {
    private Settings() {}

    static Map<String, String> all(Tables tables) {
        return tables
                .list("select * from setting", row -> Map.entry(row.getString("name"), row.getString("value")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of one kind, without the beginning of their names that says which. */
    static <T> SortedMap<String, T> of(Contents contents, String kind, Class<T> type) {
        var all = new TreeMap<String, T>();
        for (Map.Entry<String, String> one : contents.settings().entrySet()) {
            if (one.getKey().startsWith(kind)) {
                try {
                    all.put(one.getKey().substring(kind.length()), Frames.json().readValue(one.getValue(), type));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("what the log says is well formed", e);
                }
            }
        }
        return all;
    }
}
