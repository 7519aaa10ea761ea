package org.afterword.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.coding.Coverage;
import org.afterword.model.Id;
import org.afterword.model.SamplingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sample",
        description = "Draws accounts to be read, and lists what of a sample is still to read.",
        footer = {
            "",
            "Without --size it lists the last sample. Who works with --coder NAME sees what NAME has still to read.",
            "By a stratum, each part gives its share: 'length' parts at 1,000 and 10,000 characters.",
            "The same seed draws the same accounts, as long as the case has the same.",
            "",
            "Examples:",
            "  afterword sample case.afterword --size 40 --by group",
            "  afterword sample case.afterword --coder anna"
        })
final class SampleCommand extends CaseCommand {
    @Option(names = "--size", paramLabel = "N", description = "Draw so many.")
    private @Nullable Integer size;

    @Option(names = "--stratum", paramLabel = "WHAT", description = "Draw evenly by group, format or length.")
    private SamplingPlan.Stratum stratum = SamplingPlan.Stratum.NONE;

    @Option(names = "--seed", paramLabel = "S", description = "From which it is drawn (default: 1).")
    private long seed = 1;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        SamplingPlan plan;
        if (size != null) {
            if (size < 1) {
                throw new UsageException("how many accounts? --size is 1 or more");
            }
            plan = opened.coding().sample(size, stratum, seed);
        } else {
            List<SamplingPlan> plans = opened.contents().plans();
            if (plans.isEmpty()) {
                terminal.say("Nothing has been drawn yet: --size N draws.");
                return Exit.DONE;
            }
            plan = plans.getLast();
        }
        show(plan, opened, terminal);
        return Exit.DONE;
    }

    private static void show(SamplingPlan plan, Case opened, Terminal terminal) throws IOException {
        Map<Id, Coverage.Line> lines = new HashMap<>();
        opened.coding().coverage().accounts().forEach(line -> lines.put(line.account(), line));
        Map<Id, String> files = FileNames.of(opened);
        String coder = opened.coding().coder();
        int left = 0;
        for (Id account : plan.accounts()) {
            Optional<Coverage.Line> line = Optional.ofNullable(lines.get(account));
            boolean done = line.stream()
                    .flatMap(one -> one.readings().stream())
                    .anyMatch(one -> one.coder().equals(coder));
            String stands = line.isEmpty() ? "no longer in the case" : done ? "read" : "to read";
            left += line.isPresent() && !done ? 1 : 0;
            terminal.say("  " + account + "  " + files.getOrDefault(account, "") + "  " + stands);
            terminal.data(Row.of("sample", plan.id())
                    .and("account", account)
                    .and("file", files.getOrDefault(account, ""))
                    .and("there", line.isPresent())
                    .and("read", done)
                    .and(
                            "readers",
                            line.stream()
                                    .flatMap(one -> one.readings().stream())
                                    .map(Coverage.Reading::coder)
                                    .toList()));
        }
        terminal.say(plan.accounts().size() + " of " + Words.count(plan.of(), "account") + " drawn"
                + (plan.stratum() == SamplingPlan.Stratum.NONE ? "" : " by " + plan.stratum()) + ", seed "
                + plan.seed() + "; " + coder + " has still " + left + " to read.");
    }
}
