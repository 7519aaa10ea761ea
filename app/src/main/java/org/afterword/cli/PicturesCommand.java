package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.Picturing;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pictures",
        description = {
            "Lists the pictures in which text was read: whether strangers would see them, and what would be covered.",
            "",
            "Every picture is withheld until a person decides otherwise ('afterword picture')."
        },
        footer = {
            "",
            "Each picture that may be shown is looked at again, which takes some seconds; --decided only says what was"
                    + " decided.",
            "",
            "Examples:",
            "  afterword pictures case.afterword",
            "  afterword pictures case.afterword --decided --json"
        })
final class PicturesCommand extends CaseCommand {
    @Option(names = "--decided", description = "Do not look at the pictures; say what was decided.")
    private boolean decided;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        try (Picturing pictures = opened.picturing()) {
            var all = pictures.all();
            for (Picturing.OfCase picture : all) {
                terminal.say(picture.exhibit().id() + "  " + picture.exhibit().name());
                Row row = CoveredPart.row(picture);
                String state = CoveredPart.state(picture);
                if (!decided && picture.against().isEmpty()) {
                    try {
                        RedactedPicture covered = pictures.covered(picture.account(), picture.decided());
                        state = CoveredPart.state(picture, covered);
                        terminal.say("  " + state + "; covered: " + CoveredPart.covered(covered));
                        CoveredPart.row(row, picture, covered);
                    } catch (UnshownPicture e) {
                        state = "withheld: it cannot be covered";
                        terminal.say("  " + state + ": " + e.getMessage());
                        row.and("problem", String.valueOf(e.getMessage()));
                    }
                } else {
                    terminal.say("  " + state);
                    picture.against().ifPresent(why -> terminal.say("      " + why));
                }
                terminal.data(row.and("state", state));
            }
            if (all.isEmpty()) {
                terminal.say("There is no picture in this case in which text was read.");
            }
        }
        return Exit.DONE;
    }
}
