package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "disclose",
        description = "Opens one commitment of a published site for one named person, encrypted; nothing else is told.",
        footer = {
            "",
            "Under each passage of a site stands its proof: a commitment to the file behind it, which tells nothing by",
            "itself. What is disclosed is that file as it came, the passage's own words and the commitment's salt, as",
            "NAME.zip.age. Who has it checks it without this program, beside a copy of the site:",
            "  age -d -i key.txt NAME.zip.age > NAME.zip; unzip NAME.zip",
            "  java -jar afterword-verifier.jar SITE --disclosed NAME",
            "It exposes whoever wrote the file to that person, and it is logged.",
            "",
            "Example:",
            "  afterword disclose case.afterword 3fa1c09b for-the-court --recipient age1…"
        })
final class DiscloseCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "COMMITMENT", description = "As the site shows it, or its first digits.")
    private String commitment = "";

    @Parameters(index = "2", paramLabel = "NAME", description = "The file's name, before .zip.age.")
    private @Nullable Path name;

    @Option(
            names = "--recipient",
            paramLabel = "AGE1…",
            required = true,
            description = "For whom it is encrypted; may be given more than once.")
    private List<String> recipients = new ArrayList<>();

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path path = opened.exporting().disclose(Optional.ofNullable(name).orElseThrow(), commitment, recipients);
        terminal.say("Disclosed one exhibit in " + path + ", which only the recipient can open.");
        terminal.data(Row.of("disclosed", true).and("path", path.toString()));
        return Exit.DONE;
    }
}
