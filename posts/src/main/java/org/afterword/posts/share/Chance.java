package org.afterword.posts.share;

import java.util.Arrays;
import org.afterword.posts.read.ShareParts;

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
    private static final double NEARLY_ONE = 0.999_999;

    private final Survey survey;
    private final int[] classWeights = new int[Survey.CLASSES];
    private final double size;
    private final double within;

    /**
     * @param window in milliseconds, inclusive
     */
    Chance(ShareParts shares, long window, Survey survey) {
        this.survey = survey;
        size = shares.size();
        within = within(shares, window);
        double usual = 2 * Math.log(Math.max(2, shares.accounts())) - Math.log(Math.max(within, 1e-300));
        for (int c = 0; c < survey.classes(); c++) {
            classWeights[c] = Math.clamp(Math.round(usual / LN_4) - c, 1, 100);
        }
    }

    /** The weight of an object that is shared so often. */
    int weight(int shares) {
        return classWeights[Survey.classOf(shares)];
    }

    /** How many pairs of shares of the same object by different accounts would lie within the window by chance. */
    double expected() {
        return survey.possible() * within;
    }

    /** The probability that two accounts share at least that weight within the window by attention alone. */
    double byAttention(int a, int b, int weight) {
        double both = 2.0 * survey.activity()[a] * survey.activity()[b] / (size * (size - 1));
        var rates = new double[survey.classes()];
        for (int c = 0; c < rates.length; c++) {
            double most = Math.min(NEARLY_ONE, both * survey.mostPairs(c));
            rates[c] = most == 0 ? 0 : both * survey.pairs(c) * (-Math.log1p(-most) / most);
        }
        return new Tail(Arrays.copyOf(classWeights, rates.length), rates).atLeast(weight);
    }

    /**
     * The probability of at least that weight by taste alone.
     *
     * @param tastes of these two accounts, and perhaps of others
     */
    double byTaste(Tastes tastes, int a, int b, int weight) {
        double[] common = tastes.common(a, b, within);
        var rates = new double[survey.classes()];
        for (int i = 0; i < common.length; i += 2) {
            rates[(int) common[i]] -= Math.log1p(-Math.min(NEARLY_ONE, common[i + 1]));
        }
        return new Tail(Arrays.copyOf(classWeights, rates.length), rates).atLeast(weight);
    }

    /** Which part of all pairs of shares lies within the window, of whatever objects. */
    private static double within(ShareParts shares, long window) {
        var near = new Near(window);
        shares.times(near::take);
        double size = shares.size();
        return size < 2 ? 0 : near.pairs() / (0.5 * size * (size - 1));
    }
}
