package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.afterword.posts.share.Counts;

/** Counts of pairs of accounts within a window, as they stand in {@code summary.json} and {@code edges.csv}. */
final class Edges {
    /** The first line of the table. */
    static final String HEAD =
            "measure,window_seconds,least,edges,distinct_object_edges,both_sides_edges,directed_edges\n";

    private Edges() {}

    /** For JSON. */
    static Map<String, Object> sums(Counts counts) {
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("edges", steps(counts.byPairs()));
        window.put("distinctObjectEdges", steps(counts.byObjects()));
        window.put("bothSidesEdges", steps(counts.byBothSides()));
        window.put("directedEdges", steps(counts.directed()));
        window.put("pairsOfPosts", counts.pairsOfPosts());
        return window;
    }

    private static Map<String, Long> steps(List<Long> counts) {
        Map<String, Long> steps = new LinkedHashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            steps.put(String.valueOf(Counts.LEAST.get(i)), counts.get(i));
        }
        return steps;
    }

    /**
     * The lines of the table.
     *
     * @param measure of what
     * @param window in seconds
     */
    static String rows(String measure, long window, Counts counts) {
        var rows = new StringBuilder();
        for (int i = 0; i < Counts.LEAST.size(); i++) {
            rows.append(measure).append(',').append(window).append(',').append(Counts.LEAST.get(i));
            for (List<Long> kind :
                    List.of(counts.byPairs(), counts.byObjects(), counts.byBothSides(), counts.directed())) {
                rows.append(',').append(kind.get(i));
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
