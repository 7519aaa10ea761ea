package org.afterword.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Inspection;
import org.afterword.casefile.Ledger;
import org.afterword.casefile.Problem;
import org.afterword.casefile.Since;

/**
 * What the stamps of a case show: each fits its checkpoint, and the log grew from that checkpoint.
 *
 * @param existedBefore the best that they show, for people
 * @param holding those that hold
 */
record StampCheck(String existedBefore, List<Verification.Stamped> holding, List<Problem> problems) {
    static final String NO_STAMP = "not stamped";
    private static final String NONE_HOLDS = "not shown: no stamp holds";
    private static final String NONE_LEADS = "not shown: no stamp leads to a root that was given";

    static StampCheck of(Inspection inspection, Roots given) {
        List<Verification.Stamped> holding = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Inspection.Stamped stamped : inspection.stamps()) {
            try {
                holding.add(check(stamped, inspection.ledger(), given));
            } catch (StampException e) {
                problems.add(Verification.damage(
                        "the time stamp of log entry " + stamped.entry(),
                        "It does not show when the case existed: " + e.getMessage() + "."));
            }
        }
        List<Verification.Stamped> counting = holding.stream()
                .filter(one -> one.existed().root() != Existed.Root.ELSEWHERE)
                .toList();
        if (counting.isEmpty() && !holding.isEmpty()) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    "the time stamps",
                    "None of them leads to a root that you gave.",
                    "Give the roots of the authorities that were asked, or verify without --roots."));
        }
        String none = problems.isEmpty() ? NO_STAMP : holding.isEmpty() ? NONE_HOLDS : NONE_LEADS;
        return new StampCheck(best(counting, inspection.entries()).orElse(none), holding, problems);
    }

    private static Verification.Stamped check(Inspection.Stamped stamped, Ledger ledger, Roots given)
            throws StampException {
        TimeStamp stamp;
        try {
            stamp = TimeStamp.read(
                    stamped.content(), stamped.stamp().size(), stamped.stamp().authority());
        } catch (IOException e) {
            throw new StampException("what was kept of it cannot be read", e);
        }
        Ledger.Compared compared = ledger.compare(stamp.note());
        if (compared.since() != Since.UNCHANGED || compared.size() != stamp.size()) {
            throw new StampException("the log is not what was stamped");
        }
        return new Verification.Stamped(stamped.entry(), stamp.size(), stamp.authority(), Token.check(stamp, given));
    }

    /** Whose root is known counts before whose is not; then what covers most; then what was first. */
    private static Optional<String> best(List<Verification.Stamped> stamps, long entries) {
        Optional<Verification.Stamped> best = stamps.stream()
                .min(Comparator.<Verification.Stamped, Boolean>comparing(
                                one -> !one.existed().root().trusted())
                        .thenComparing(Verification.Stamped::entries, Comparator.reverseOrder())
                        .thenComparing(one -> one.existed().before()));
        return best.map(one -> one.existed().before() + ": the first " + one.entries() + " of " + entries
                + " log entries, says " + one.existed().authority() + " ("
                + one.existed().root().words() + ")");
    }
}
