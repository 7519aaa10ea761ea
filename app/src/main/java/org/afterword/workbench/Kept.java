package org.afterword.workbench;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.afterword.casefile.Touched;
import org.afterword.model.Id;

/** Something that is worked out once, and then brought up to date by what was decided since. */
final class Kept<T> {
    private final Touched touched;
    private final Predicate<String> matters;
    private final Supplier<T> make;
    private final BiFunction<T, Map<Id, Set<String>>, T> after;
    private volatile Optional<Made<T>> made = Optional.empty();

    /** @param decided about how many things something had been decided when it was begun */
    private record Made<T>(long besides, int decided, T value) {}

    /**
     * @param make from nothing
     * @param after what it is once something was decided or undone about these, of these aspects; the same as if it were
     *     made then
     */
    Kept(Touched touched, Supplier<T> make, BiFunction<T, Map<Id, Set<String>>, T> after) {
        this(touched, _ -> true, make, after);
    }

    /** @param matters whether what is decided of an aspect may change it */
    Kept(Touched touched, Predicate<String> matters, Supplier<T> make, BiFunction<T, Map<Id, Set<String>>, T> after) {
        this.touched = touched;
        this.matters = matters;
        this.make = make;
        this.after = after;
    }

    /** As the case stands. What is decided meanwhile is in it, or comes with the next look. */
    T now() {
        return ifCurrent().orElseGet(this::made);
    }

    /** Empty if it would have to be made from nothing. */
    Optional<T> ifMade() {
        return made.filter(one -> one.besides == touched.besidesDecisions()).map(_ -> now());
    }

    private Optional<T> ifCurrent() {
        return made.filter(one -> one.besides == touched.besidesDecisions() && one.decided == touched.decided())
                .map(Made::value);
    }

    private synchronized T made() {
        long besides = touched.besidesDecisions();
        int decided = touched.decided();
        Optional<Made<T>> before = made.filter(one -> one.besides == besides);
        T value;
        try {
            value = before.map(one -> after(one, decided)).orElseGet(make);
        } catch (IllegalStateException | UncheckedIOException e) {
            if (besides == touched.besidesDecisions()) {
                throw e;
            }
            return made(); // something was erased or read anew while it was looked at
        }
        made = Optional.of(new Made<>(besides, decided, value));
        return value;
    }

    private T after(Made<T> before, int decided) {
        Map<Id, Set<String>> targets = touched.decided(before.decided, matters);
        return before.decided == decided || targets.isEmpty() ? before.value : after.apply(before.value, targets);
    }
}
