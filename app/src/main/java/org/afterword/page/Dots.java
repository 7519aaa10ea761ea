package org.afterword.page;

import java.util.ArrayList;
import java.util.List;
import org.afterword.witnesses.Range;

/**
 * People as dots that can be counted: one dot a person, in groups of up to five. Who may or may not be one more person
 * stands in brackets. Every kind has a shape of its own, so that no colour is needed.
 *
 * @param parts in the order in which they are drawn
 */
public record Dots(List<Part> parts) {
    private static final int GROUP = 5;

    public Dots {
        parts = List.copyOf(parts);
    }

    /** What a dot says of its person. */
    public enum Kind {
        /** Says so first-hand: a full dot. */
        FIRST_HAND("first-hand"),
        /** Passes on what others told: a small full dot in a ring. */
        TOLD("told"),
        /** Says both: half full. */
        MIXED("mixed"),
        /** Says that it did not happen: a thick ring. */
        DENY("deny"),
        /** Does not mention it: a dotted ring. */
        NOT_MENTIONED("not-mentioned"),
        /** Could not know: a dash. */
        NOT_IN_POSITION("not-in-position");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    public record Part(Kind kind, Range people) {}

    /**
     * Up to five dots of one kind.
     *
     * @param uncertain whether they stand in brackets
     * @param more whether there are more of that part than are drawn
     */
    public record Cluster(Kind kind, int size, boolean uncertain, boolean more) {
        /** In pixels, brackets included; a dot takes 16. */
        public int width() {
            return size * 16 + (uncertain ? 12 : 0) + (more ? 18 : 0);
        }

        /** The centre of the dot, in pixels. */
        public int x(int index) {
            return index * 16 + 8 + (uncertain ? 6 : 0);
        }
    }

    /**
     * A part as drawn: first those who are certain, then those who may be one more.
     *
     * @param most how many dots are drawn; of more people only so many, and a mark that there are more
     */
    public List<Cluster> clusters(Part part, int most) {
        var clusters = new ArrayList<Cluster>();
        int low = part.people().low();
        add(clusters, part.kind(), low, most, false);
        if (low < most) {
            add(clusters, part.kind(), part.people().high() - low, most - low, true);
        }
        return List.copyOf(clusters);
    }

    /** Whether there are more people than dots. */
    public boolean cut(int most) {
        return parts.stream().anyMatch(part -> part.people().high() > most);
    }

    /** The parts in which there is, or may be, anybody. */
    public List<Part> present() {
        return parts.stream().filter(part -> part.people().high() > 0).toList();
    }

    /** All who are in one of these parts; both ends are sums. */
    public Range people(Kind... kinds) {
        List<Part> chosen = parts.stream()
                .filter(part -> List.of(kinds).contains(part.kind()))
                .toList();
        return new Range(
                chosen.stream().mapToInt(part -> part.people().low()).sum(),
                chosen.stream().mapToInt(part -> part.people().high()).sum());
    }

    public boolean uncertain() {
        return parts.stream()
                .anyMatch(part -> part.people().low() < part.people().high());
    }

    private static void add(List<Cluster> clusters, Kind kind, int people, int most, boolean uncertain) {
        int drawn = Math.min(people, most);
        for (int left = drawn; left > 0; left -= GROUP) {
            clusters.add(new Cluster(kind, Math.min(GROUP, left), uncertain, left <= GROUP && drawn < people));
        }
    }
}
