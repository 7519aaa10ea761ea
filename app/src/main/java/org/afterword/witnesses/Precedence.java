package org.afterword.witnesses;

import java.time.Duration;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.When;

/**
 * Which of two accounts with common text has it from the other, and how that is known.
 *
 * @param secondIsCopy whether the second was made from the first; if that is not known, the likelier
 * @param known whether anything tells for certain
 * @param because for the person who decides
 */
record Precedence(boolean secondIsCopy, boolean known, String because) {
    /** Local times of unknown zones lie at most so far apart. */
    private static final Duration ZONES = Duration.ofHours(26);

    static Precedence of(Account first, Account second, Common common) {
        Optional<Boolean> known = byRepostOf(first, second);
        if (known.isPresent()) {
            return new Precedence(known.get(), true, "The later one says itself that it is a repost.");
        }
        known = other(common.quotedIn(first), common.quotedIn(second));
        if (known.isPresent()) {
            return new Precedence(known.get(), true, "In one of them the common words are marked as quoted.");
        }
        known = other(before(second.date(), first.date()), before(first.date(), second.date()));
        if (known.isPresent()) {
            return new Precedence(known.get(), true, "The dates tell which was first.");
        }
        known = other(common.firstHolds(), common.secondHolds());
        if (known.isPresent()) {
            // an excerpt is held whole, too
            return new Precedence(known.get(), false, "One holds the other whole, among words of its own.");
        }
        return new Precedence(true, false, "It is not known which of them was first.");
    }

    /** What speaks for exactly one of them being the copy. */
    private static Optional<Boolean> other(boolean firstIsCopy, boolean secondIsCopy) {
        return firstIsCopy == secondIsCopy ? Optional.empty() : Optional.of(secondIsCopy);
    }

    private static Optional<Boolean> byRepostOf(Account first, Account second) {
        Optional<Boolean> named = other(names(first, second), names(second, first));
        return named.isPresent()
                ? named
                : other(first.repostOf().isPresent(), second.repostOf().isPresent());
    }

    private static boolean names(Account copy, Account original) {
        return copy.repostOf().isPresent()
                && original.sourceUrl().isPresent()
                && copy.repostOf().get().contains(original.sourceUrl().get());
    }

    private static boolean before(Optional<When> one, Optional<When> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        boolean sameClock = one.get().zone().isPresent()
                && one.get().zone().equals(other.get().zone());
        return one.get()
                .latest()
                .flatMap(end -> other.get()
                        .earliest()
                        .map(start ->
                                end.plus(sameClock ? Duration.ZERO : ZONES).isBefore(start)))
                .orElse(false);
    }
}
