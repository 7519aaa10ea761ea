package org.afterword.posts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.posts.Measured;
import org.afterword.posts.Voices;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Posts;
import org.afterword.posts.share.Cluster;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.share.Counts;

/** A run as one page that needs nothing else: no script, no font, no picture from elsewhere. */
final class ReportPage {
    private static final int MOST_ROWS = 50;
    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#fbfaf7;--ink:#22252a;--soft:#555a61;--rule:#d8d4ca;--link:#1c4f5c}
            @media(prefers-color-scheme:dark){:root{--paper:#17191c;--ink:#e4e1d9;--soft:#a5a9ae;--rule:#3a3e44;--link:#93c6d2}}
            body{margin:0 auto;max-width:48rem;padding:2rem 1.5rem 4rem;background:var(--paper);color:var(--ink);
            font:1rem/1.6 ui-sans-serif,system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
            h1,h2,h3{line-height:1.25;font-weight:600;margin:2.4rem 0 .6rem}h1{margin-top:0;font-size:2rem}
            p,li{max-width:36rem}.soft{color:var(--soft)}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.8rem 0}
            th,td{padding:.25rem 1.2rem .25rem 0;text-align:right;border-bottom:1px solid var(--rule);font-weight:400}
            th{color:var(--soft);font-size:.875rem;vertical-align:bottom}th:first-child,td:first-child{text-align:left}
            td{white-space:nowrap}td:first-child{white-space:normal;min-width:7rem}
            .wide{margin-right:calc(-1*max(0px,min(14rem,(100vw - 51rem)/2)))}
            svg{max-width:100%;height:auto;margin:.6rem 0;font:12px ui-sans-serif,system-ui,sans-serif}
            code{font-size:.8125rem;overflow-wrap:anywhere}@media(max-width:30rem){svg{font-size:18px}
            table,tbody,tr,td:first-child{display:block}tr{padding:.4rem 0;border-bottom:1px solid var(--rule)}
            tr:first-child{display:none}td,td:first-child{padding:0;border:0;white-space:normal}td{display:inline}
            td:before{content:attr(title) ": ";color:var(--soft)}td+td+td:before{content:" · " attr(title) ": "}
            td:empty{display:none}}
            """;

    private final Measured measured;
    private final StringBuilder page = new StringBuilder();

    private ReportPage(Measured measured) {
        this.measured = measured;
    }

    static String of(Measured measured) {
        return new ReportPage(measured).written();
    }

    private String written() {
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta name=\"robots\" content=\"noindex\">\n<title>A dataset of posts</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>A dataset of posts</h1>\n");
        read();
        if (!measured.sharing().isEmpty()) {
            heading("Who shares the same at the same time");
            measured.sharing()
                    .forEach(result -> window(result, measured.posts().kind().word()));
        }
        measured.likeness().ifPresent(this::texts);
        measured.groups()
                .ifPresent(groups -> page.append(
                        GroupsPart.of(groups, measured.settings().asked().claimed())));
        measured.insularity().ifPresent(some -> page.append(InsularityPart.of(some)));
        measured.campaign().ifPresent(some -> page.append(CampaignPart.html(some)));
        measured.dissent().ifPresent(some -> page.append(DissentPart.html(some)));
        heading("What is to be known of these numbers");
        list(Notes.of(measured));
        how();
        return page.append("</body>\n</html>\n").toString();
    }

    private void heading(String words) {
        page.append("<h2>").append(words).append("</h2>\n");
    }

    private void say(String sentence) {
        page.append("<p>").append(sentence).append("</p>\n");
    }

    private void list(List<String> sentences) {
        page.append("<ul>\n");
        sentences.forEach(one -> page.append("<li>").append(escaped(one)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void read() {
        Posts posts = measured.posts();
        say(number(posts.size()) + " posts by " + number(posts.accounts()) + " accounts were read"
                + (measured.sharing().isEmpty()
                        ? "."
                        : "; they share " + number(posts.shares().objects()) + " different objects ("
                                + posts.kind().word() + "), and " + number(posts.withoutObject()) + " share none."));
        if (posts.accounts() >= Summary.FEW_ACCOUNTS) {
            Voices voices = Voices.of(posts.written());
            say("They are spread as if " + number(Math.round(voices.effective()))
                    + " accounts wrote the same each (effective number, 1/Σp²); the most active tenth of the accounts"
                    + " wrote " + String.format(Locale.ROOT, "%.0f", voices.tenth() * 100) + " % of them.");
        }
        if (posts.leftOut().isEmpty()) {
            say("Nothing was left out.");
        } else {
            say("Left out:");
            var lines = new ArrayList<String>();
            for (LeftOut reason : LeftOut.values()) {
                if (posts.leftOut().containsKey(reason)) {
                    lines.add(number(posts.leftOut().get(reason)) + ": " + reason.words());
                }
            }
            list(lines);
        }
    }

    private void window(Coordination result, String what) {
        Counts counts = result.counts();
        page.append("<h3>Within ").append(number(result.window() / 1000)).append(" seconds</h3>\n");
        say("How many pairs of accounts share the same " + escaped(what)
                + " at most so far apart, at least so many times:");
        var table = new Table("at least", "pairs of posts", "different objects", "posts of both sides");
        for (int i = 0; i < Counts.LEAST.size(); i++) {
            table.row(
                    number(Counts.LEAST.get(i)),
                    number(counts.byPairs().get(i)),
                    number(counts.byObjects().get(i)),
                    number(counts.byBothSides().get(i)));
        }
        page.append(table.html()).append(Picture.steps(counts));
        if (measured.posts().accounts() < Summary.FEW_ACCOUNTS) {
            return;
        }
        say(number(counts.pairsOfPosts()) + " pairs of posts of different accounts lie within the window; "
                + number(Math.round(result.byChance())) + " would if the times were exchanged at random"
                + (result.byChance() >= 1
                        ? String.format(
                                Locale.ROOT,
                                ": %.1f times as many.",
                                result.counts().pairsOfPosts() / result.byChance())
                        : "."));
        say(standOut(result));
        if (!result.clusters().isEmpty()) {
            clusters(result);
        }
    }

    private static String aMillion(double share) {
        double of = share * 1e6;
        return of >= 100 ? number(Math.round(of)) : String.format(Locale.ROOT, "%.3g", of);
    }

    private String standOut(Coordination result) {
        if (result.standOut() == 0) {
            return "No pair of accounts stands out from what attention and taste explain. Where very many share the same at"
                    + " once, no two of them are special: how far a whole group does so is said where groups stand side by"
                    + " side, if the data say which there are.";
        }
        return number(result.standOut()) + " pairs of accounts stand out, of " + number(Math.round(result.possible()))
                + " possible ones; at a false-discovery rate of "
                + measured.settings().sharing().falseDiscovery() + " about "
                + number(Math.round(
                        result.standOut() * measured.settings().sharing().falseDiscovery()))
                + " of them at most are expected to be chance. Accounts in these pairs: " + number(result.accounts())
                + ". Clusters of " + Cluster.LEAST + " accounts or more: "
                + number(result.clusters().size())
                + "; smaller ones, of which nothing else is said: " + number(result.smaller()) + ".";
    }

    private void clusters(Coordination result) {
        var table =
                new Table("accounts", "pairs", "density", "shared", "of it together", "part", "objects", "median gap");
        result.clusters().stream()
                .limit(MOST_ROWS)
                .forEach(cluster -> table.row(
                        number(cluster.accounts()),
                        number(cluster.pairs()),
                        String.format(Locale.ROOT, "%.2f", cluster.density()),
                        number(cluster.shares()),
                        number(cluster.together()),
                        String.format(Locale.ROOT, "%.2f", cluster.shareOfOutput()),
                        number(cluster.objects()),
                        String.format(Locale.ROOT, "%.1f s", cluster.medianGap())));
        page.append(Picture.clusters(result.clusters())).append(table.html());
        if (result.clusters().size() > MOST_ROWS) {
            say("The largest " + MOST_ROWS + " of " + number(result.clusters().size())
                    + "; all are in <code>clusters.csv</code>.");
        }
    }

    private void texts(NearDuplicates near) {
        heading("Texts that are nearly the same");
        NearDuplicates.Rule rule = measured.settings().likeness();
        say(number(near.compared()) + " posts have at least " + rule.leastWords()
                + " different words and were compared; "
                + number(near.tooShort()) + " have fewer. " + number(near.pairs())
                + " pairs of posts by different accounts have " + rule.similarity()
                + " or more of their words in common (Jaccard similarity), in " + number(near.posts())
                + " posts. That is " + aMillion(near.shareOfPairs())
                + " of a million possible pairs. Another " + number(near.pairsOfOneAccount())
                + " pairs are of one account with itself, and do not count.");
        measured.alike().forEach(result -> window(result, "text"));
    }

    private void how() {
        heading("How it was measured");
        var lines = new ArrayList<String>();
        lines.add("A pair needs " + measured.settings().sharing().leastObjects()
                + " different objects within the window to stand out; false-discovery rate "
                + measured.settings().sharing().falseDiscovery()
                + " (Benjamini and Hochberg 1995) over all possible pairs.");
        lines.add("Probabilities: upper tails of weighted Poisson sums (Panjer 1981); rare objects weigh more.");
        lines.add("Near-duplicates: an exact join of sets of words by prefix filtering; nothing is sampled.");
        lines.add("Seed: " + Notes.seed(measured.insularity(), measured.campaign()) + ".");
        list(lines);
        var table = new Table("file", "rows", "bytes", "SHA-256");
        for (Posts.Input input : measured.posts().inputs()) {
            table.row(
                    escaped(input.name()),
                    number(input.rows()),
                    number(input.bytes()),
                    "<code>" + input.sha256() + "</code>");
        }
        page.append(table.html());
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A table of cells that are HTML already. */
    static final class Table {
        private final StringBuilder rows = new StringBuilder();
        private final List<String> heads;

        Table(String... heads) {
            this.heads = List.of(heads);
            rows.append("<tr>");
            this.heads.forEach(head -> rows.append("<th>").append(head).append("</th>"));
            rows.append("</tr>\n");
        }

        /** Each says what it is, for where there is no room for columns. */
        void row(String... cells) {
            rows.append("<tr>");
            for (int i = 0; i < cells.length; i++) {
                rows.append("<td title=\"")
                        .append(heads.get(i))
                        .append("\">")
                        .append(cells[i])
                        .append("</td>");
            }
            rows.append("</tr>\n");
        }

        String html() {
            return "<div class=\"wide\"><table>\n" + rows + "</table></div>\n";
        }
    }
}
