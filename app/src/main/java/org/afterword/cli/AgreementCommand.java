package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.agreement.Interval;
import org.afterword.coding.Agreement;
import org.afterword.coding.Codebooks;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "agreement",
        description = "Says how far coders agree, and where they do not.",
        footer = {
            "",
            "Compared are the accounts that two or more coders have marked as read. Fewer than ten found: no figure.",
            "",
            "account:  Krippendorff's alpha and Cohen's kappa; a unit is an account and a code, found or not.",
            "passage:  Krippendorff's u-alpha family; units are passages on the text, by its characters.",
            "",
            "docs/coding.md says what each figure means, and what it does not.",
            "",
            "Examples:",
            "  afterword agreement case.afterword",
            "  afterword agreement case.afterword --level passage --code practice/money-demand --disagreements"
        })
final class AgreementCommand extends CaseCommand {
    @Option(names = "--level", paramLabel = "LEVEL", description = "account (default) or passage.")
    private Agreement.Level level = Agreement.Level.ACCOUNT;

    @Option(names = "--code", paramLabel = "ID", description = "Of this code alone.")
    private @Nullable String code;

    @Option(names = "--disagreements", description = "List what coders judged differently instead, with ids to open.")
    private boolean disagreements;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Optional<String> one = Optional.ofNullable(code);
        one.ifPresent(asked -> KnownCodes.known(
                asked,
                Codebooks.of(opened.contents()),
                opened.codings().stream().map(each -> each.coding().code()).toList()));
        Agreement agreement = opened.coding().agreement(level, one);
        if (agreement.accounts() == 0) {
            terminal.say("No account is marked as read by two coders, so there is nothing to compare.");
            return Exit.DONE;
        }
        terminal.say(Words.count(agreement.accounts(), "account") + " marked as read by two or more of "
                + String.join(", ", agreement.coders()) + ".");
        if (disagreements) {
            Map<Id, String> files = FileNames.of(opened);
            agreement.disagreements().forEach(each -> show(each, opened, files, terminal));
        } else {
            agreement.figures().forEach(figure -> show(figure, terminal));
        }
        return Exit.DONE;
    }

    private void show(Agreement.Figure figure, Terminal terminal) {
        String who = figure.coders().size() == 2 && figure.measure().equals("kappa")
                ? " of " + String.join(" and ", figure.coders())
                : "";
        terminal.say("  " + figure.code().orElse("all codes") + "  " + figure.measure() + who + "  "
                + (figure.value().isPresent() ? number(figure.value().getAsDouble()) : "–")
                + figure.interval()
                        .map(interval -> " (95 %: " + number(interval.low()) + " to " + number(interval.high()) + ")")
                        .orElse("")
                + "  " + Words.count(figure.units(), "unit") + ", " + figure.positives() + " found, "
                + Words.count(figure.accounts(), "account")
                + (figure.note().isEmpty() ? "" : ". " + figure.note()));
        terminal.data(Row.of("level", level.name().toLowerCase(Locale.ROOT))
                .and("code", figure.code())
                .and("measure", figure.measure())
                .and("coders", figure.coders())
                .and("value", boxed(figure.value()))
                .and("low", figure.interval().map(Interval::low))
                .and("high", figure.interval().map(Interval::high))
                .and("accounts", figure.accounts())
                .and("units", figure.units())
                .and("positives", figure.positives())
                .and("note", figure.note()));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void show(Agreement.Disagreement one, Case opened, Map<Id, String> files, Terminal terminal) {
        Row row = Row.of("account", one.account())
                .and("file", files.getOrDefault(one.account(), ""))
                .and("code", one.code())
                .and("said", one.said())
                .and("suggestions", one.suggestions());
        String where = "";
        if (one.span().isPresent()) {
            String text = opened.contents().account(one.account()).orElseThrow().text();
            var points = new CodePoints(text);
            int start = points.of(one.span().get().start());
            int end = points.of(one.span().get().end());
            row.and("start", start)
                    .and("end", end)
                    .and("quote", one.span().get().of(text));
            where = " " + start + "–" + end;
        }
        terminal.say("  " + one.account() + "  " + files.getOrDefault(one.account(), "") + where + "  " + one.code());
        one.said().forEach((coder, said) -> terminal.say("      " + coder + ": " + said));
        List<Id> ids = one.suggestions();
        if (!ids.isEmpty()) {
            terminal.say("      codings: " + ids.stream().map(Id::toString).collect(Collectors.joining(", ")));
        }
        terminal.data(row);
    }
}
