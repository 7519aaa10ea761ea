package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Merging;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Brings in what people decided, coded, noted and read in another copy of the case.",
        footer = {
            "",
            "A copy is the case file, copied and worked on apart. It stays as it is; merge the other way as well, and",
            "both say the same. Merging again changes nothing. What both decided differently is listed as a conflict:",
            "until somebody decides anew, what protects more holds, and else none of them.",
            "",
            "Examples:",
            "  afterword merge case.afterword from-berta.afterword",
            "  afterword merge case.afterword from-berta.afterword --other-passphrase-file berta.txt"
        })
final class MergeCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "OTHER", description = "The other copy.")
    private @Nullable Path other;

    @Option(
            names = "--other-passphrase-file",
            paramLabel = "FILE",
            description = "The passphrase of the other copy, if it is another.")
    private @Nullable Path otherPassphrase;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path path = Optional.ofNullable(other).orElseThrow();
        if (Files.exists(path) && Files.isSameFile(path, path())) {
            throw new UsageException("both are the same file; nothing was merged");
        }
        Merging.Merged merged;
        try (Passphrase passphrase =
                        Asking.passphrase(Optional.ofNullable(otherPassphrase).or(this::passphraseFile), path);
                Case from = Case.open(path, passphrase, by())) {
            merged = opened.coding().merge(from);
        }
        say(merged, terminal);
        terminal.data(Row.of("decisions", merged.decisions())
                .and("codings", merged.codings())
                .and("undone", merged.undone())
                .and("left", merged.left().stream().map(MergeCommand::row).toList())
                .and(
                        "conflicts",
                        merged.conflicts().stream().map(MergeCommand::row).toList()));
        return Exit.DONE;
    }

    private static void say(Merging.Merged merged, Terminal terminal) {
        terminal.say(Words.count(merged.decisions(), "decision") + " and " + Words.count(merged.codings(), "coding")
                + " came in; taken back there, and now here: " + merged.undone() + ".");
        for (Merging.Left left : merged.left()) {
            terminal.say("  left: " + left.what() + " (" + left.id() + "): " + left.why());
        }
        for (List<Decision> conflict : merged.conflicts()) {
            terminal.say("  to be settled: " + conflict.getFirst().target());
            conflict.forEach(one -> terminal.say("      " + one.coder() + ": "
                    + one.verdict().text() + (one.reason().isBlank() ? "" : " (" + one.reason() + ")")));
        }
        if (!merged.conflicts().isEmpty()) {
            terminal.say("'afterword decide CASE ID DECISION' settles each.");
        }
    }

    private static Row row(Merging.Left left) {
        return Row.of("id", left.id()).and("what", left.what()).and("why", left.why());
    }

    private static Row row(List<Decision> conflict) {
        return Row.of("id", conflict.getFirst().target())
                .and(
                        "decisions",
                        conflict.stream()
                                .map(one -> Row.of("by", one.by())
                                        .and("decision", one.verdict().text())
                                        .and("reason", one.reason()))
                                .toList());
    }
}
