package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What pages show of work in the background.
 *
 * @param number which work it is, so that a page that is old by now stops nothing else
 * @param step how far it is, in words; empty once it has ended
 * @param done how much of {@code total}; of a total of 0 nobody knows
 * @param result what came of it; empty as long as it goes on
 */
public record WorkSheet(long number, String name, String step, long done, long total, Optional<Result> result) {
    /**
     * @param well whether it came to its end and found nothing wrong
     * @param sentence what came of it
     */
    public record Result(boolean well, String sentence, List<Part> parts) {
        public Result {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a result. */
    public record Part(String head, List<String> lines) {
        private static final int MOST = 30;

        public Part {
            lines = List.copyOf(lines);
        }

        /** Those that are shown. */
        public List<String> shown() {
            return lines.subList(0, Math.min(MOST, lines.size()));
        }

        /** How many are not. */
        public int more() {
            return lines.size() - shown().size();
        }
    }

    public boolean running() {
        return result.isEmpty();
    }
}
