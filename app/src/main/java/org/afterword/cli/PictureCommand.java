package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Picturing;
import org.afterword.model.Box;
import org.afterword.model.Verdict;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "picture",
        description = {
            "Decides whether strangers see a picture, covered; shows how it would look.",
            "",
            "Solid boxes go over every name that is hidden or not decided, over contact details, and over words that"
                    + " the machine could hardly read. No rule sees faces, places, drawings or handwriting: look at the"
                    + " picture, and cover with --box what could lead to somebody. There is no blur: it can be undone."
        },
        footer = {
            "",
            "A picture has its author's own words. It can be shown only where those may be quoted (consent=verbatim and"
                    + " public=no, or consent=attributed), and stands on the site with its account.",
            "",
            "--preview writes the picture as strangers would see it, in the clear, and says what to approve it by.",
            "",
            "Examples:",
            "  afterword picture case.afterword 4h2k --preview look.png",
            "  afterword picture case.afterword 4h2k --show --box 120,40,300,60 --reason \"the face is covered\"",
            "  afterword picture case.afterword 4h2k --approve 3f9ac27d51e0",
            "  afterword picture case.afterword 4h2k --withhold --reason \"her handwriting\""
        })
final class PictureCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "EXHIBIT", description = "The picture's id, or its account's.")
    private String id = "";

    @Option(names = "--show", description = "Show it, covered, once it is approved.")
    private boolean show;

    @Option(names = "--withhold", description = "Do not show it.")
    private boolean withhold;

    @Option(
            names = "--box",
            paramLabel = "X,Y,WIDTH,HEIGHT",
            description = "Cover this as well, in pixels from the upper left corner; can be given several times.")
    private List<String> boxes = List.of();

    @Option(names = "--alt", paramLabel = "TEXT", description = "What it shows, for those who do not see it.")
    private @Nullable String alt;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(
            names = "--preview",
            paramLabel = "FILE",
            description = "Write the covered picture there; an existing file is not overwritten.")
    private @Nullable Path preview;

    @Option(
            names = "--approve",
            paramLabel = "SEEN",
            description = "Strangers may see it exactly so; what --preview said, or its first characters.")
    private @Nullable String approve;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (Stream.of(show, withhold, approve != null).filter(one -> one).count() > 1) {
            throw new UsageException("one of --show, --withhold and --approve at a time");
        }
        List<Box> byHand = boxes.stream().map(Box::parse).toList();
        try {
            Picturing.OfCase picture;
            try (Picturing pictures = opened.picturing()) {
                picture = pictures.find(id);
                check(pictures, picture, byHand);
            }
            decide(opened, picture, byHand);
            try (Picturing pictures = opened.picturing()) {
                return tell(pictures, pictures.find(picture.exhibit().id().toString()), byHand, terminal);
            }
        } catch (UnshownPicture e) {
            throw new IllegalArgumentException(
                    "this picture cannot be covered, and stays withheld: " + e.getMessage(), e);
        }
    }

    /** Boxes are looked at before they are recorded. */
    private void check(Picturing pictures, Picturing.OfCase picture, List<Box> byHand) throws IOException {
        if (!byHand.isEmpty() && !show && preview == null) {
            throw new UsageException("--box belongs to --show or --preview");
        }
        if (show && picture.against().isEmpty()) {
            pictures.covered(picture.account(), byHand, picture.decided().description());
        }
    }

    private void decide(Case opened, Picturing.OfCase picture, List<Box> byHand) throws IOException {
        String target = picture.exhibit().id().toString();
        if (alt != null) {
            opened.deciding().record(List.of(new Request(target, new Verdict.Describe(alt).text(), reason)));
        }
        if (show || withhold) {
            Verdict verdict = show ? new Verdict.Show(byHand) : new Verdict.Withhold();
            opened.deciding().record(List.of(new Request(target, verdict.text(), reason)));
        }
    }

    private int tell(Picturing pictures, Picturing.OfCase picture, List<Box> byHand, Terminal terminal)
            throws IOException {
        terminal.say(picture.exhibit().id() + "  " + picture.exhibit().name());
        Row row = CoveredPart.row(picture);
        if (picture.against().isPresent() || withhold) {
            terminal.say("  " + CoveredPart.state(picture));
            picture.against().ifPresent(why -> terminal.say("      " + why));
            if (preview != null || approve != null) {
                throw new IllegalArgumentException("there is nothing to look at or approve: the picture is withheld");
            }
            terminal.data(row.and("state", CoveredPart.state(picture)));
            return Exit.DONE;
        }
        List<Box> tried = byHand.isEmpty() ? picture.decided().boxes() : byHand;
        RedactedPicture covered =
                pictures.covered(picture.account(), tried, picture.decided().description());
        Picturing.OfCase now = picture;
        if (approve != null) {
            pictures.approve(picture, approve, reason);
            now = pictures.find(picture.exhibit().id().toString());
            row = CoveredPart.row(now);
        }
        String state = CoveredPart.state(now, covered);
        terminal.say("  " + state);
        terminal.say("  covered: " + CoveredPart.covered(covered));
        terminal.say("  read aloud as: " + covered.words().text().replace('\n', ' '));
        int open = pictures.open(now).size();
        if (open > 0) {
            terminal.say("  " + Words.count(open, "name") + " in it " + (open == 1 ? "is" : "are")
                    + " not decided; decide first ('afterword people --help')");
        }
        write(covered);
        terminal.say("  seen: " + covered.seen().hex().substring(0, 12));
        terminal.remark("No rule sees faces, places, drawings or handwriting: look at the picture before it is shown.");
        terminal.data(CoveredPart.row(row, now, covered).and("state", state).and("open", open));
        return Exit.DONE;
    }

    private void write(RedactedPicture covered) throws IOException {
        Optional<Path> to = Optional.ofNullable(preview);
        if (to.isPresent()) {
            Files.write(to.get(), covered.png(), StandardOpenOption.CREATE_NEW);
        }
    }
}
