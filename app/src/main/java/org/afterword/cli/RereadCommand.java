package org.afterword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Rereading.Reread;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reread",
        description = "Reads files of the case again, with what the readers can by now.",
        footer = {
            "",
            "Without FILE: those that could not be read, and those that another version read.",
            "An account that reads differently gets a new version under its old id. Its",
            "codings move where their words are found, and those whose words are not found",
            "are listed. It has to be read and approved again. What was read before stays in",
            "the log. Nothing is read from the disk: the case has the bytes.",
            "",
            "Examples:",
            "  afterword reread case.afterword",
            "  afterword reread case.afterword 4h2k \"scans/letter.png\"",
            "  afterword reread case.afterword --all"
        })
final class RereadCommand extends CaseCommand {
    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Ids of exhibits, or enough of their first characters, or the files' names in the case.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--all", description = "All files of the case.")
    private boolean all;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Exhibit> exhibits = all
                ? opened.contents().exhibits()
                : files.stream().map(file -> exhibit(file, opened)).toList();
        List<Reread> done = opened.reread(exhibits, Optional.empty(), terminal);
        for (Reread one : done) {
            terminal.say(one.exhibit().name() + ": " + words(one));
            one.lost().forEach(lost -> terminal.say("  not found any more: the coding " + lost.id()));
            terminal.data(Row.of("exhibit", one.exhibit().id())
                    .and("file", one.exhibit().name())
                    .and("accounts", one.accounts())
                    .and("renewed", one.renewed())
                    .and("added", one.added())
                    .and("gone", one.gone())
                    .and("moved", one.moved())
                    .and("lost", one.lost().stream().map(Suggestion::id).toList())
                    .and("note", one.note()));
        }
        terminal.say(Words.count(done.size(), "file") + " read again; "
                + done.stream().filter(Reread::changed).count() + " of them read differently now.");
        return Exit.DONE;
    }

    private static String words(Reread one) {
        if (one.note().isPresent()) {
            return one.note().get();
        }
        return one.changed()
                ? Words.count(one.renewed(), "account") + " changed, " + one.added() + " new, " + one.gone() + " gone; "
                        + Words.count(one.moved(), "coding") + " moved with their words, "
                        + one.lost().size() + " not found any more"
                : "as before";
    }

    private static Exhibit exhibit(String file, Case opened) {
        List<Exhibit> exhibits = opened.contents().exhibits();
        List<Exhibit> meant = exhibits.stream()
                .filter(exhibit -> exhibit.id().toString().startsWith(file)
                        || exhibit.name().equals(file))
                .toList();
        Optional<Exhibit> placed = opened.contents()
                .exhibitAt(file)
                .flatMap((Id id) -> opened.contents().exhibit(id));
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        return placed.orElseThrow(() -> new UsageException(
                meant.isEmpty()
                        ? "no file of the case has the id or the name '" + file
                                + "'; 'afterword balance CASE' lists them"
                        : meant.size() + " files have an id that begins with '" + file + "'; give more of it"));
    }
}
