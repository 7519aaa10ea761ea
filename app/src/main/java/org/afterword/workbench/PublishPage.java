package org.afterword.workbench;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.publishing.Obstacle;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;

/** The one door out: what stands in the way, or what was published. */
final class PublishPage {
    private PublishPage() {}

    static PublishSheets.PublishSheet of(Desk desk) {
        return sheet(desk, beside(desk).toString(), Optional.empty(), List.of());
    }

    /** Publishes into the folder that was typed; a folder without a root is taken from where the case lies. */
    static PublishSheets.PublishSheet publish(Desk desk, Context request) throws IOException {
        Path folder = folder(desk, Answers.field(request, "folder"));
        Publication.Outcome outcome = desk.change(() -> desk.opened().publish(folder, Settings.plain()));
        return switch (outcome) {
            case Publication.Published(var root, int files, var withheld) ->
                sheet(
                        desk,
                        folder.toString(),
                        Optional.of(new PublishSheets.Result(
                                folder.toString(),
                                files,
                                root.hex(),
                                withheld.stream()
                                        .map(one -> new Sheets.Way(
                                                "/account/" + one.account(), one.file() + ": " + one.why()))
                                        .toList())),
                        List.of());
            case Publication.Refused(List<Obstacle> obstacles) ->
                sheet(desk, folder.toString(), Optional.empty(), obstructions(desk.state(), obstacles));
        };
    }

    private static PublishSheets.PublishSheet sheet(
            Desk desk,
            String folder,
            Optional<PublishSheets.Result> result,
            List<PublishSheets.Obstruction> obstacles) {
        return new PublishSheets.PublishSheet(desk.frame("Afterword: publish", "/publish"), folder, result, obstacles);
    }

    /** Undecided names are one thing to do, however many they are. */
    static List<PublishSheets.Obstruction> obstructions(State state, List<Obstacle> obstacles) {
        Set<Id> open = state.names().open().keySet();
        var all = new ArrayList<PublishSheets.Obstruction>();
        List<Sheets.Way> names = obstacles.stream()
                .flatMap(obstacle -> obstacle.target().filter(open::contains).stream())
                .distinct()
                .map(id -> new Sheets.Way("/people/" + id, state.called(id)))
                .toList();
        if (!names.isEmpty()) {
            all.add(new PublishSheets.Obstruction(
                    Phrases.count(names.size(), "name is", "names are") + " not decided.",
                    "",
                    "Say of each what strangers may read.",
                    "/people?show=undecided",
                    names,
                    List.of()));
        }
        obstacles.stream()
                .filter(obstacle -> obstacle.target().filter(open::contains).isEmpty())
                .map(obstacle -> obstruction(state, obstacle))
                .forEach(all::add);
        return all;
    }

    private static PublishSheets.Obstruction obstruction(State state, Obstacle obstacle) {
        String href = obstacle.target()
                .flatMap(state::place)
                .map(place -> obstacle.decide().contains("approve") && !place.endsWith("/picture")
                        ? place + "/before"
                        : place)
                .orElse("");
        return new PublishSheets.Obstruction(
                obstacle.what(),
                obstacle.where(),
                obstacle.decide(),
                href,
                List.of(),
                obstacle.decisions().stream()
                        .flatMap(decision -> obstacle.target().map(id -> settling(state, id, decision)).stream())
                        .toList());
    }

    private static PublishSheets.Settling settling(State state, Id target, String decision) {
        String word = decision.replaceFirst("=.*$", "");
        String aspect = switch (word) {
            case "asked-for-reply", "not-asked-for-reply" -> new Verdict.NotAskedForReply("").aspect();
            case "reply" -> new Verdict.Reply(Verdict.Reply.ALL, "").aspect();
            case "seen-by-teller" -> new Verdict.WantsToSee().aspect();
            case "risk-accepted" -> new Verdict.RiskAccepted(Optional.empty()).aspect();
            case "legal-review" -> new Verdict.LegalReview("").aspect();
            default -> throw new IllegalArgumentException(word);
        };
        return new PublishSheets.Settling(
                target.toString(),
                decision,
                switch (word) {
                    case "asked-for-reply" -> "It was asked, and may answer until (2027-05-01)";
                    case "not-asked-for-reply" -> "It was not asked, because";
                    case "reply" -> "It answers";
                    case "seen-by-teller" -> "The teller has seen it so, and agrees";
                    case "risk-accepted" -> "It may stand so; who says that, and why";
                    default -> "The court's document, or who looked at it and when";
                },
                decision.contains("=") ? "words" : word.equals("risk-accepted") ? "reason" : "",
                state.contents()
                        .decision(target, aspect)
                        .map(one -> one.id().toString())
                        .orElse(""));
    }

    private static Path beside(Desk desk) {
        return beside(desk, "-site");
    }

    /** @param ending what follows the case's name */
    static Path beside(Desk desk, String ending) {
        Path file = desk.opened().file().path().toAbsolutePath().normalize();
        return file.resolveSibling(CasePage.name(desk) + ending);
    }

    private static Path folder(Desk desk, String typed) {
        if (typed.isBlank()) {
            throw new IllegalArgumentException("Write the folder into which the site is to go.");
        }
        return place(desk, typed);
    }

    /** A place that was typed; without a root it is taken from where the case lies. */
    static Path place(Desk desk, String typed) {
        try {
            Path file = desk.opened().file().path().toAbsolutePath();
            return file.resolveSibling(Path.of(typed)).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("That cannot be a name on this computer.", e);
        }
    }
}
