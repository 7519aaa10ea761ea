package org.afterword.casefile;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What of a case has changed since this process opened it. */
final class Touched {
    private final AtomicLong besidesCodings = new AtomicLong();

    /**
     * Stays the same while nothing changes but what coders judge of codings, that accounts were read, and what went out:
     * while it does, whatever does not follow from those need not be worked out anew.
     */
    long number() {
        return besidesCodings.get();
    }

    /**
     * @param folded in which they are
     */
    void by(List<Preparing.Prepared> entries, Relations folded) {
        if (!entries.stream().allMatch(one -> aboutCodings(one.logged(), folded))) {
            all();
        }
    }

    void all() {
        besidesCodings.incrementAndGet();
    }

    private static boolean aboutCodings(Logged logged, Relations folded) {
        return logged.entry()
                .filter(entry -> switch (entry) {
                    case Entry.Decided decided ->
                        folded.alone(decided.decision().id());
                    case Entry.Undone undone -> folded.alone(undone.decision());
                    case Entry.Published _, Entry.Exported _, Entry.Stamped _ -> true;
                    default -> false;
                })
                .isPresent();
    }
}
