package org.afterword.workbench;

import java.util.Optional;

/** Something else writes into the case, and takes its time. */
final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param with what it is, as people call it; empty if nobody knows */
    Busy(Optional<String> with) {
        super(with.map(name -> "“" + name + "” goes on just now, and cannot be interrupted at this moment.")
                .orElse("Something else is being written into the case just now."));
    }
}
