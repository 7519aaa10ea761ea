package org.afterword.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.coding.Coverage;
import org.afterword.model.Id;
import org.afterword.model.SamplingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "coverage",
        description = "Says who has read which account, by which codebooks, and what nobody has read.",
        footer = {
            "",
            "What nobody has read is not silent: findings say nothing of it.",
            "",
            "Examples:",
            "  afterword coverage case.afterword",
            "  afterword coverage case.afterword --unread"
        })
final class CoverageCommand extends CaseCommand {
    @Option(names = "--unread", description = "List only what nobody has read.")
    private boolean unread;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Coverage coverage = opened.coding().coverage();
        Map<Id, String> files = FileNames.of(opened);
        List<Coverage.Line> lines = coverage.accounts().stream()
                .filter(one -> !unread || !one.read())
                .toList();
        for (Coverage.Line line : lines) {
            terminal.say("  " + line.account() + "  " + files.getOrDefault(line.account(), "") + "  "
                    + (line.read()
                            ? "read by "
                                    + line.readings().stream()
                                            .map(one -> said(one, coverage.inForce()))
                                            .collect(Collectors.joining(", "))
                            : "read by nobody"));
            terminal.data(Row.of("account", line.account())
                    .and("file", files.getOrDefault(line.account(), ""))
                    .and("read", line.read())
                    .and("current", line.current(coverage.inForce()))
                    .and(
                            "readings",
                            line.readings().stream()
                                    .map(one -> Row.of("coder", one.coder()).and("under", one.under()))
                                    .toList()));
        }
        said(coverage, opened, terminal);
        return Exit.DONE;
    }

    private static String said(Coverage.Reading one, String inForce) {
        if (one.under().isEmpty()) {
            return one.coder() + " (unknown version of the codebooks)";
        }
        List<String> changed = one.changed(inForce);
        return one.coder() + (changed.isEmpty() ? "" : " (before " + String.join(", ", changed) + ")");
    }

    private static void said(Coverage coverage, Case opened, Terminal terminal) {
        int all = coverage.accounts().size();
        int nobody = coverage.unread().size();
        terminal.say(Words.count(all, "account") + ": " + (all - nobody) + " read by somebody, " + nobody
                + " by nobody. Codebooks in force: " + coverage.inForce() + ".");
        var byCoder = new TreeMap<String, Integer>();
        coverage.accounts()
                .forEach(line -> line.readings().forEach(one -> byCoder.merge(one.coder(), 1, Integer::sum)));
        byCoder.forEach((coder, read) -> terminal.say("  " + coder + " has read " + read));
        Map<Id, Coverage.Line> lines = new HashMap<>();
        coverage.accounts().forEach(line -> lines.put(line.account(), line));
        for (SamplingPlan plan : opened.contents().plans()) {
            long left = plan.accounts().stream()
                    .filter(id -> Optional.ofNullable(lines.get(id))
                            .filter(line -> !line.read())
                            .isPresent())
                    .count();
            terminal.say("  Sample of " + plan.accounts().size() + " (" + plan.id() + "): " + left
                    + " still to read by somebody");
        }
    }
}
