package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.campaign.Campaign.Burst;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;

/** Bursts towards one account or page, for the page and for {@code summary.json}. */
final class CampaignPart {
    private CampaignPart() {}

    static String html(Campaign campaign) {
        var page = new StringBuilder("<h2>What is aimed at the account or page that was asked about</h2>\n");
        say(page, counted(campaign));
        if (!campaign.enough()) {
            say(page, tooFew());
            return page.toString();
        }
        say(page, how(campaign));
        if (campaign.bursts().isEmpty()) {
            say(page, "No burst of ten accounts or more goes beyond it.");
        } else {
            page.append(table(campaign.bursts()).html());
            say(page, "Beside their shares, in square brackets: for those that share the same things at the same time"
                    + " elsewhere, as many accounts that write as much, drawn at random; for those that are new, the"
                    + " accounts that came outside of bursts; for those of earlier bursts, the same visits at exchanged"
                    + " times. In round brackets: 95 %. How many times the rhythm is too high by the choice of the"
                    + " strongest stretch.");
        }
        if (campaign.smaller() > 0) {
            say(page, "Bursts of fewer than ten accounts, of which nothing else is said: " + campaign.smaller() + ".");
        }
        say(page, "A burst is not yet a campaign: news, a quarrel or a recommendation bring many at once, too. Who wrote"
                + " is not said here, and not who was asked about.");
        return page.toString();
    }

    private static void say(StringBuilder page, String sentence) {
        page.append("<p>").append(sentence).append("</p>\n");
    }

    private static String counted(Campaign campaign) {
        return ReportPage.number(campaign.posts()) + " posts by " + ReportPage.number(campaign.accounts())
                + " accounts answer it, mention it, pass its posts on or stand on it. What an account writes within a day"
                + " is one visit: " + ReportPage.number(campaign.visits()) + " visits.";
    }

    private static String tooFew() {
        return "Too little to look for bursts: it takes " + Campaign.LEAST_VISITS + " visits in data of "
                + Campaign.LEAST_HOURS + " hours or more.";
    }

    private static String how(Campaign campaign) {
        return "Stretches of an hour to a week are compared with the rhythm of day and week of "
                + (campaign.ownRhythm() ? "the visits themselves, as there are few other posts" : "all other posts")
                + " (scan statistic, Kulldorff 1997; " + campaign.draws() + " draws, seed " + Campaign.SEED
                + "; the strongest is taken out and the rest scanned anew, at a level of 5 %).";
    }

    private static ReportPage.Table table(List<Burst> bursts) {
        var table = new ReportPage.Table(
                "begins",
                "hours",
                "accounts",
                "posts",
                "visits",
                "times the rhythm",
                "probability",
                "together elsewhere",
                "new",
                "in earlier bursts");
        for (Burst burst : bursts) {
            table.row(
                    burst.day().toString(),
                    ReportPage.number(burst.hours()),
                    ReportPage.number(burst.accounts()),
                    ReportPage.number(burst.posts()),
                    ReportPage.number(burst.visits()),
                    shown(burst.times(), 1, "%.1f"),
                    InsularityPart.probability(burst.probability()),
                    burst.together().map(CampaignPart::shown).orElse("not looked at"),
                    burst.recent()
                            .map(recent -> percent(recent.share()) + " [" + percent(recent.shareOfOthers()) + "]")
                            .orElse("too early to say"),
                    burst.again().map(CampaignPart::shown).orElse("none is earlier"));
        }
        return table;
    }

    private static String shown(Against against) {
        return percent(against.value()) + " ["
                + percent(new Estimate(against.mean(), against.low(), against.high())) + ", p "
                + InsularityPart.probability(against.probability()) + "]";
    }

    private static String percent(Estimate estimate) {
        return shown(estimate, 100, "%.0f") + " %";
    }

    private static String shown(Estimate estimate, double by, String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                estimate.value() * by,
                estimate.low() * by,
                estimate.high() * by);
    }

    static Map<String, Object> sums(Campaign campaign) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("posts", campaign.posts());
        all.put("accounts", campaign.accounts());
        all.put("visits", campaign.visits());
        all.put("hours", campaign.hours());
        if (!campaign.enough()) {
            all.put("note", tooFew());
            return all;
        }
        all.put("rhythmOf", campaign.ownRhythm() ? "visits" : "other posts");
        all.put("draws", campaign.draws());
        all.put("seed", Campaign.SEED);
        all.put("bursts", campaign.bursts().stream().map(CampaignPart::sums).toList());
        all.put("smallerBursts", campaign.smaller());
        return all;
    }

    private static Map<String, Object> sums(Burst burst) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("day", burst.day().toString());
        all.put("hours", burst.hours());
        all.put("accounts", burst.accounts());
        all.put("posts", burst.posts());
        all.put("visits", burst.visits());
        all.put("timesExpected", GroupSums.of(burst.times()));
        all.put("probability", burst.probability());
        burst.together().ifPresent(against -> all.put("shareTogetherElsewhere", InsularitySums.against(against)));
        burst.recent().ifPresent(recent -> {
            all.put("shareNew", GroupSums.of(recent.share()));
            all.put("otherAccounts", recent.others());
            all.put("shareNewOfOthers", GroupSums.of(recent.shareOfOthers()));
        });
        burst.again().ifPresent(against -> all.put("shareInEarlierBursts", InsularitySums.against(against)));
        return all;
    }

    /** A row a burst. */
    static String csv(Optional<Campaign> campaign) {
        var rows = new StringBuilder("day,hours,accounts,posts,visits,times_expected,times_low,times_high,probability,"
                + "share_together,together_by_chance,together_probability,share_new,new_of_others,other_accounts,"
                + "share_in_earlier,earlier_by_chance,earlier_probability\n");
        for (Burst burst : campaign.map(Campaign::bursts).orElse(List.of())) {
            rows.append(burst.day())
                    .append(',')
                    .append(burst.hours())
                    .append(',')
                    .append(burst.accounts())
                    .append(',')
                    .append(burst.posts())
                    .append(',')
                    .append(burst.visits());
            for (double value : new double[] {
                burst.times().value(), burst.times().low(), burst.times().high(), burst.probability()
            }) {
                rows.append(',').append(value);
            }
            rows.append(',')
                    .append(cells(burst.together()))
                    .append(',')
                    .append(burst.recent()
                            .map(recent -> recent.share().value() + ","
                                    + recent.shareOfOthers().value() + "," + recent.others())
                            .orElse(",,"))
                    .append(',')
                    .append(cells(burst.again()))
                    .append('\n');
        }
        return rows.toString();
    }

    private static String cells(Optional<Against> against) {
        return against.map(some -> some.value().value() + "," + some.mean() + "," + some.probability())
                .orElse(",,");
    }
}
