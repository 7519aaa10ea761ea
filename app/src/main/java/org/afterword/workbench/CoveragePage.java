package org.afterword.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.afterword.coding.Coders;
import org.afterword.coding.Coverage;
import org.afterword.model.Id;
import org.afterword.model.SamplingPlan;

/** Who has read what, by which codebooks, and what nobody has read. */
final class CoveragePage {
    private static final int PAGE = 50;
    private static final String ADDRESS = "/agreement/read";

    private final State state;
    private final Desk desk;
    private final Coverage coverage;

    private CoveragePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
        this.coverage = desk.opened().coding().coverage();
    }

    /**
     * @param show which accounts; all, if it is none of the filters
     * @param number the page's, from 1
     */
    static CodingSheets.CoverageSheet of(Desk desk, String show, int number) {
        return new CoveragePage(desk).sheet(show, number);
    }

    private CodingSheets.CoverageSheet sheet(String show, int number) {
        Map<String, Predicate<Coverage.Line>> filters = new LinkedHashMap<>();
        filters.put("all", _ -> true);
        filters.put("nobody", line -> line.readings().isEmpty());
        filters.put("one", line -> line.readings().size() == 1);
        filters.put("several", line -> line.readings().size() > 1);
        String asked = filters.containsKey(show) ? show : "all";
        Predicate<Coverage.Line> filter = filters.getOrDefault(asked, _ -> true);
        List<Coverage.Line> chosen = coverage.accounts().stream()
                .filter(line -> state.accounts().containsKey(line.account()))
                .filter(filter)
                .toList();
        Slice<Coverage.Line> slice = Slice.of(chosen, number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        return new CodingSheets.CoverageSheet(
                desk.frame("Afterword: who read what", "/agreement"),
                AgreementPage.parts(ADDRESS),
                summary(),
                Coders.of(state.contents()).stream()
                        .map(one -> new CodingSheets.CoderLine(
                                one.name(), one.read(), one.byHand(), one.judged(), one.adjudicated()))
                        .toList(),
                samples(),
                filters.entrySet().stream()
                        .map(one -> new Sheets.Way(
                                ADDRESS + "?show=" + one.getKey(),
                                words(one.getKey()) + " "
                                        + coverage.accounts().stream()
                                                .filter(one.getValue())
                                                .count()))
                        .toList(),
                here,
                slice.shown().stream().map(this::line).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static String words(String filter) {
        return switch (filter) {
            case "nobody" -> "Read by nobody";
            case "one" -> "By one";
            case "several" -> "By several";
            default -> "All";
        };
    }

    private String summary() {
        int all = coverage.accounts().size();
        int unread = coverage.unread().size();
        return Phrases.count(all, "account", "accounts") + ": " + (all - unread) + " read by somebody, " + unread
                + " by nobody.";
    }

    private List<String> samples() {
        Set<Id> unread = Set.copyOf(coverage.unread());
        return state.contents().plans().stream()
                .map(plan -> sample(plan, unread))
                .toList();
    }

    private static String sample(SamplingPlan plan, Set<Id> unread) {
        long left = plan.accounts().stream().filter(unread::contains).count();
        return "Sample of " + Phrases.count(plan.accounts().size(), "account", "accounts") + ": " + left
                + " still to read by somebody.";
    }

    private CodingSheets.ReadLine line(Coverage.Line line) {
        return new CodingSheets.ReadLine(
                "/account/" + line.account(),
                state.line(line.account()).title(),
                line.read() ? line.readings().stream().map(this::reader).collect(Collectors.joining(", ")) : "nobody");
    }

    private String reader(Coverage.Reading one) {
        if (one.under().isEmpty()) {
            return one.coder() + " (by which codebooks is not known)";
        }
        List<String> changed = one.changed(coverage.inForce());
        return one.coder() + (changed.isEmpty() ? "" : " (before " + String.join(", ", changed) + ")");
    }
}
