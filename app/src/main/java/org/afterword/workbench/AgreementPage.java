package org.afterword.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.afterword.agreement.Interval;
import org.afterword.coding.Agreement;
import org.afterword.coding.Agreement.Level;
import org.afterword.coding.Codebooks;

/** How far coders agree: the figures that {@code afterword agreement} gives, as tables. */
final class AgreementPage {
    private static final String ADDRESS = "/agreement";

    private final Desk desk;
    private final Level level;
    private final Codebooks codebooks;

    private AgreementPage(Desk desk, Level level) {
        this.desk = desk;
        this.level = level;
        this.codebooks = Codebooks.of(desk.contents());
    }

    /** @param level "passage", or anything else for accounts */
    static CodingSheets.FiguresSheet of(Desk desk, String level) {
        return new AgreementPage(desk, level(level)).sheet();
    }

    static Level level(String asked) {
        return asked.equals("passage") ? Level.PASSAGE : Level.ACCOUNT;
    }

    /** The three pages about coders, each with its address. */
    static List<Sheets.Way> parts(String here) {
        return List.of(
                new Sheets.Way(here.equals(ADDRESS) ? "" : ADDRESS, "How far they agree"),
                new Sheets.Way(
                        here.equals(ADDRESS + "/differences") ? "" : ADDRESS + "/differences", "Judged differently"),
                new Sheets.Way(here.equals(ADDRESS + "/read") ? "" : ADDRESS + "/read", "Who read what"));
    }

    static List<Sheets.Way> levels(String address) {
        return List.of(
                new Sheets.Way(address + "?level=account", "By account"),
                new Sheets.Way(address + "?level=passage", "By passage"));
    }

    static String address(String address, Level level) {
        return address + "?level=" + level.name().toLowerCase(Locale.ROOT);
    }

    static String compared(Agreement agreement) {
        return agreement.accounts() == 0
                ? "No account is marked as read by two coders, so there is nothing to compare."
                : Phrases.count(agreement.accounts(), "account is", "accounts are")
                        + " marked as read by two or more of " + String.join(", ", agreement.coders()) + ".";
    }

    private CodingSheets.FiguresSheet sheet() {
        Agreement agreement = desk.agreement(level);
        Map<String, List<Agreement.Figure>> byCode = new LinkedHashMap<>();
        if (agreement.accounts() > 0) {
            agreement
                    .figures()
                    .forEach(figure -> byCode.computeIfAbsent(figure.code().orElse(""), _ -> new ArrayList<>())
                            .add(figure));
        }
        return new CodingSheets.FiguresSheet(
                desk.frame("Afterword: agreement", ADDRESS),
                parts(ADDRESS),
                compared(agreement),
                levels(ADDRESS),
                address(ADDRESS, level),
                byCode.entrySet().stream()
                        .map(one -> group(one.getKey(), one.getValue()))
                        .toList());
    }

    /** Where no figure is to be had, one sentence stands for all of them. */
    private CodingSheets.FigureGroup group(String code, List<Agreement.Figure> figures) {
        Agreement.Figure first = figures.getFirst();
        boolean nothing = figures.stream()
                .allMatch(one -> one.value().isEmpty() && one.note().equals(first.note()));
        return new CodingSheets.FigureGroup(
                codebooks.code(code).isPresent() ? CodesPage.address(code) : "",
                code.isEmpty()
                        ? "All codes together"
                        : codebooks.code(code).map(one -> one.name()).orElse(code),
                nothing ? first.note() : "",
                nothing ? List.of() : figures.stream().map(AgreementPage::line).toList());
    }

    private static CodingSheets.FigureLine line(Agreement.Figure figure) {
        return new CodingSheets.FigureLine(
                measure(figure),
                figure.value().isPresent() ? number(figure.value().getAsDouble()) : "",
                figure.interval().map(AgreementPage::interval).orElse(""),
                figure.units(),
                figure.positives(),
                figure.note());
    }

    private static String measure(Agreement.Figure figure) {
        return switch (figure.measure()) {
            case "alpha" -> "alpha: found or not";
            case "alpha-polarity" -> "alpha: not found, reported, denied, both";
            case "kappa" -> "kappa of " + String.join(" and ", figure.coders());
            case "|u-alpha" -> "|u-alpha: what is marked";
            case "u-alpha" -> "u-alpha: bounds and codes";
            case "cu-alpha" -> "cu-alpha: codes, where both marked";
            case "(k)u-alpha" -> "(k)u-alpha: this code";
            default -> figure.measure();
        };
    }

    private static String interval(Interval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }
}
