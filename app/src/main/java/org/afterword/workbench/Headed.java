package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Things of many places in one order under headings, one perhaps under several. It does not change: after a decision there
 * is another, which has all but the touched headings in common with it, so that any page of many thousands is there at
 * once.
 */
final class Headed<T> {
    private final Comparator<? super T> order;
    private final Function<? super T, ? extends Collection<String>> headings;
    /** By their places. */
    private final List<List<T>> each;

    private final Map<String, List<T>> under;

    private Headed(
            Comparator<? super T> order,
            Function<? super T, ? extends Collection<String>> headings,
            List<List<T>> each,
            Map<String, List<T>> under) {
        this.order = order;
        this.headings = headings;
        this.each = each;
        this.under = under;
    }

    /**
     * @param each what is at each place
     * @param order in which no two are alike
     * @param headings of one of them, no heading twice
     */
    static <T> Headed<T> of(
            List<List<T>> each,
            Comparator<? super T> order,
            Function<? super T, ? extends Collection<String>> headings) {
        var under = new HashMap<String, List<T>>();
        each.forEach(here -> here.forEach(one -> headings.apply(one)
                .forEach(heading ->
                        under.computeIfAbsent(heading, _ -> new ArrayList<>()).add(one))));
        under.values().forEach(list -> list.sort(order));
        return new Headed<>(order, headings, each, under);
    }

    /** With what is at a place now. */
    Headed<T> with(int place, List<T> now) {
        var changed = new HashMap<String, List<T>>();
        for (T one : each.get(place)) {
            for (String heading : headings.apply(one)) {
                List<T> list = changed.computeIfAbsent(heading, this::copy);
                list.remove(Collections.binarySearch(list, one, order));
            }
        }
        for (T one : now) {
            for (String heading : headings.apply(one)) {
                List<T> list = changed.computeIfAbsent(heading, this::copy);
                list.add(-Collections.binarySearch(list, one, order) - 1, one);
            }
        }
        var places = new ArrayList<>(each);
        places.set(place, now);
        var all = new HashMap<>(under);
        all.putAll(changed);
        all.values().removeIf(List::isEmpty);
        return new Headed<>(order, headings, places, all);
    }

    private List<T> copy(String heading) {
        return new ArrayList<>(under(heading));
    }

    List<T> at(int place) {
        return each.get(place);
    }

    /** By their places. */
    List<T> all() {
        return each.stream().flatMap(List::stream).toList();
    }

    /** In their order. */
    List<T> under(String heading) {
        return Collections.unmodifiableList(under.getOrDefault(heading, List.of()));
    }

    int count(String heading) {
        return under(heading).size();
    }

    /** Those under which there is something. */
    Set<String> headings() {
        return Collections.unmodifiableSet(under.keySet());
    }
}
