package org.afterword.posts.share;

import java.util.Arrays;
import org.afterword.posts.read.Shares;

/**
 * What two accounts would share within the window if nobody coordinated. Two explanations are tested, and a pair stands
 * out only if neither is enough: the larger of both probabilities counts.
 *
 * <ol>
 *   <li><b>Attention</b>: every object keeps its shares at their times, with all rushes of the day, the week and the
 *       news, and who made each of them is drawn by how much each account shares.
 *   <li><b>Taste</b>: every account keeps what it shares and how often, and the times are drawn from all times at which
 *       anything was shared.
 * </ol>
 *
 * <p>What is tested is the sum of weights of the different objects that both shared within the window; a rare object
 * weighs more. Weights depend on how often objects are shared, which is the same in both. The expected number of pairs
 * of shares is exact in both, and the tail is that of {@link Tail}: an upper bound, but for the slight dependence
 * between objects that comes from drawing without putting back.
 */
final class Chance {
    private static final double LN_4 = Math.log(4);
    private static final int CLASSES = 32;
    private static final double NEARLY_ONE = 0.999_999;

    private final Shares shares;
    private final int[] classWeights = new int[CLASSES];
    private final double[] slotPairs = new double[CLASSES];
    private final double[] mostSlotPairs = new double[CLASSES];
    private final int classes;
    private final int[] activity;
    private final Tastes tastes;
    private final double within;

    /**
     * @param pairsOf how many pairs of shares of each object lie within the window
     */
    Chance(Shares shares, long window, long[] pairsOf) {
        this.shares = shares;
        activity = new int[shares.accounts()];
        for (int account : shares.account()) {
            activity[account]++;
        }
        within = within(shares.time(), window);
        double usual = 2 * Math.log(Math.max(2, shares.accounts())) - Math.log(Math.max(within, 1e-300));
        int most = 0;
        for (int o = 0; o < shares.objects(); o++) {
            int c = classOf(shares, o);
            most = Math.max(most, c + 1);
            slotPairs[c] += pairsOf[o];
            mostSlotPairs[c] = Math.max(mostSlotPairs[c], (double) pairsOf[o]);
        }
        classes = most;
        for (int c = 0; c < classes; c++) {
            classWeights[c] = Math.clamp(Math.round(usual / LN_4) - c, 1, 100);
        }
        tastes = new Tastes(shares, activity);
    }

    /** How often an object is shared, in powers of 2. */
    private static int classOf(Shares shares, int object) {
        int n = shares.start()[object + 1] - shares.start()[object];
        return n == 0 ? 0 : 31 - Integer.numberOfLeadingZeros(n);
    }

    /** The weight of each object. */
    byte[] weights() {
        var weights = new byte[shares.objects()];
        for (int o = 0; o < weights.length; o++) {
            weights[o] = (byte) classWeights[classOf(shares, o)];
        }
        return weights;
    }

    /** How many pairs of shares of the same object by different accounts would lie within the window by chance. */
    double expected() {
        double pairs = 0;
        for (int o = 0; o < shares.objects(); o++) {
            double n = shares.start()[o + 1] - shares.start()[o];
            pairs += n * (n - 1) / 2;
        }
        return (pairs - tastes.pairsOfOneAccount()) * within;
    }

    /**
     * The probability that two accounts share at least that weight within the window.
     *
     * @param enough above this it need not be exact
     */
    double of(int a, int b, int weight, double enough) {
        double attention = byAttention(a, b, weight);
        return attention > enough ? attention : Math.max(attention, byTaste(a, b, weight));
    }

    /** The probability of at least that weight by attention alone. */
    double byAttention(int a, int b, int weight) {
        double size = shares.size();
        double both = 2.0 * activity[a] * activity[b] / (size * (size - 1));
        var rates = new double[classes];
        for (int c = 0; c < classes; c++) {
            double most = Math.min(NEARLY_ONE, both * mostSlotPairs[c]);
            rates[c] = most == 0 ? 0 : both * slotPairs[c] * (-Math.log1p(-most) / most);
        }
        return new Tail(Arrays.copyOf(classWeights, classes), rates).atLeast(weight);
    }

    /** The probability of at least that weight by taste alone. */
    double byTaste(int a, int b, int weight) {
        var rates = new double[classes];
        tastes.common(a, b, (object, ofA, ofB) -> {
            double expected = Math.min(NEARLY_ONE, within * ofA * ofB);
            rates[classOf(shares, object)] -= Math.log1p(-expected);
        });
        return new Tail(Arrays.copyOf(classWeights, classes), rates).atLeast(weight);
    }

    private static double within(long[] times, long window) {
        if (times.length < 2) {
            return 0;
        }
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        int to = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (to < sorted.length && sorted[to] - sorted[i] <= window) {
                to++;
            }
            pairs += to - i - 1;
        }
        return pairs / (0.5 * sorted.length * (sorted.length - 1.0));
    }
}
