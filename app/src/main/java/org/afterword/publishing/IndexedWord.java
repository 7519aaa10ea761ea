package org.afterword.publishing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a word is written, and at which places it stands: one of a {@link WordIndex}. */
final class IndexedWord {
    private Shown.@Nullable Extract shown;
    private boolean upper;
    private long shownAt;
    private boolean asked;
    private boolean alone;
    private long[] keys = new long[1];
    private int count;
    private int changed;
    private boolean known;
    private Optional<Shown.Entry> entry = Optional.empty();

    /**
     * @param now which reading of the index it is
     */
    void add(long key, Spot.Written written, int now) {
        int at = Arrays.binarySearch(keys, 0, count, key);
        if (at < 0) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
            }
            System.arraycopy(keys, -at - 1, keys, -at, count + at + 1);
            keys[-at - 1] = key;
            count++;
        }
        show(key, written);
        changed = now;
        known = false;
    }

    /** Whether it is no longer known how it is written. */
    boolean remove(long key, int now) {
        int at = Arrays.binarySearch(keys, 0, count, key);
        if (at >= 0) {
            System.arraycopy(keys, at + 1, keys, at, count - at - 1);
            count--;
        }
        changed = now;
        known = false;
        return shownAt == key;
    }

    /** Of all ways in which it is written the first in lower case is shown, or else the first. */
    void show(long key, Spot.Written written) {
        boolean upperNow = written.upper();
        if (shown == null || (upper && !upperNow) || (upper == upperNow && key < shownAt)) {
            shown = written.extract();
            upper = upperNow;
            shownAt = key;
            asked = false;
        }
    }

    /** How it is written is to be found out anew. */
    void unsure() {
        shown = null;
        upper = true;
    }

    /** Whether no other place can tell better how it is written. */
    boolean sure() {
        return shown != null && !upper;
    }

    Shown.Extract shown() {
        return Objects.requireNonNull(shown);
    }

    /** That a place leads elsewhere now. */
    void moved() {
        known = false;
    }

    /** What the pages of the index say of it, made anew only if it is another. */
    Optional<Shown.Entry> entry(Function<IndexedWord, List<Shown.Place>> pages) {
        if (!known) {
            known = true;
            List<Shown.Place> on = pages.apply(this);
            entry = on.isEmpty() ? Optional.empty() : Optional.of(new Shown.Entry(shown(), on));
        }
        return entry;
    }

    boolean isAlone() {
        return alone;
    }

    void ask(Predicate<String> nameless) {
        if (!asked) {
            alone = nameless.test(shown().text());
            asked = true;
        }
    }

    boolean isGone() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /** Ascending. */
    long key(int index) {
        return keys[index];
    }

    /** In which reading of the index its places changed last. */
    int changed() {
        return changed;
    }
}
