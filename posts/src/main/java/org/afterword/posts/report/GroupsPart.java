package org.afterword.posts.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;
import org.afterword.posts.group.Groups;
import org.afterword.posts.group.LoadedWord;

/** Groups side by side, as a part of the page. */
final class GroupsPart {
    private final Groups groups;
    private final List<Group> measured;

    private GroupsPart(Groups groups) {
        this.groups = groups;
        measured = groups.groups().stream()
                .filter(group -> group.measures().isPresent())
                .toList();
    }

    /**
     * @param claimed how many members a group is said to have, by name
     */
    static String of(Groups groups, Map<String, Long> claimed) {
        var part = new GroupsPart(groups);
        return part.html() + part.sizes(claimed);
    }

    private String sizes(Map<String, Long> claimed) {
        if (claimed.isEmpty()) {
            return "";
        }
        var page = new StringBuilder("<h3>Claimed and observed size</h3>\n");
        var table =
                new ReportPage.Table("group", "claimed members", "accounts that wrote", "voices", "claimed for each");
        for (Group group : groups.groups()) {
            Long claim = claimed.get(group.name());
            if (claim != null) {
                table.row(
                        ReportPage.escaped(group.name()),
                        ReportPage.number(claim),
                        ReportPage.number(group.accounts()),
                        group.measures()
                                .map(m -> number(m.effective()))
                                .orElse("fewer than " + Group.LEAST + " accounts"),
                        group.measures()
                                .map(_ -> String.format(Locale.ROOT, "%.1f", claim / (double) group.accounts()))
                                .orElse(""));
            }
        }
        return page.append(table.html())
                .append("<p>The claim is what was said on the command line. Voices: as many accounts that all wrote the"
                        + " same would be as unlikely to meet twice (effective number, 1/Σp²). Members who write nothing,"
                        + " who write elsewhere, or whose posts are gone are not in the data; one person may have several"
                        + " accounts. So this says how many voices a reader of these posts hears, and not how many"
                        + " members there are.</p>\n")
                .toString();
    }

    private String html() {
        var page = new StringBuilder("<h2>Groups side by side</h2>\n<p>Who belongs to which group is what the data say."
                + " In brackets: 95 % by leaving accounts out (jackknife), which reckons with which accounts are in the"
                + " data, and with nothing else.</p>\n");
        if (groups.several() > 0) {
            page.append("<p>")
                    .append(ReportPage.number(groups.several()))
                    .append(" accounts are given to more than one group, and are in none.</p>\n");
        }
        var counts = new ReportPage.Table("group", "accounts", "posts", "voices", "most active tenth wrote");
        for (Group group : groups.groups()) {
            counts.row(
                    ReportPage.escaped(group.name()),
                    ReportPage.number(group.accounts()),
                    ReportPage.number(group.posts()),
                    group.measures().map(m -> number(m.effective())).orElse("fewer than " + Group.LEAST + " accounts"),
                    group.measures().map(m -> percent(m.tenth())).orElse(""));
        }
        page.append(counts.html());
        sameShared(page);
        uniformity(page);
        measured.forEach(group -> loaded(page, group));
        return page.toString();
    }

    private void sameShared(StringBuilder page) {
        var table = new ReportPage.Table("group", "two shares are of the same object");
        boolean any = false;
        for (Group group : measured) {
            Optional<Estimate> same = group.measures().flatMap(Group.Measures::sameShared);
            same.ifPresent(share -> table.row(
                    ReportPage.escaped(group.name()),
                    shown(share, value -> String.format(Locale.ROOT, "%.3f %%", value * 100))));
            any |= same.isPresent();
        }
        if (any) {
            page.append("<p>Whether accounts of a group share the same, whenever they do: of all pairs of shares by two"
                            + " different accounts of it, the part that is of one object.</p>\n")
                    .append(table.html());
        }
    }

    private void uniformity(StringBuilder page) {
        Optional<Integer> words = measured.stream()
                .flatMap(group -> group.measures().flatMap(Group.Measures::uniformity).stream())
                .map(uniform -> uniform.words())
                .findFirst();
        if (words.isEmpty()) {
            return;
        }
        page.append("<p>How alike the texts are: which part of the pairs of posts by different accounts is nearly the"
                        + " same; which part of runs of four words others of the group have, too, and how many times smaller the"
                        + " words become when they are packed, of ")
                .append(ReportPage.number(words.get()))
                .append(" words of each group.</p>\n");
        var table = new ReportPage.Table("group", "pairs nearly the same", "runs that others have", "times smaller");
        for (Group group : measured) {
            Optional<String> nearlySame = group.measures()
                    .flatMap(Group.Measures::nearlySame)
                    .map(share -> shown(share, value -> String.format(Locale.ROOT, "%.4f %%", value * 100)));
            group.measures()
                    .flatMap(Group.Measures::uniformity)
                    .ifPresent(uniform -> table.row(
                            ReportPage.escaped(group.name()),
                            nearlySame.orElse(""),
                            percent(uniform.repeated()),
                            number(uniform.packed())));
        }
        page.append(table.html());
    }

    private void loaded(StringBuilder page, Group group) {
        List<LoadedWord> words =
                group.measures().flatMap(Group.Measures::loaded).orElse(List.of());
        if (words.isEmpty()) {
            return;
        }
        page.append("<h3>Words of ")
                .append(ReportPage.escaped(group.name()))
                .append("</h3>\n<p>Used by at least ")
                .append(Group.LEAST)
                .append(
                        " of its accounts, and by more of them than of the others', at a false-discovery rate of 5 % over"
                                + " all words that were tested. What somebody else wrote before word for word is left out, and"
                                + " each account counts once a word. Two words together are shown if no word of them stands out, or half of those who use it use both. That a word sets a group apart does not make it loaded:"
                                + " places and topics do, too.</p>\n");
        var table = new ReportPage.Table("words", "its accounts", "the others'", "z", "G²");
        for (LoadedWord word : words) {
            table.row(
                    ReportPage.escaped(word.words()),
                    word.accounts() + " of " + word.of(),
                    word.others() + " of " + word.ofOthers(),
                    String.format(Locale.ROOT, "%.1f", word.z()),
                    String.format(Locale.ROOT, "%.1f", word.g2()));
        }
        page.append(table.html());
    }

    private static String percent(Estimate estimate) {
        return shown(estimate, value -> String.format(Locale.ROOT, "%.1f %%", value * 100));
    }

    private static String number(Estimate estimate) {
        return shown(estimate, value -> String.format(Locale.ROOT, "%.1f", value));
    }

    private static String shown(Estimate estimate, Function<Double, String> format) {
        return format.apply(estimate.value()) + " (" + format.apply(estimate.low()) + " to "
                + format.apply(estimate.high()) + ")";
    }
}
