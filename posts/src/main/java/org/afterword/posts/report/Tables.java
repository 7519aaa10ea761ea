package org.afterword.posts.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.dissent.Dissent;
import org.afterword.posts.group.Groups;
import org.afterword.posts.share.Cluster;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;

/** Results as comma-separated values, for spreadsheets and statistics programs. */
public final class Tables {
    private static final long MILLIS = 1000;

    private Tables() {}

    /**
     * Pairs of accounts by how often they share.
     *
     * @param sharing by window
     * @param alike the same of texts that are nearly the same
     */
    public static String edges(List<Coordination> sharing, List<Coordination> alike) {
        var table = new StringBuilder(Edges.HEAD);
        edges(table, "sharing", sharing);
        edges(table, "texts", alike);
        return table.toString();
    }

    private static void edges(StringBuilder table, String measure, List<Coordination> results) {
        for (Coordination result : results) {
            table.append(Edges.rows(measure, result.window() / MILLIS, result.counts()));
        }
    }

    /**
     * Clusters of ten accounts and more.
     *
     * @param accounts how many there are in the dataset
     */
    public static String clusters(List<Coordination> sharing, List<Coordination> alike, long accounts) {
        var table = new StringBuilder("measure,window_seconds,accounts,edges,density,shares,together,share_of_output,"
                + "objects,median_gap_seconds\n");
        if (accounts >= Summary.FEW_ACCOUNTS) {
            clusters(table, "sharing", sharing);
            clusters(table, "texts", alike);
        }
        return table.toString();
    }

    private static void clusters(StringBuilder table, String measure, List<Coordination> results) {
        for (Coordination result : results) {
            for (Cluster cluster : result.clusters()) {
                row(
                        table,
                        measure,
                        result.window() / MILLIS,
                        cluster.accounts(),
                        cluster.pairs(),
                        String.format(Locale.ROOT, "%.4f", cluster.density()),
                        cluster.shares(),
                        cluster.together(),
                        String.format(Locale.ROOT, "%.4f", cluster.shareOfOutput()),
                        cluster.objects(),
                        cluster.medianGap());
            }
        }
    }

    /** Measures of groups, one a row. */
    public static String groups(Optional<Groups> groups, Optional<Insularity> insularity, Optional<Dissent> dissent) {
        return GroupTable.of(groups, insularity, dissent);
    }

    /** Bursts towards the target, a row each. */
    public static String bursts(Optional<Campaign> campaign) {
        return CampaignPart.csv(campaign);
    }

    private static void row(StringBuilder table, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            table.append(i == 0 ? "" : ",").append(fields[i]);
        }
        table.append('\n');
    }
}
