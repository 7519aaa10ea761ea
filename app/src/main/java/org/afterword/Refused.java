package org.afterword;

import java.util.List;
import org.afterword.people.Cluster;

/** What a person asked for cannot be done; the problems say why, a sentence each. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> problems;
    private final transient List<Cluster> unconfirmed;

    Refused(List<String> problems) {
        this(problems, List.of());
    }

    /**
     * @param unconfirmed whose names could be kept if somebody confirmed it; each is one of the problems
     */
    Refused(List<String> problems, List<Cluster> unconfirmed) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.unconfirmed = List.copyOf(unconfirmed);
    }

    /** Whose names would stand, if all that is missing is a second confirmation; else empty. */
    public List<Cluster> unconfirmed() {
        return unconfirmed.size() == problems.size() ? unconfirmed : List.of();
    }

    public List<String> problems() {
        return problems;
    }
}
