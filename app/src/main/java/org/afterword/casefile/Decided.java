package org.afterword.casefile;

import java.util.List;
import org.afterword.model.Decision;
import org.afterword.model.Id;

/** Decisions, and where they stand. */
public interface Decided {
    /** Those that hold. */
    List<Decision> decisions();

    /** Every one that was ever made. */
    List<Made> history();

    /** All that hold about one thing, of whatever aspect. */
    default List<Decision> about(Id target) {
        return decisions().stream().filter(one -> one.target().equals(target)).toList();
    }

    /** Where in the log a decision stands: a later one has a greater number; below 0 if there is none. */
    default long place(Id decision) {
        return history().stream().map(one -> one.decision().id()).toList().indexOf(decision);
    }

    /** Whether any decision came from another copy: then they are in the order of their times, and not of the log. */
    default boolean merged() {
        return false;
    }
}
