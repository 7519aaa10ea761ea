package org.afterword.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.people.Cluster;

/** The decisions on names in the order in which they were made: of two who choose one pseudonym, the first has it. */
final class NameOrder {
    private NameOrder() {}

    static List<Id> of(Contents contents) {
        return contents.decisions(Set.of("name")).stream().map(Decision::id).toList();
    }

    /**
     * @param before some clusters as they were
     * @param now the same as they are
     * @param merged whether the order is another than that of the log
     */
    static List<Id> after(List<Id> order, List<Cluster> before, List<Cluster> now, boolean merged, Contents contents) {
        List<Id> gone = ids(before);
        List<Id> come = ids(now);
        if (gone.equals(come)) {
            return order;
        }
        if (merged) {
            return of(contents);
        }
        var after = new ArrayList<>(order);
        after.removeAll(Set.copyOf(gone));
        for (Id one : come) {
            long place = contents.place(one);
            int from = 0;
            int to = after.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (contents.place(after.get(middle)) < place) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            if (from == after.size() || !after.get(from).equals(one)) {
                after.add(from, one);
            }
        }
        return after;
    }

    private static List<Id> ids(List<Cluster> clusters) {
        return clusters.stream()
                .flatMap(one -> one.decision().map(Decision::id).stream())
                .toList();
    }
}
