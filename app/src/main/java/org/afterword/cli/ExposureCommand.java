package org.afterword.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Id;
import org.afterword.protection.Clue;
import org.afterword.protection.Exposure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "exposure",
        description = {
            "Shows by what those who were there might know a teller, and what of it could hurt the teller.",
            "",
            "It sees ways in which people speak of themselves in English, dates, ages and places. Whoever knows the"
                    + " group knows more: ask the teller. Nothing here means that somebody is safe."
        },
        footer = {
            "",
            "How many witnesses share a thing is for you alone; it is never published. The case is not the group: there"
                    + " may be more people whom it fits, or nobody else.",
            "",
            "Examples:",
            "  afterword exposure case.afterword",
            "  afterword exposure case.afterword 4h2k --json"
        })
final class ExposureCommand extends CaseCommand {
    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ACCOUNT",
            description = "Only the tellers of these accounts (an id, or enough of its first characters).")
    private List<String> chosen = List.of();

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        var wanted = new LinkedHashSet<Id>();
        for (String id : chosen) {
            try {
                wanted.add(opened.deciding().account(id).id());
            } catch (IllegalArgumentException e) {
                throw new UsageException(e.getMessage());
            }
        }
        Map<Id, String> files = new HashMap<>();
        opened.contents().exhibits().forEach(exhibit -> files.put(exhibit.id(), exhibit.name()));
        List<Exposure> exposures = opened.exposures(wanted);
        for (Exposure exposure : exposures) {
            say(exposure, files, terminal);
            terminal.data(data(exposure));
        }
        if (exposures.isEmpty()) {
            terminal.say("No rule sees anything by which a teller might be known. That does not mean that there is"
                    + " nothing: read as somebody would who was there.");
        } else {
            ways(exposures, terminal);
            terminal.remark("People who were there may recognise a teller by much that no rule sees. Ask the teller.");
        }
        return Exit.DONE;
    }

    private static void say(Exposure exposure, Map<Id, String> files, Terminal terminal) {
        for (Account account : exposure.accounts()) {
            terminal.say(account.id() + "  " + files.getOrDefault(account.exhibit(), "") + "  " + account.title());
        }
        for (Exposure.Rare rare : exposure.rare()) {
            terminal.say("  " + (rare.clues().size() > 1 ? "together: " : "")
                    + rare.clues().stream().map(ExposureCommand::quoted).collect(Collectors.joining(" + "))
                    + ": " + rare.shared() + " of " + Words.count(exposure.witnesses(), "witness"));
        }
        var kinds = new LinkedHashSet<Clue.Kind>();
        exposure.clues().forEach(seen -> kinds.add(seen.clue().kind()));
        for (Clue.Kind kind : kinds) {
            terminal.say("  " + kind.says());
            for (Exposure.Seen seen : exposure.clues()) {
                if (seen.clue().kind().equals(kind)) {
                    terminal.say("    " + quoted(seen.clue()) + (seen.readable() ? "" : "  (covered)")
                            + (kind.points() ? "  " + seen.shared() + " of " + exposure.witnesses() : ""));
                }
            }
        }
        terminal.say("");
    }

    private static void ways(List<Exposure> exposures, Terminal terminal) {
        terminal.say("What can be done, and what is lost:");
        exposures.stream()
                .flatMap(exposure -> exposure.clues().stream())
                .filter(Exposure.Seen::readable)
                .map(seen -> seen.clue().kind())
                .distinct()
                .forEach(kind -> {
                    terminal.say("  " + kind.says());
                    kind.ways().forEach(way -> terminal.say("    " + way.how() + " – " + way.lost()));
                });
    }

    private static String quoted(Clue clue) {
        return "“" + clue.words().replace('\n', ' ') + "”";
    }

    private static Row data(Exposure exposure) {
        Map<Id, CodePoints> points = new HashMap<>();
        exposure.accounts().forEach(account -> points.put(account.id(), new CodePoints(account.text())));
        return Row.of("witness", exposure.witness())
                .and("accounts", exposure.accounts().stream().map(Account::id).toList())
                .and("witnesses", exposure.witnesses())
                .and(
                        "clues",
                        exposure.clues().stream()
                                .map(seen -> clue(seen.clue(), points)
                                        .and("readable", seen.readable())
                                        .and("shared", seen.shared())
                                        .and("ways", seen.clue().kind().ways()))
                                .toList())
                .and(
                        "rare",
                        exposure.rare().stream()
                                .map(rare -> Row.of(
                                                "clues",
                                                rare.clues().stream()
                                                        .map(clue -> clue(clue, points))
                                                        .toList())
                                        .and("shared", rare.shared()))
                                .toList());
    }

    private static Row clue(Clue clue, Map<Id, CodePoints> points) {
        CodePoints at = points.get(clue.account());
        return Row.of("kind", clue.kind().name())
                .and("account", clue.account())
                .and("start", at.of(clue.span().start()))
                .and("end", at.of(clue.span().end()))
                .and("words", clue.words())
                .and("points", clue.kind().points());
    }
}
