package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.model.KeptSearch;

/** What was set in a case and holds. */
public interface Settings {
    /** Whether each coder sees their own alone until they have read an account. */
    default boolean blind() {
        return Boolean.parseBoolean(settings().get("blind"));
    }

    /** What was set and holds, by its name: {@code blind}, {@code user/NAME}, {@code search/ID}; as JSON. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** The searches that somebody kept, by their names. */
    default List<KeptSearch> searches() {
        return named("search/", KeptSearch.class).values().stream()
                .sorted(Comparator.comparing(KeptSearch::name).thenComparing(KeptSearch::id))
                .toList();
    }

    /** Who is let in where this case is served to others, by their names. */
    default SortedMap<String, Verifier> users() {
        return named("user/", Verifier.class);
    }

    /** Those of one kind, without the beginning of their names that says which. */
    private <T> SortedMap<String, T> named(String kind, Class<T> type) {
        var all = new TreeMap<String, T>();
        for (Map.Entry<String, String> one : settings().entrySet()) {
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
