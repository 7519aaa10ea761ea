package org.afterword;

import java.util.List;

/** What a person asked for cannot be done; the problems say why, a sentence each. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> problems;

    Refused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
