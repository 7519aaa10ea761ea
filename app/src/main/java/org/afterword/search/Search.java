package org.afterword.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passages by their words and by what they mean, in one list: each way of looking has its own order, and what stands
 * high in both comes first (reciprocal rank fusion, Cormack and others 2009).
 */
public final class Search {
    private static final int RANK = 60;

    private Search() {}

    /**
     * By words alone.
     *
     * @param limit how many at most, from 1
     */
    public static List<Hit> words(Index index, Asked asked, int limit, Within within) {
        return fused(index, asked, List.of(index.words(asked, limit, within)), limit);
    }

    static List<Hit> fused(Index index, Asked asked, List<List<Integer>> ways, int limit) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (List<Integer> way : ways) {
            for (int rank = 0; rank < way.size(); rank++) {
                scores.merge(way.get(rank), (RANK + 1.0) / (RANK + 1 + rank) / ways.size(), Double::sum);
            }
        }
        var order = new ArrayList<>(scores.entrySet());
        order.sort(Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> -one.getValue())
                .thenComparingInt(Map.Entry::getKey));
        return order.stream()
                .limit(limit)
                .map(one -> index.hit(one.getKey(), asked, one.getValue()))
                .toList();
    }
}
