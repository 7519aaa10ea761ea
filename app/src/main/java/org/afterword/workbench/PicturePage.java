package org.afterword.workbench;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.Picturing;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;

/** A picture as strangers would see it, covered; to be shown or withheld, and approved. */
final class PicturePage {
    private PicturePage() {}

    static Sheets.PictureSheet of(Desk desk, Account account) throws IOException {
        State state = desk.state();
        Id exhibit = account.exhibit();
        PictureDecisions decided = PictureDecisions.of(exhibit, state.contents());
        Optional<String> against = PictureDecisions.against(account, state.protection());
        Optional<RedactedPicture> covered = Optional.empty();
        String problem = against.orElse("");
        if (against.isEmpty()) {
            try {
                covered = Optional.of(desk.picture(account));
            } catch (UnshownPicture e) {
                problem = "It cannot be covered, and stays withheld: " + e.getMessage() + ".";
            }
        }
        List<Sheets.Way> open = state.protection().open(account).stream()
                .map(one -> new Sheets.Way(
                        "/people/" + one.cluster().id(), one.cluster().name()))
                .toList();
        boolean approved = covered.isPresent() && decided.approved().equals(covered.map(RedactedPicture::seen));
        return new Sheets.PictureSheet(
                desk.frame("Afterword: a picture, before you publish", ""),
                Heads.of(account, state, "/picture"),
                exhibit.toString(),
                problem,
                state(decided, covered.isPresent(), approved),
                covered.map(one -> new Sheets.Covered(
                        desk.textOnly()
                                ? ""
                                : "/account/" + account.id() + "/picture/"
                                        + one.seen().hex().substring(0, 12) + ".png",
                        one.width(),
                        one.height(),
                        one.words().text(),
                        one.said(),
                        one.came().width() + " × " + one.came().height(),
                        one.seen().hex())),
                decided.boxes().stream().map(Box::toString).collect(Collectors.joining("; ")),
                decided.reason(),
                seen(state, exhibit, new Verdict.Withhold()),
                decided.description().orElse(""),
                seen(state, exhibit, new Verdict.Describe("")),
                open,
                decided.shown(),
                decided.shown() && covered.isPresent() && open.isEmpty() && !approved);
    }

    private static String state(PictureDecisions decided, boolean possible, boolean approved) {
        if (!decided.shown()) {
            return "It is withheld: strangers do not see it.";
        }
        if (!possible) {
            return "It was decided to show it; it is withheld all the same.";
        }
        return approved
                ? "It is shown exactly so, once you publish."
                : decided.approved().isPresent()
                        ? "It was approved, and what a stranger would see has changed since. Look at it again."
                        : "It is to be shown so, and nobody has approved it yet.";
    }

    private static String seen(State state, Id exhibit, Verdict verdict) {
        return state.contents()
                .decision(exhibit, verdict.aspect())
                .map(Decision::id)
                .map(Id::toString)
                .orElse("");
    }

    /** Exactly the bytes that would be published. */
    static byte[] png(Desk desk, Account account) throws IOException {
        return desk.picture(account).png();
    }

    /** What was typed: boxes in lines, or with semicolons between; none. */
    static String show(String typed) {
        String boxes = typed.lines()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(box -> !box.isEmpty())
                .map(Box::parse)
                .map(Box::toString)
                .collect(Collectors.joining(";"));
        return boxes.isEmpty() ? "show" : "show=" + boxes;
    }

    /** Approves exactly the bytes that were shown. */
    static void approve(Desk desk, Context request) throws IOException {
        String hash = Answers.field(request, "hash").toLowerCase(Locale.ROOT);
        desk.change(() -> {
            try (Picturing pictures = desk.opened().picturing()) {
                return pictures.approve(pictures.find(Answers.field(request, "target")), hash, "");
            }
        });
    }
}
