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
        }
        campaign.bursts().forEach(burst -> burst(page, burst));
        if (campaign.smaller() > 0) {
            say(page, "Bursts of fewer than ten accounts, of which nothing else is said: " + campaign.smaller() + ".");
        }
        say(
                page,
                "A burst is not yet a campaign: news, a quarrel or a recommendation bring many at once, too. Who wrote"
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
                + (campaign.ownRhythm()
                        ? "the visits themselves, as there are not fifty times as many other posts"
                        : "all other posts")
                + " (scan statistic, Kulldorff 1997; " + campaign.draws() + " draws, seed " + Campaign.SEED
                + "; the strongest is taken out and the rest scanned anew, at a level of 5 %). In brackets: 95 %, of shares by the"
                + " number of accounts, of what is drawn at random by the draws.";
    }

    private static void burst(StringBuilder page, Burst burst) {
        page.append("<h3>")
                .append(burst.day())
                .append(burst.hours() == 1 ? " (UTC), within an hour" : " (UTC), within " + burst.hours() + " hours")
                .append("</h3>\n");
        say(
                page,
                ReportPage.number(burst.accounts()) + " accounts wrote " + ReportPage.number(burst.posts())
                        + " posts in "
                        + ReportPage.number(burst.visits()) + " visits: " + shown(burst.times(), 1, "%.1f", "")
                        + " times what the rhythm explains, which is too high by the choice of the strongest stretch; probability "
                        + InsularityPart.probability(burst.probability()) + ".");
        var table = new ReportPage.Table("of its accounts", "share", "beside", "probability");
        burst.together()
                .ifPresentOrElse(
                        against -> against(
                                table,
                                "share the same at the same time with others of it, elsewhere; beside: as many accounts"
                                        + " that write as much",
                                against),
                        () -> table.row("what they share elsewhere", "none share anything", "", ""));
        burst.recent()
                .ifPresentOrElse(
                        recent -> table.row(
                                "are new in the data (first post at most " + Campaign.NEW_DAYS
                                        + " days before); beside: the " + ReportPage.number(recent.others())
                                        + " that came outside of bursts",
                                percent(recent.share()),
                                percent(recent.shareOfOthers()),
                                ""),
                        () -> table.row("are new in the data", "too early in the data to say", "", ""));
        burst.again()
                .ifPresent(against -> against(
                        table, "were in an earlier burst; beside: the same visits at exchanged times", against));
        page.append(table.html());
    }

    private static void against(ReportPage.Table table, String what, Against against) {
        table.row(
                what,
                percent(against.value()),
                percent(new Estimate(against.mean(), against.low(), against.high())),
                InsularityPart.probability(against.probability()));
    }

    private static String percent(Estimate estimate) {
        return shown(estimate, 100, "%.0f", " %%");
    }

    private static String shown(Estimate estimate, double by, String format, String unit) {
        return String.format(
                Locale.ROOT,
                format + unit + " (" + format + " to " + format + ")",
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
