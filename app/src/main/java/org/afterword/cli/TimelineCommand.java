package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.facts.Known;
import org.afterword.facts.Timeline;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "timeline",
        description = "Lists the dates that accounts tell, in the order of time, with their words.",
        footer = {
            "",
            "A date has a first and a last day that it can mean. It is stated, reckoned from the account's own date",
            "(\"last summer\") or from another date of the account (\"a year later\"), or cannot be reckoned; such dates",
            "stand at the end. What a person rejected is left out. 'afterword suggest' looks for dates first.",
            "Positions count Unicode code points of the account's text, end exclusive.",
            "",
            "Examples:",
            "  afterword timeline case.afterword",
            "  afterword timeline case.afterword --account 4h2k --json"
        })
final class TimelineCommand extends CaseCommand {
    @Option(names = "--account", paramLabel = "ID", description = "Only the dates of this account.")
    private @Nullable String account;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Optional<Id> only = Optional.ofNullable(account)
                .map(id -> opened.deciding().account(id).id());
        List<Timeline.Event> events = Timeline.of(opened.facts().stream()
                .filter(known -> only.map(known.words().account()::equals).orElse(true))
                .toList());
        var rows = new FactRows(opened.contents());
        for (Timeline.Event event : events) {
            Known known = event.known();
            terminal.say(known.suggestion() + "  " + FactRows.words(event.fact()) + "  “"
                    + known.words().quote().replaceAll("\\s+", " ") + "”  " + FactRows.status(known));
            terminal.say(rows.where(known));
            terminal.data(rows.row(known));
        }
        terminal.say(
                events.isEmpty()
                        ? "No dates are known. 'afterword suggest CASE' looks for them in English accounts."
                        : FactRows.undecided(
                                events.stream().map(Timeline.Event::known).toList()));
        return Exit.DONE;
    }
}
