package org.afterword.witnesses;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many colours a graph needs at least, if no two neighbours may have the same: the smallest number of people that
 * so many witnesses can be, if no two neighbours are the same person. Exact for what is decided by hand; for larger
 * knots a bound that is never above the truth.
 */
final class Colouring {
    /** So many tries at most; then the bound that is proven holds. */
    private static final int TRIES = 100_000;

    private static final int STARTS = 64;

    private final List<BitSet> neighbours;
    private int tries = TRIES;

    private Colouring(List<BitSet> neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * @param neighbours for each vertex its neighbours; symmetric, none its own neighbour
     */
    static int atLeast(List<BitSet> neighbours) {
        return new Colouring(neighbours).bound();
    }

    private int bound() {
        int bound = clique();
        while (true) {
            int[] core = core(bound);
            if (core.length == 0 || !impossible(core, bound)) {
                return bound;
            }
            bound++;
        }
    }

    /** The largest set of mutual neighbours that greedy search finds. */
    private int clique() {
        int[] byDegree = IntStream.range(0, neighbours.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer vertex) -> neighbours.get(vertex).cardinality())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        int largest = 0;
        for (int start = 0; start < Math.min(STARTS, byDegree.length); start++) {
            int size = 1;
            var left = (BitSet) neighbours.get(byDegree[start]).clone();
            for (int vertex : byDegree) {
                if (left.get(vertex)) {
                    size++;
                    left.and(neighbours.get(vertex));
                }
            }
            largest = Math.max(largest, size);
        }
        return largest;
    }

    /** What is left when vertices with fewer neighbours than colours, which can always be coloured last, are gone. */
    private int[] core(int colours) {
        var left = new BitSet();
        left.set(0, neighbours.size());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int vertex = left.nextSetBit(0); vertex >= 0; vertex = left.nextSetBit(vertex + 1)) {
                if (Voiced.inBoth(neighbours.get(vertex), left) < colours) {
                    left.clear(vertex);
                    changed = true;
                }
            }
        }
        return left.stream().toArray();
    }

    /** Whether it is proven, within the tries that are left, that so many colours are too few. */
    private boolean impossible(int[] core, int colours) {
        int[] colour = new int[neighbours.size()];
        return !colourable(core, colour, core.length, colours, 0) && tries > 0;
    }

    private boolean colourable(int[] core, int[] colour, int left, int colours, int used) {
        if (left == 0 || --tries <= 0) {
            return left == 0;
        }
        int vertex = hardest(core, colour);
        BitSet taken = taken(vertex, colour);
        // of the colours that nobody has, one is as good as another
        for (int c = 1; c <= Math.min(colours, used + 1); c++) {
            if (!taken.get(c)) {
                colour[vertex] = c;
                if (colourable(core, colour, left - 1, colours, Math.max(used, c))) {
                    return true;
                }
                colour[vertex] = 0;
            }
        }
        return false;
    }

    /** The uncoloured vertex with the fewest colours left (Brélaz 1979). */
    private int hardest(int[] core, int[] colour) {
        int hardest = -1;
        int most = -1;
        for (int vertex : core) {
            int taken = colour[vertex] == 0 ? taken(vertex, colour).cardinality() : -1;
            if (taken > most) {
                most = taken;
                hardest = vertex;
            }
        }
        return hardest;
    }

    private BitSet taken(int vertex, int[] colour) {
        var taken = new BitSet();
        neighbours.get(vertex).stream().filter(n -> colour[n] > 0).forEach(n -> taken.set(colour[n]));
        return taken;
    }
}
