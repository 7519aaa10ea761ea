package org.afterword.workbench;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Coverage;
import org.afterword.model.SamplingPlan;

/** Who has read what, by which codebooks, and what nobody has read. */
final class CoveragePage {
    private static final int PAGE = 50;
    private static final String ADDRESS = "/agreement/read";
    private static final List<String> FILTERS = List.of("all", "nobody", "one", "several");

    private final State state;
    private final Desk desk;
    private final Headed<Coverage.Line> readings;
    private final String inForce;

    private CoveragePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
        this.readings = state.readings();
        this.inForce = Codebooks.of(state.contents()).inForce();
    }

    /**
     * @param show which accounts; all, if it is none of the filters
     * @param number the page's, from 1
     */
    static CodingSheets.CoverageSheet of(Desk desk, String show, int number) {
        return new CoveragePage(desk).sheet(show, number);
    }

    private CodingSheets.CoverageSheet sheet(String show, int number) {
        String asked = FILTERS.contains(show) ? show : "all";
        Slice<Coverage.Line> slice = Slice.of(readings.under(asked), number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        return new CodingSheets.CoverageSheet(
                desk.frame("Afterword: who read what", "/agreement"),
                AgreementPage.parts(ADDRESS),
                summary(),
                coders(),
                samples(),
                FILTERS.stream()
                        .map(one -> new Sheets.Way(ADDRESS + "?show=" + one, words(one) + " " + readings.count(one)))
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

    /** Of codings that whoever works here sees. */
    private List<CodingSheets.CoderLine> coders() {
        Headed<Coded> codings = desk.coded();
        var names = new TreeSet<String>();
        Stream.concat(readings.headings().stream(), codings.headings().stream())
                .flatMap(heading -> Standing.PARTS.stream()
                        .filter(heading::startsWith)
                        .map(part -> heading.substring(part.length())))
                .forEach(names::add);
        return names.stream()
                .map(name -> new CodingSheets.CoderLine(
                        name,
                        readings.count(Standing.READ + name),
                        codings.count(Standing.BY_HAND + name),
                        codings.count(Standing.JUDGED + name),
                        codings.count(Standing.SETTLED + name)))
                .toList();
    }

    private String summary() {
        int all = readings.count("all");
        int unread = readings.count("nobody");
        return Phrases.count(all, "account", "accounts") + ": " + (all - unread) + " read by somebody, " + unread
                + " by nobody.";
    }

    private List<String> samples() {
        return state.contents().plans().stream().map(this::sample).toList();
    }

    private String sample(SamplingPlan plan) {
        long left = plan.accounts().stream()
                .map(state.lines()::place)
                .filter(place -> place >= 0 && !readings.at(place).getFirst().read())
                .count();
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
        List<String> changed = one.changed(inForce);
        return one.coder() + (changed.isEmpty() ? "" : " (before " + String.join(", ", changed) + ")");
    }
}
