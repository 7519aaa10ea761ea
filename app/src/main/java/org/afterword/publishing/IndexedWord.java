package org.afterword.publishing;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How a word is written, and at which places it stands: one of a {@link WordIndex}. */
final class IndexedWord {
    private final String word;
    private Shown.@Nullable Extract shown;
    private boolean upper;
    private long shownAt;
    private boolean asked;
    private boolean alone;
    private long[] keys = new long[1];
    private int count;
    private int changed;
    private boolean known;
    private Optional<Listed> listed = Optional.empty();
    private int size;

    /**
     * @param word folded ({@link Spot#folded})
     */
    IndexedWord(String word) {
        this.word = word;
    }

    /**
     * What the pages of the index say of it.
     *
     * @param size in bytes, at most
     */
    record Listed(Shown.Entry entry, int size) {}

    String word() {
        return word;
    }

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
        size = 0;
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
        size = 0;
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
    Optional<Listed> listed(Function<IndexedWord, Optional<Listed>> make) {
        if (!known) {
            known = true;
            listed = make.apply(this);
        }
        return listed;
    }

    /**
     * How long a list of its places is, measured anew only if they are others.
     *
     * @param measure in bytes, above 0
     */
    int size(ToIntFunction<IndexedWord> measure) {
        if (size == 0) {
            size = measure.applyAsInt(this);
        }
        return size;
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
