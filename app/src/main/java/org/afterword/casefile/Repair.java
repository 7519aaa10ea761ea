package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be put right without a person's judgement: only what the rest of the case proves. Never a leaf, a signature,
 * an entry or an exhibit: a repair there could hide that somebody changed it.
 */
public enum Repair {
    /** Both rows of the header get the bytes of the one that opens the case. */
    RESTORE_HEADER("Wrote the spare copy of the header anew from the good one."),
    /** The snapshot is made from the log and never needed. */
    DROP_SNAPSHOT("Threw the damaged snapshot away; it is made anew from the log when it is next of use."),
    /** What no entry of a log without damage names was never acknowledged: entries come in the same transaction. */
    DROP_STRAYS("Threw away what lay in the file and no log entry names."),
    /** The index repeats what the table says. */
    REBUILD_INDEX("Built the index of the items anew from the items.");

    private final String done;

    Repair(String done) {
        this.done = done;
    }

    /** What was done, a sentence. */
    public String done() {
        return done;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Without those repairs that are not safe beside the other problems. */
    static List<Problem> safe(List<Problem> problems) {
        boolean damaged = problems.stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.DAMAGE
                        && !problem.repair().equals(Optional.of(REBUILD_INDEX)));
        return problems.stream()
                .map(problem -> damaged && problem.repair().equals(Optional.of(DROP_STRAYS))
                        ? problem.with(Optional.empty())
                        : problem)
                .toList();
    }
}
