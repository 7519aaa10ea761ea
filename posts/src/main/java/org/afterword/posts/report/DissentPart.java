package org.afterword.posts.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.afterword.posts.dissent.Agreement;
import org.afterword.posts.dissent.Dissent;
import org.afterword.posts.dissent.Dissent.OfGroup;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;

/** Public dissent, for the page and for {@code summary.json}. */
final class DissentPart {
    private static final String TOO_FEW = "fewer than " + Group.LEAST + " accounts";

    private DissentPart() {}

    static String html(Dissent dissent) {
        var page = new StringBuilder("<h2>How much of it criticises the own group</h2>\n");
        say(
                page,
                "People coded a sample of posts, without knowing of whom, when and of which group they are (seed "
                        + dissent.seed()
                        + "). Shares are of all posts of the group that have words, by the design of the sample. In brackets: 95 %,"
                        + " by the accounts that wrote them.");
        var table = new ReportPage.Table(
                "group",
                "posts",
                "drawn",
                "coded",
                "coders",
                "accounts",
                "speak of it",
                "speak of it and criticise",
                "of those that speak");
        for (OfGroup group : dissent.groups()) {
            table.row(
                    ReportPage.escaped(group.name()),
                    ReportPage.number(group.posts()),
                    ReportPage.number(group.drawn()),
                    ReportPage.number(group.coded()),
                    ReportPage.number(group.coders()),
                    ReportPage.number(group.accounts()),
                    percent(group.speaks()),
                    percent(group.criticises()),
                    percent(group.ofOwn()));
        }
        page.append(table.html());
        dissent.agreement().ifPresent(agreement -> say(page, agreement(agreement)));
        say(page, bias());
        return page.toString();
    }

    private static void say(StringBuilder page, String sentence) {
        page.append("<p>").append(sentence).append("</p>\n");
    }

    static String bias() {
        return "Of posts that were deleted, and of those who keep silent or have left, nothing is here: where criticism is"
                + " taken down or punished, this share is too low, and it cannot tell agreement from fear. Who belongs to a"
                + " group is what the data say; if that was decided by what they post, members who were recognised by"
                + " their conformity will conform. Groups can be set beside each other if they ask their members for"
                + " comparable commitment. Rows that were not coded are taken to be like the others of their stretch.";
    }

    private static String percent(Optional<Estimate> share) {
        return share.map(some -> String.format(
                        Locale.ROOT, "%.1f %% (%.1f to %.1f)", some.value() * 100, some.low() * 100, some.high() * 100))
                .orElse(TOO_FEW);
    }

    static Map<String, Object> sums(Dissent dissent) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seed", dissent.seed());
        all.put("groups", dissent.groups().stream().map(DissentPart::sums).toList());
        dissent.agreement().ifPresent(agreement -> all.put("agreement", sums(agreement)));
        all.put("note", bias());
        return all;
    }

    private static String agreement(Agreement agreement) {
        String many = agreement.coders() + " people coded, each for themselves, " + agreement.rows()
                + " posts at least two of them. Shares are the mean of theirs, and their disagreement widens the intervals"
                + " (Rubin 1987). ";
        if (agreement.rows() < Agreement.LEAST) {
            return many + "Fewer than " + Agreement.LEAST
                    + " posts were coded by two: too few to say how far they agree.";
        }
        return many + "Krippendorff’s alpha, 1 where they always agree and 0 where as much as by chance: "
                + alpha(agreement.ofSpeaking()) + " for whether a post speaks of the group, "
                + alpha(agreement.ofCriticising()) + " for whether it criticises it.";
    }

    private static String alpha(OptionalDouble alpha) {
        return alpha.isPresent()
                ? String.format(Locale.ROOT, "%.2f", alpha.getAsDouble())
                : "not defined (all gave the same)";
    }

    private static Map<String, Object> sums(Agreement agreement) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("coders", agreement.coders());
        all.put("postsCodedByTwo", agreement.rows());
        agreement.ofSpeaking().ifPresent(alpha -> all.put("alphaSpeaksOfIt", alpha));
        agreement.ofCriticising().ifPresent(alpha -> all.put("alphaCriticises", alpha));
        return all;
    }

    private static Map<String, Object> sums(OfGroup group) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", group.name());
        all.put("posts", group.posts());
        all.put("drawn", group.drawn());
        all.put("coded", group.coded());
        all.put("coders", group.coders());
        all.put("accounts", group.accounts());
        group.speaks().ifPresent(share -> all.put("shareThatSpeaksOfIt", GroupSums.of(share)));
        group.criticises().ifPresent(share -> all.put("shareThatCriticises", GroupSums.of(share)));
        group.ofOwn().ifPresent(share -> all.put("shareOfThoseThatSpeak", GroupSums.of(share)));
        return all;
    }
}
