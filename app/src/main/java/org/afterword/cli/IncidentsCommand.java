package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.findings.Incident;
import org.afterword.model.Id;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "incidents",
        description =
                "Puts side by side what several tell of one event: what agrees, what differs, what one alone tells.",
        footer = {
            "",
            "Passages are put together by a person: decide ID incident=NAME about each (not-incident=NAME takes it back).",
            "Compared are days, places, sums, numbers and lengths of time in the passages, and whether it happened.",
            "Nothing is decided about who is right.",
            "",
            "Examples:",
            "  afterword incidents case.afterword",
            "  afterword incidents case.afterword --propose",
            "  afterword decide case.afterword 7w3q \"incident=the summer camp\""
        })
final class IncidentsCommand extends CaseCommand {
    private static final int QUOTED = 200;

    @Option(
            names = "--propose",
            description = "Instead, list pairs of accepted passages of different people that may tell of one event.")
    private boolean propose;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (propose) {
            propose(opened, terminal);
            return Exit.DONE;
        }
        List<Incident> incidents = opened.corroborating().incidents();
        if (incidents.isEmpty()) {
            terminal.say("No passages were put together yet; --propose lists some that may belong together.");
        }
        Map<Id, String> files = FileNames.of(opened);
        for (Incident one : incidents) {
            terminal.say(one.name() + ": " + one.people() + (one.people().high() == 1 ? " person" : " people") + ", "
                    + Words.count(one.tellings().size(), "passage"));
            for (Incident.Detail detail : one.details()) {
                terminal.say("  " + words(detail.agreement()) + "  " + detail.what() + ": "
                        + detail.said().stream()
                                .map(said -> said.words() + " [" + said.number() + "]")
                                .collect(Collectors.joining("; ")));
            }
            for (Incident.Telling telling : one.tellings()) {
                terminal.say("  [" + telling.number() + "] " + telling.coded().suggestion() + "  "
                        + files.getOrDefault(telling.coded().passage().account(), "") + ": "
                        + shortened(telling.coded().passage().quote()));
            }
            terminal.data(Row.of("incident", one.name())
                    .and("peopleLow", one.people().low())
                    .and("peopleHigh", one.people().high())
                    .and(
                            "details",
                            one.details().stream()
                                    .map(detail -> Row.of("what", detail.what())
                                            .and("agreement", words(detail.agreement()))
                                            .and(
                                                    "said",
                                                    detail.said().stream()
                                                            .map(said -> Row.of("by", said.number())
                                                                    .and("words", said.words()))
                                                            .toList()))
                                    .toList())
                    .and(
                            "passages",
                            one.tellings().stream()
                                    .map(telling -> Row.of("id", telling.coded().suggestion())
                                            .and("by", telling.number())
                                            .and(
                                                    "account",
                                                    telling.coded().passage().account())
                                            .and(
                                                    "quote",
                                                    telling.coded().passage().quote()))
                                    .toList()));
        }
        return Exit.DONE;
    }

    private static void propose(Case opened, Terminal terminal) {
        List<Incident.Candidate> all = opened.corroborating().incidentCandidates();
        if (all.isEmpty()) {
            terminal.say("Nothing: no two accepted passages of different people name days that can be the same, and a"
                    + " place or a practice in common.");
        }
        for (Incident.Candidate one : all) {
            terminal.say(one.one() + "  " + one.other() + "  " + one.why());
            terminal.data(Row.of("one", one.one()).and("other", one.other()).and("why", one.why()));
        }
    }

    private static String words(Incident.Agreement agreement) {
        return switch (agreement) {
            case AGREE -> "agree";
            case DIFFER -> "differ";
            case ALONE -> "alone";
        };
    }

    private static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ");
        return line.length() <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, QUOTED))) + "…";
    }
}
