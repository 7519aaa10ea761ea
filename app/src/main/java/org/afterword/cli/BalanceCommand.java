package org.afterword.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.casefile.Reading;
import org.afterword.model.Balance;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "balance",
        description = "Says of every file what was expected in it, what was read, what was left out, and why.",
        footer = {
            "",
            "What is expected is counted apart from the reading. Not every kind of file can be counted.",
            "",
            "Examples:",
            "  afterword balance case.afterword",
            "  afterword balance case.afterword --open",
            "  afterword balance case.afterword --json"
        })
final class BalanceCommand extends CaseCommand {
    @Option(names = "--open", description = "Only files of which something is missing or could not be read.")
    private boolean open;

    @Override
    int run(Case opened, Terminal terminal) {
        Map<Id, String> names = new HashMap<>();
        for (Exhibit exhibit : opened.contents().exhibits()) {
            names.put(exhibit.id(), exhibit.name());
        }
        int missing = 0;
        int files = 0;
        for (Reading reading : opened.contents().readings()) {
            files++;
            boolean nothing = reading.accounts() + reading.parts() == 0;
            boolean lacks =
                    nothing || reading.balance().filter(b -> b.missing() != 0).isPresent();
            missing += lacks ? 1 : 0;
            if (!open || lacks) {
                say(reading, names.getOrDefault(reading.exhibit(), ""), terminal);
            }
        }
        terminal.say(Words.count(files, "file") + "; of " + missing + " something is missing or could not be read.");
        return Exit.DONE;
    }

    private static void say(Reading reading, String name, Terminal terminal) {
        terminal.say(name + "  (" + reading.reader() + ")  " + Words.count(reading.accounts(), "account")
                + (reading.parts() == 0 ? "" : ", " + Words.count(reading.parts(), "file") + " in it"));
        reading.balance().ifPresent(balance -> terminal.say("    " + words(balance)));
        for (Warning warning : reading.warnings()) {
            terminal.say("    " + (warning.where().isEmpty() ? "" : warning.where() + ": ") + warning.message());
        }
        terminal.data(Row.of("exhibit", reading.exhibit())
                .and("file", name)
                .and("reader", reading.reader())
                .and("accounts", reading.accounts())
                .and("parts", reading.parts())
                .and("balance", reading.balance())
                .and("missing", reading.balance().map(Balance::missing))
                .and("warnings", reading.warnings()));
    }

    private static String words(Balance balance) {
        String skipped = balance.skipped().entrySet().stream()
                .map(one -> "; " + one.getValue() + " left out: " + one.getKey())
                .collect(Collectors.joining());
        return balance.expected() + " " + balance.unit() + " expected, " + balance.read() + " read" + skipped
                + (balance.missing() == 0 ? "" : "; " + balance.missing() + " missing");
    }
}
