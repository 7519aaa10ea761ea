package org.afterword.posts.share;

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

    private final Tally tally;
    private final int[] classWeights;
    private final double within;

    Chance(Tally tally) {
        this.tally = tally;
        classWeights = new int[tally.classes()];
        within = tally.within();
        double usual = 2 * Math.log(Math.max(2, tally.accounts())) - Math.log(Math.max(within, 1e-300));
        for (int c = 0; c < classWeights.length; c++) {
            classWeights[c] = Math.clamp(Math.round(usual / LN_4) - c, 1, 100);
        }
    }

    /** The weight of an object that is shared so often. */
    int weight(int shares) {
        return classWeights[Tally.classOf(shares)];
    }

    /** How many pairs of shares of the same object by different accounts would lie within the window by chance. */
    double expected() {
        return tally.possible() * within;
    }

    /**
     * The probability that two accounts share at least that weight within the window by attention alone.
     *
     * @param one how much one of them shares in all
     * @param other how much the other does
     */
    double byAttention(int one, int other, int weight) {
        double size = tally.shares();
        double both = 2.0 * one * other / (size * (size - 1));
        var rates = new double[classWeights.length];
        for (int c = 0; c < rates.length; c++) {
            double most = Math.min(NEARLY_ONE, both * tally.mostPairs()[c]);
            rates[c] = most == 0 ? 0 : both * tally.pairs()[c] * (-Math.log1p(-most) / most);
        }
        return new Tail(classWeights, rates).atLeast(weight);
    }

    /**
     * The probability of at least that weight by taste alone.
     *
     * @param tastes of these two accounts, and perhaps of others
     */
    double byTaste(Tastes tastes, int a, int b, int weight) {
        double[] common = tastes.common(a, b, within);
        var rates = new double[classWeights.length];
        for (int i = 0; i < common.length; i += 2) {
            rates[(int) common[i]] -= Math.log1p(-Math.min(NEARLY_ONE, common[i + 1]));
        }
        return new Tail(classWeights, rates).atLeast(weight);
    }
}
