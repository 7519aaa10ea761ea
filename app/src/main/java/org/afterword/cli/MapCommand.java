package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.model.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "map",
        description = "Reads an accepted passage as a code of a framework, such as Lifton's.",
        footer = {
            "",
            "A framework is interpretation: the program never suggests it. Who maps decides. The passage stays one"
                    + " event, under however many codes it stands; 'afterword passages CASE --json' says which codings are"
                    + " of the same event.",
            "",
            "Examples:",
            "  afterword passages case.afterword --code practice/surveillance",
            "  afterword map case.afterword 4h2k lifton/milieu-control",
        })
final class MapCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "PASSAGE", description = "The coded passage's id, or its first characters.")
    private String passage = "";

    @Parameters(index = "2", paramLabel = "CODE", description = "The code ('afterword codebook CASE' lists them).")
    private String code = "";

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Suggestion mapped = opened.codebooking().map(passage, code);
        terminal.say("Mapped: " + mapped.id() + "  " + code);
        terminal.data(Row.of("id", mapped.id()).and("code", code).and("by", mapped.by()));
        return Exit.DONE;
    }
}
