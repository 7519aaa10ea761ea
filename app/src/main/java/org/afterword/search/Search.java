package org.afterword.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.afterword.language.Encoder;
import org.afterword.model.Id;

/**
 * Passages by their words and by what they mean, in one list: each way of looking has its own order, and what stands
 * high in both comes first (reciprocal rank fusion, Cormack and others 2009).
 */
public final class Search {
    private static final int RANK = 60;

    /** What a passage must have in common with another, as a share of what that has in common with itself. */
    private static final double LEAST = .2;

    /** From what likeness on (cosine) a passage is near to what somebody typed. */
    private static final double NEAR = .5;

    /** How much less near than the nearest a passage may be: the likeness of what is unlike differs from query to query. */
    private static final double BEHIND = .1;

    /** From what likeness on a passage is near to another. */
    private static final double ALIKE = .7;

    private Search() {}

    /**
     * By words alone.
     *
     * @param limit how many at most, from 1
     */
    public static List<Hit> words(Index index, Asked asked, int limit, Within within) {
        return fused(index, asked, List.of(index.words(asked, limit, within)), limit);
    }

    /**
     * By words, and by what they mean.
     *
     * @param limit how many at most, from 1
     */
    public static List<Hit> all(Index index, Vectors vectors, Encoder encoder, String typed, int limit, Within within) {
        Asked asked = Asked.of(typed);
        List<List<Integer>> ways = new ArrayList<>();
        ways.add(index.words(asked, limit, within));
        for (byte[] one : Vectors.of(typed, encoder)) {
            List<Vectors.Near> near = vectors.nearest(one, index, limit, NEAR, within);
            ways.add(near.stream()
                    .filter(other -> other.likeness() >= near.getFirst().likeness() - BEHIND)
                    .map(Vectors.Near::number)
                    .toList());
        }
        return fused(index, asked, ways, limit);
    }

    /**
     * Passages that mean most nearly what one does, and after them those that only have words in common with it.
     *
     * @param account whose text the passage is of; nothing of it is among what is found
     * @param quote the passage
     * @param limit how many at most, from 1
     */
    public static List<Hit> like(
            Index index, Vectors vectors, Encoder encoder, Id account, String quote, int limit, Within within) {
        Within others = (id, stretch) -> !id.equals(account) && within.takes(id, stretch);
        Map<Integer, Double> nearest = new LinkedHashMap<>();
        for (byte[] one : Vectors.of(quote, encoder)) {
            vectors.nearest(one, index, limit, ALIKE, others)
                    .forEach(near -> nearest.merge(near.number(), near.likeness(), Math::max));
        }
        List<Hit> found = new ArrayList<>(index.hits(best(nearest), Asked.wordsOf(quote)));
        like(index, account, quote, limit, within).stream()
                .filter(one -> found.stream()
                        .noneMatch(known -> known.account().equals(one.account())
                                && known.span().equals(one.span())))
                .toList()
                .forEach(found::add);
        return found.stream().limit(limit).toList();
    }

    /**
     * Passages that have most in common with one: its words, the rarer the more they count.
     *
     * @param account whose text the passage is of; nothing of it is among what is found
     * @param quote the passage
     * @param limit how many at most, from 1
     */
    public static List<Hit> like(Index index, Id account, String quote, int limit, Within within) {
        Asked words = Asked.wordsOf(quote);
        double whole = index.alike(words, 1, (id, stretch) -> id.equals(account)).stream()
                .mapToDouble(Index.Alike::score)
                .max()
                .orElse(0);
        Within others = (id, stretch) -> !id.equals(account) && within.takes(id, stretch);
        return index.hits(
                index.alike(words, limit, others).stream()
                        .filter(one -> one.score() >= whole * LEAST)
                        .map(one -> new Index.Alike(one.number(), whole == 0 ? 0 : Math.min(1, one.score() / whole)))
                        .toList(),
                words);
    }

    static List<Hit> fused(Index index, Asked asked, List<List<Integer>> ways, int limit) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (List<Integer> way : ways) {
            for (int rank = 0; rank < way.size(); rank++) {
                scores.merge(way.get(rank), (RANK + 1.0) / (RANK + 1 + rank) / ways.size(), Double::sum);
            }
        }
        return index.hits(best(scores).stream().limit(limit).toList(), asked);
    }

    private static List<Index.Alike> best(Map<Integer, Double> scores) {
        return scores.entrySet().stream()
                .map(one -> new Index.Alike(one.getKey(), one.getValue()))
                .sorted(Index.Alike.BEST)
                .toList();
    }
}
