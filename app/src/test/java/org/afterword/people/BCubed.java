package org.afterword.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a partition of mentions fits the true one: for each mention the share of its cluster that is its entity's, and
 * the share of its entity that is in its cluster (Bagga and Baldwin 1998), summed so that many documents add up.
 */
record BCubed(int mentions, double precisions, double recalls) {
    static final BCubed NOTHING = new BCubed(0, 0, 0);

    record Placed(Object cluster, String entity) {}

    static BCubed of(List<Placed> placed) {
        Map<Object, Integer> clusters = new HashMap<>();
        Map<String, Integer> entities = new HashMap<>();
        Map<Placed, Integer> both = new HashMap<>();
        for (Placed one : placed) {
            clusters.merge(one.cluster(), 1, Integer::sum);
            entities.merge(one.entity(), 1, Integer::sum);
            both.merge(one, 1, Integer::sum);
        }
        double precisions = 0;
        double recalls = 0;
        for (Placed one : placed) {
            precisions += (double) both.get(one) / clusters.get(one.cluster());
            recalls += (double) both.get(one) / entities.get(one.entity());
        }
        return new BCubed(placed.size(), precisions, recalls);
    }

    BCubed plus(BCubed other) {
        return new BCubed(mentions + other.mentions, precisions + other.precisions, recalls + other.recalls);
    }

    double precision() {
        return mentions == 0 ? 1 : precisions / mentions;
    }

    double recall() {
        return mentions == 0 ? 1 : recalls / mentions;
    }

    double f1() {
        return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }
}
