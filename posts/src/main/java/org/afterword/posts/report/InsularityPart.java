package org.afterword.posts.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;
import org.afterword.posts.tie.Insularity;
import org.afterword.posts.tie.Insularity.Measures;
import org.afterword.posts.tie.Insularity.OfGroup;

/** How far groups keep to themselves, as a part of the page. */
final class InsularityPart {
    private final Insularity insularity;
    private final StringBuilder page = new StringBuilder();

    private InsularityPart(Insularity insularity) {
        this.insularity = insularity;
    }

    static String of(Insularity insularity) {
        return new InsularityPart(insularity).html();
    }

    private String html() {
        page.append("<h2>How far groups keep to themselves</h2>\n");
        say("Two accounts have a tie if " + insularity.made().words() + ". "
                + ReportPage.number(insularity.ties()) + " ties between "
                + ReportPage.number(insularity.accounts()) + " accounts of groups are looked at; "
                + ReportPage.number(insularity.elsewhere())
                + " others lead to accounts that are in no group, or in one of which fewer than "
                + Group.LEAST + " accounts have ties (such groups: " + insularity.smaller() + ").");
        insularity.whole().ifPresentOrElse(this::whole, () -> say(tooFew(insularity)));
        return page.toString();
    }

    static String tooFew(Insularity insularity) {
        return "Too few to say more: it takes two groups of which " + Group.LEAST + " accounts or more have ties, and "
                + Insularity.LEAST_TIES + " ties.";
    }

    private void say(String sentence) {
        page.append("<p>").append(sentence).append("</p>\n");
    }

    private void whole(Insularity.Whole whole) {
        say(
                "The E-I index is -1 where all ties stay inside and 1 where all lead out. By chance: the same ties, with groups"
                        + " dealt out anew to the same accounts, "
                        + ReportPage.number(whole.index().draws())
                        + " times (seed " + Insularity.SEED
                        + "). In brackets: 95 %, for the value by leaving accounts out"
                        + " (jackknife), which is rather too wide. The probability is that of an index at least as inward"
                        + " by chance.");
        var table = new ReportPage.Table(
                "group", "accounts", "ties inside", "ties out", "E-I index", "by chance", "probability");
        row(
                table,
                "all together",
                insularity.accounts(),
                insularity.groups().stream().mapToLong(OfGroup::inside).sum(),
                insularity.groups().stream().mapToLong(OfGroup::outside).sum() / 2,
                Optional.of(whole.index()));
        for (OfGroup group : insularity.groups()) {
            row(
                    table,
                    ReportPage.escaped(group.name()),
                    group.accounts(),
                    group.inside(),
                    group.outside(),
                    group.measures().map(Measures::index));
        }
        List<OfGroup> measured = insularity.groups().stream()
                .filter(group -> group.measures().isPresent())
                .toList();
        page.append(table.html());
        if (!measured.isEmpty()) {
            page.append(Picture.against(
                    "E-I index of each group: a dot with its interval; the bar is what chance gives",
                    measured.stream().map(OfGroup::name).toList(),
                    of(measured, Measures::index),
                    -1,
                    1));
        }
        configuration(whole, measured);
    }

    private static List<Against> of(List<OfGroup> groups, Function<Measures, Against> which) {
        return groups.stream()
                .flatMap(group -> group.measures().map(which).stream())
                .toList();
    }

    private static void row(
            ReportPage.Table table, String name, int accounts, long inside, long outside, Optional<Against> index) {
        table.row(
                name,
                ReportPage.number(accounts),
                ReportPage.number(inside),
                ReportPage.number(outside),
                index.map(against -> shown(against.value())).orElse("too few ties"),
                index.map(InsularityPart::byChance).orElse(""),
                index.map(against -> probability(against.probability())).orElse(""));
    }

    private void configuration(Insularity.Whole whole, List<OfGroup> measured) {
        say(
                "Modularity (which part of the ties stays inside groups, less what the numbers of ties alone would make of it)"
                        + " and random-walk controversy (of a group and all others: 0 if it does not matter on which side one"
                        + " begins, 1 if nobody comes across) are high in networks of chance as well. So their mean in the"
                        + " configuration model is taken off: networks in which every account has as many ties, and the same"
                        + " group; " + whole.modularity().draws() + " of them (seed " + Insularity.SEED
                        + "; Salloum, Chen and Kivelä 2022). Groups are those of the data and are not fitted to the network.");
        var table = new ReportPage.Table("measure", "raw", "by chance", "less the mean", "probability");
        against(table, "modularity, all groups", whole.modularity());
        for (OfGroup group : measured) {
            group.measures()
                    .ifPresent(measures -> against(
                            table,
                            "controversy, " + ReportPage.escaped(group.name()) + " and others",
                            measures.controversy()));
        }
        page.append(table.html());
        say(
                "Ties say who meets in public, in these data. Who agrees with whom, and who is kept from meeting others, they"
                        + " do not say; a group whose members answer critics has ties that lead out.");
    }

    private static void against(ReportPage.Table table, String name, Against against) {
        table.row(
                name,
                three(against.value().value()),
                shown(new Estimate(against.mean(), against.low(), against.high()), InsularityPart::three),
                shown(against.less(), InsularityPart::three),
                probability(against.probability()));
    }

    private static String byChance(Against against) {
        return shown(new Estimate(against.mean(), against.low(), against.high()));
    }

    static String probability(double value) {
        return String.format(Locale.ROOT, value < 0.001 ? "%.4f" : "%.3f", value);
    }

    private static String number(double value) {
        return rounded("%.2f", value);
    }

    private static String three(double value) {
        return rounded("%.3f", value);
    }

    /** Without a sign where nothing is left. */
    private static String rounded(String format, double value) {
        String rounded = String.format(Locale.ROOT, format, value);
        return rounded.matches("-0\\.0+") ? rounded.substring(1) : rounded;
    }

    private static String shown(Estimate estimate) {
        return shown(estimate, InsularityPart::number);
    }

    private static String shown(Estimate estimate, DoubleFunction<String> format) {
        return format.apply(estimate.value()) + " (" + format.apply(estimate.low()) + " to "
                + format.apply(estimate.high()) + ")";
    }
}
