package org.afterword.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.afterword.posts.alike.Jaccard;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Compares the sets that meet at a mark, one cell after the other. They come sorted by mark and cell. */
final class Meeting implements Iterator<Row> {
    /** Two sets that are alike, the lower number first. */
    static final StructType PAIR =
            new StructType().add(Likeness.SET, DataTypes.LongType, false).add("other", DataTypes.LongType, false);

    private final Iterator<Row> sorted;
    private final Jaccard jaccard;
    private final Deque<Row> found = new ArrayDeque<>();
    private @Nullable Row ahead;

    Meeting(Iterator<Row> sorted, Jaccard jaccard) {
        this.sorted = sorted;
        this.jaccard = jaccard;
        advance();
    }

    private void advance() {
        ahead = sorted.hasNext() ? sorted.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (found.isEmpty() && ahead != null) {
            var cell = new ArrayList<Row>();
            Row first = ahead;
            while (ahead != null
                    && ahead.getLong(Marked.MARK_AT) == first.getLong(Marked.MARK_AT)
                    && ahead.getLong(Marked.CELL_AT) == first.getLong(Marked.CELL_AT)) {
                cell.add(ahead);
                advance();
            }
            if (cell.size() > 1) {
                compare(cell);
            }
        }
        return !found.isEmpty();
    }

    private void compare(List<Row> cell) {
        var start = new int[cell.size() + 1];
        var all = new ArrayList<List<Long>>();
        for (int i = 0; i < cell.size(); i++) {
            all.add(cell.get(i).getList(Marked.WORDS_AT));
            start[i + 1] = start[i] + all.get(i).size();
        }
        long[] named = all.stream()
                .flatMap(List::stream)
                .mapToLong(word -> word)
                .sorted()
                .distinct()
                .toArray();
        int[] words = all.stream()
                .flatMap(List::stream)
                .mapToInt(word -> Arrays.binarySearch(named, word))
                .toArray();
        long mark = cell.getFirst().getLong(Marked.MARK_AT);
        boolean withinBlock = cell.stream()
                        .mapToInt(row -> row.getInt(Marked.BLOCK_AT))
                        .distinct()
                        .count()
                == 1;
        Jaccard.Mark isMark = (first, second) -> Marked.hash(named[first], named[second]) == mark;
        for (int i = 0; i < cell.size(); i++) {
            for (int j = i + 1; j < cell.size(); j++) {
                long a = cell.get(i).getLong(Marked.SET_AT);
                long b = cell.get(j).getLong(Marked.SET_AT);
                boolean here = withinBlock
                        || cell.get(i).getInt(Marked.BLOCK_AT) != cell.get(j).getInt(Marked.BLOCK_AT);
                if (a != b && here && jaccard.alike(words, start[i], start[i + 1], start[j], start[j + 1], isMark)) {
                    found.add(RowFactory.create(Math.min(a, b), Math.max(a, b)));
                }
            }
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return found.removeFirst();
    }
}
