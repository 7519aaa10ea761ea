package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Comparing;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Step;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Discrimination;
import org.afterword.comparison.Questionnaire;
import org.afterword.comparison.Side;
import org.afterword.comparison.Wording;
import org.afterword.findings.Pathway;
import org.afterword.model.Polarity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Sets the pathways of groups beside those of ordinary groups: leavers beside leavers, stayers"
                + " beside stayers.",
        footer = {
            "",
            "Only people of whom somebody decided from where they speak are compared ('afterword decide CASE ID"
                    + " vantage=leaver', or stayer, contact, officer, outsider). With fewer than five on a side there"
                    + " is no comparison, with fewer than twenty there are no percentages. Nothing of it reckons with"
                    + " who chose to write.",
            "",
            "Examples:",
            "  afterword compare case.afterword \"The group\"",
            "  afterword compare case.afterword \"The group\" --baseline clubs.json",
            "  afterword compare case.afterword --write-baseline clubs.json",
            "  afterword compare case.afterword --codes",
            "  afterword compare --questionnaire > questionnaire.md"
        })
final class CompareCommand extends CaseCommand {
    @Parameters(
            index = "1..*",
            paramLabel = "GROUP",
            description = "Which groups; all that are no ordinary ones if none is named.")
    private List<String> groups = List.of();

    @Option(names = "--baseline", paramLabel = "FILE", description = "More ordinary groups, counted in another case.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description =
                    "Write what the ordinary groups of this case come to, for other cases: counts in bands of five,"
                            + " no names. It is logged.")
    private @Nullable Path write;

    @Option(
            names = "--codes",
            description = "For each code, how often it is reported of ordinary groups and of the others.")
    private boolean codes;

    @Option(
            names = "--questionnaire",
            help = true,
            description = "Print one questionnaire for leavers and stayers of every group; it needs no case.")
    private boolean questionnaire;

    @Override
    public Integer call() throws IOException {
        if (questionnaire) {
            Terminal terminal = terminal();
            Questionnaire.lines().forEach(terminal::say);
            terminal.data(Row.of("questionnaire", String.join("\n", Questionnaire.lines())));
            return Exit.DONE;
        }
        return super.call();
    }

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (write != null
                ? codes || baseline != null || !groups.isEmpty()
                : codes && (baseline != null || !groups.isEmpty())) {
            throw new UsageException("--write-baseline and --codes are about the whole case: give them alone");
        }
        Comparing comparing = opened.comparing();
        if (write != null) {
            int portions = comparing.writeBaseline(write);
            terminal.say("Wrote " + write + ": counts of ordinary groups, " + Words.count(portions, "portion")
                    + " of people by group and vantage, in bands of five, without names.");
            terminal.data(Row.of("written", write.toString()).and("portions", portions));
        } else if (codes) {
            say(comparing.codes(), terminal);
        } else {
            say(comparing.beside(groups, Optional.ofNullable(baseline)), terminal);
        }
        return Exit.DONE;
    }

    private static void say(Comparing.Compared compared, Terminal terminal) {
        terminal.say(Comparison.CAUTION);
        compared.coverage().forEach(group -> {
            terminal.say(group.group() + (group.ordinary() ? " (an ordinary group): " : ": ") + group.read() + " of "
                    + Words.count(group.accounts(), "account") + " read");
            terminal.data(Row.of("coverage", group));
        });
        for (String group : compared.unmatched()) {
            String sentence = "Of some people of " + group
                    + " nobody has decided whether they left or stay; they are not" + " compared.";
            terminal.say(sentence);
            terminal.data(Row.of("group", group).and("unmatched", sentence));
        }
        compared.comparisons().forEach(comparison -> say(comparison, terminal));
        if (compared.comparisons().isEmpty()) {
            terminal.say("There is nobody to compare: decide from where witnesses speak, with 'afterword decide CASE ID"
                    + " vantage=leaver', or stayer, contact, officer, outsider.");
        }
    }

    private static void say(Comparison comparison, Terminal terminal) {
        terminal.say("");
        terminal.say(comparison.group() + " beside " + comparison.ordinary() + ", told by "
                + Wording.people(comparison.from()));
        switch (comparison.outcome()) {
            case Comparison.TooFew few -> {
                terminal.say("  " + few.sentence());
                terminal.data(row(comparison).and("tooFew", few.sentence()));
            }
            case Comparison.Counted counted -> {
                if (counted.rows().isEmpty()) {
                    terminal.say("  Neither side speaks of any of the practices.");
                }
                for (Optional<Step> step : steps()) {
                    List<Comparison.Row> some = counted.rows().stream()
                            .filter(row -> code(row.code()).step().equals(step))
                            .toList();
                    if (!some.isEmpty()) {
                        terminal.say("  " + step.map(Pathway::question).orElse("Besides"));
                    }
                    for (Comparison.Row row : some) {
                        terminal.say("    " + row.code() + ": who " + statement(row.code()));
                        Wording.lines(row).forEach(line -> terminal.say("      " + line));
                        terminal.data(row(comparison)
                                .and("code", row.code())
                                .and("groupCounts", counts(row.group()))
                                .and("ordinaryCounts", counts(row.ordinary()))
                                .and("ofRead", row.ofRead())
                                .and("ofSpeaking", row.ofSpeaking())
                                .and("caution", Comparison.CAUTION));
                    }
                }
            }
        }
    }

    private static Row row(Comparison comparison) {
        return Row.of("group", comparison.group())
                .and("ordinary", comparison.ordinary())
                .and("from", comparison.from());
    }

    private static Row counts(Side side) {
        return Row.of("all", side.all())
                .and("speak", side.speak())
                .and("say", side.say())
                .and("deny", side.deny())
                .and("both", side.both());
    }

    private static void say(List<Discrimination> codes, Terminal terminal) {
        terminal.say(Comparison.CAUTION);
        terminal.say("Ordinary groups are taken together here, and so are the others, whatever their sizes.");
        String before = "";
        for (Discrimination one : codes) {
            if (!before.equals(one.code())) {
                before = one.code();
                terminal.say(one.code() + ": who " + statement(one.code()));
            }
            Row row = Row.of("code", one.code()).and("from", one.from());
            String people = "  " + Wording.people(one.from()) + ": ";
            switch (one.outcome()) {
                case Discrimination.TooFew few -> {
                    terminal.say(people + few.sentence());
                    terminal.data(row.and("tooFew", few.sentence()));
                }
                case Discrimination.Counted counted -> {
                    terminal.say(people + counted.tells().sentence());
                    Wording.lines(counted).forEach(line -> terminal.say("    " + line));
                    terminal.data(row.and("tells", counted.tells())
                            .and("sentence", counted.tells().sentence())
                            .and("others", counted.beside().group())
                            .and("ordinary", counted.beside().ordinary())
                            .and("difference", counted.beside().difference())
                            .and("ordinaryGroups", counted.groups())
                            .and("reportedIn", counted.reportedIn())
                            .and("caution", Comparison.CAUTION));
                }
            }
        }
    }

    private static List<Optional<Step>> steps() {
        return Codebook.practices().codes().stream()
                .map(Code::step)
                .distinct()
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .toList();
    }

    private static int place(Optional<Step> step) {
        return step.map(Enum::ordinal).orElse(Step.values().length);
    }

    private static Code code(String id) {
        return Codebook.practices().code(id).orElseThrow();
    }

    private static String statement(String code) {
        return code(code).statement().map(said -> said.of(Polarity.REPORTS)).orElse(code);
    }
}
