package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.Measured;
import org.afterword.posts.Settings;
import org.afterword.posts.Voices;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.group.Groups;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Posts;
import org.afterword.posts.share.Cluster;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;

/** All results of a run as one tree of maps, for JSON. */
public final class Summary {
    /** Of fewer accounts nothing is said that needs a comparison with chance. */
    public static final int FEW_ACCOUNTS = 10;

    private static final double MILLIS = 1000;

    private Summary() {}

    public static Map<String, Object> of(Measured measured) {
        Posts posts = measured.posts();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("posts", posts.size());
        all.put("accounts", posts.accounts());
        all.put("objects", posts.shares().objects());
        all.put("kind", posts.kind().word());
        all.put("leftOut", leftOut(posts.leftOut()));
        all.put("postsWithoutObject", posts.withoutObject());
        all.put("timesWithoutZone", posts.withoutZone());
        if (posts.accounts() >= FEW_ACCOUNTS) {
            Voices voices = Voices.of(posts.written());
            all.put("effectiveAccounts", voices.effective());
            all.put("shareOfMostActiveTenth", voices.tenth());
        }
        all.put("windows", windows(measured.sharing(), posts.accounts()));
        measured.likeness()
                .ifPresent(near -> all.put("nearDuplicates", near(near, measured.alike(), posts.accounts())));
        asked(all, measured.settings().asked(), measured.groups(), measured.insularity(), measured.campaign());
        measured.dissent().ifPresent(some -> all.put("dissent", DissentPart.sums(some)));
        all.put("parameters", parameters(measured.settings(), measured.insularity(), measured.campaign()));
        all.put("inputs", posts.inputs().stream().map(Summary::input).toList());
        all.put("notes", Notes.of(measured));
        return all;
    }

    /** How many were left out, by the reason in words, in the order of {@link LeftOut}. */
    public static <N extends Number> Map<String, N> leftOut(Map<LeftOut, N> found) {
        Map<String, N> counts = new LinkedHashMap<>();
        for (LeftOut reason : LeftOut.values()) {
            N count = found.get(reason);
            if (count != null) {
                counts.put(reason.words(), count);
            }
        }
        return counts;
    }

    /**
     * What was found within each window.
     *
     * @param accounts how many there are in the dataset
     */
    public static Map<String, Object> windows(List<Coordination> results, long accounts) {
        Map<String, Object> windows = new LinkedHashMap<>();
        for (Coordination result : results) {
            windows.put(String.valueOf((long) (result.window() / MILLIS)), window(result, accounts));
        }
        return windows;
    }

    private static Map<String, Object> window(Coordination result, long accounts) {
        Map<String, Object> window = Edges.sums(result.counts());
        if (accounts >= FEW_ACCOUNTS) {
            window.put("pairsOfPostsByChance", result.byChance());
            window.put("possibleEdges", result.possible());
            window.put("edgesThatStandOut", result.standOut());
            window.put("largestProbability", result.threshold());
            window.put("accountsThatStandOut", result.accounts());
            window.put(
                    "clusters", result.clusters().stream().map(Summary::cluster).toList());
            window.put("smallerClusters", result.smaller());
        }
        return window;
    }

    private static Map<String, Object> cluster(Cluster cluster) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("accounts", cluster.accounts());
        sums.put("edges", cluster.pairs());
        sums.put("density", cluster.density());
        sums.put("shares", cluster.shares());
        sums.put("together", cluster.together());
        sums.put("shareOfOutput", cluster.shareOfOutput());
        sums.put("objects", cluster.objects());
        sums.put("medianGapSeconds", cluster.medianGap());
        return sums;
    }

    /**
     * Texts that are nearly the same.
     *
     * @param alike who shares them, within each window
     * @param accounts how many there are in the dataset
     */
    public static Map<String, Object> near(NearDuplicates near, List<Coordination> alike, long accounts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pairs", near.pairs());
        all.put("posts", near.posts());
        all.put("pairsOfOneAccount", near.pairsOfOneAccount());
        all.put("compared", near.compared());
        all.put("tooShort", near.tooShort());
        all.put("shareOfPairs", near.shareOfPairs());
        all.put("windows", windows(alike, accounts));
        return all;
    }

    /** What was found of groups and of a target goes into the summary. */
    public static void asked(
            Map<String, Object> all,
            Settings.Asked asked,
            Optional<Groups> groups,
            Optional<Insularity> insularity,
            Optional<Campaign> campaign) {
        groups.ifPresent(some -> all.put("groups", GroupSums.of(some, asked.claimed())));
        insularity.ifPresent(some -> all.put("insularity", InsularitySums.of(some)));
        campaign.ifPresent(some -> all.put("target", CampaignPart.sums(some)));
    }

    /** What the results depend on. */
    public static Map<String, Object> parameters(
            Settings settings, Optional<Insularity> insularity, Optional<Campaign> campaign) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("windows", settings.windows());
        all.put("leastObjects", settings.sharing().leastObjects());
        all.put("falseDiscovery", settings.sharing().falseDiscovery());
        all.put("similarity", settings.likeness().similarity());
        all.put("leastWords", settings.likeness().leastWords());
        all.put("seed", Notes.seed(insularity, campaign));
        return all;
    }

    private static Map<String, Object> input(Posts.Input input) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", input.name());
        all.put("sha256", input.sha256());
        all.put("bytes", input.bytes());
        all.put("rows", input.rows());
        return all;
    }
}
