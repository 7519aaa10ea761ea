package org.afterword.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.language.Folding;

/** People of world history who died long ago, from a list of ours. */
final class HistoricalFigures {
    /**
     * @param name as it is best known
     * @param lived years, as words
     * @param knownAs "philosopher"
     */
    record Figure(String name, String lived, String knownAs) {}

    private static final Map<String, Figure> BY_NAME = new HashMap<>();

    static {
        for (String line : Gazetteer.lines("historical-figures.txt")) {
            List<String> parts = List.of(line.split(" \\| "));
            List<String> names = List.of(parts.getFirst().split(", "));
            var figure = new Figure(names.getFirst(), parts.get(1), parts.get(2));
            names.forEach(name -> BY_NAME.put(Folding.fold(name), figure));
        }
    }

    private HistoricalFigures() {}

    /**
     * @param name as written somewhere
     */
    static Optional<Figure> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Folding.fold(name.strip())));
    }
}
