package org.afterword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Refused;
import org.afterword.casefile.Frames;
import org.afterword.model.Decision;
import org.afterword.people.Cluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decide",
        description = "Records what a person decides.",
        footer = {
            "",
            "Names:        pseudonym, pseudonym=NAME, role=TEXT, generalise=TEXT, redact, not-a-name,",
            "              same-as=ID, distinct-from=ID, keep (places and groups), keep=ROLE (persons)",
            "Persons:      is=author|poster|witness|private|office-holder|public-figure|historical-figure,",
            "              is=minor, is=adult (accounts and witnesses too), agrees, withdraws",
            "",
            "A person's name is kept in one step as historical-figure or author (of a published book); as",
            "office-holder or public-figure with --reason and --confirm; as anybody else only with their own consent",
            "('agrees' with a reason that says when and to whom) as well. A minor's name is never kept.",
            "",
            "Suggestions:  accept, reject, change=FIELD:VALUE,…  (fields: code, polarity, access, claim, group, span),",
            "              reword=TEXT",
            "Accounts:     consent=none|counts|reworded|verbatim|attributed, public=yes|no|deleted|unknown,",
            "              read, memo=TEXT (codings too), approve, retain-until=YYYY-MM-DD (exhibits too),",
            "              content-note=violence,sexual-violence,self-harm,harm-to-children or none (codings too)",
            "Witnesses:    same-as=ID, distinct-from=ID, vantage=member|contact|officer|outsider",
            "              restrict, lift (names too; see 'afterword subject --help')",
            "Pictures:     show, show=X,Y,WIDTH,HEIGHT;…, withhold, describe=TEXT (see 'afterword picture --help')",
            "              knows=ID, prompted-by=ID, unconnected=ID, drew-on=TEXT (a leak, a document, a talk)",
            "Codings:      incident=NAME, not-incident=NAME (see 'afterword incidents --help')",
            "Groups:       baseline, also=NAME, predecessor=NAME, successor=NAME, split-from=NAME, section-of=NAME,",
            "              sister=NAME, claimed=COUNT, observed=COUNT, each with (2011) or (2009..2014) behind it;",
            "              reply=CODE: TEXT (what the group answers; reply=all: TEXT), asked-for-reply=YYYY-MM-DD,",
            "              not-asked-for-reply=WHY,",
            "              distinct-from=ID (the same letters, another group; see 'afterword groups --help')",
            "",
            "Examples:",
            "  afterword decide case.afterword 4h2k pseudonym --reason \"a private person\"",
            "  afterword decide case.afterword 4h2k keep=office-holder --reason \"elected, in the papers\" --confirm",
            "  afterword decide case.afterword --all historical-figure keep",
            "  afterword decide case.afterword --all proposals accept",
            "  afterword decide case.afterword --all undecided pseudonym --yes",
            "  afterword decide case.afterword 7w3q reject --coder anna --reason \"a price, not a demand\"",
            "  afterword decide case.afterword 7w3q accept --coder clara --adjudicates --reason \"he had to pay\"",
            "  afterword decide case.afterword --from decisions.jsonl",
            "",
            "The file has a line for each decision: {\"id\": \"4h2k…\", \"decision\": \"pseudonym\", \"reason\": \"…\"}",
            "\"confirmed\": true where a name is to be kept that wants it said twice, \"adjudicates\": true as --adjudicates.",
            "All of them are recorded, or none."
        })
final class DecideCommand extends CaseCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "What is decided about.")
    private @Nullable String id;

    @Parameters(index = "2", arity = "0..1", paramLabel = "DECISION", description = "See below.")
    private @Nullable String decision;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(names = "--confirm", description = "For keep: say a second time that this person's name is to stand.")
    private boolean confirm;

    @Option(
            names = "--all",
            paramLabel = "WHICH",
            description = "Decide about many at once, listed first and taken back as one: 'undecided' for every person"
                    + " who is not decided, 'places', 'groups', or 'names' for all of them; a role for all who are"
                    + " suggested to have it and are not decided; 'proposals' (accept or reject) for all that two names"
                    + " are one's, save those where several fit.")
    private @Nullable String all;

    @Option(
            names = "--adjudicates",
            description = "Settle what coders see differently, as a third: of a coding, accept, reject or change=….")
    private boolean adjudicates;

    @Option(names = "--yes", description = "With --all: record it without asking.")
    private boolean yes;

    @Option(names = "--from", paramLabel = "FILE", description = "Read decisions from a file of JSON lines.")
    private @Nullable Path from;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Decision> decisions = all == null ? recorded(opened) : many(opened, all, terminal);
        for (Decision made : decisions) {
            terminal.data(Row.of("decision", made.id())
                    .and("id", made.target())
                    .and("verdict", made.verdict().text()));
        }
        if (decisions.isEmpty()) {
            terminal.say("Nothing was recorded.");
            return Exit.DONE;
        }
        boolean one = decisions.getFirst().together().isPresent();
        terminal.say(Words.count(decisions.size(), "decision") + " recorded. 'afterword undo' takes "
                + (one ? "them back together." : "the last one back."));
        return Exit.DONE;
    }

    private List<Decision> recorded(Case opened) throws IOException {
        List<Request> requests = requests();
        try {
            return opened.deciding().record(requests);
        } catch (Refused refused) {
            if (requests.size() > 1 || refused.unconfirmed().isEmpty() || !Asking.confirms(standing(refused))) {
                throw refused;
            }
            Request asked = requests.getFirst();
            return opened.deciding()
                    .record(List.of(
                            new Request(asked.id(), asked.decision(), asked.reason(), true, asked.adjudicates())));
        }
    }

    private static String standing(Refused refused) {
        Cluster cluster = refused.unconfirmed().getFirst();
        return "The name " + cluster.name() + " would stand for all to read, " + Words.count(cluster.mentions(), "time")
                + " in " + Words.count(cluster.accounts(), "account") + ".";
    }

    private List<Decision> many(Case opened, String which, Terminal terminal) throws IOException {
        if (from != null || decision != null) {
            throw new UsageException("--all takes one DECISION and no ID: --all undecided pseudonym");
        }
        List<Many.Chosen> chosen = new Many(opened).chosen(which, id == null ? "" : id);
        for (Many.Chosen one : chosen) {
            terminal.say(one.id() + "  " + one.name() + "  " + one.decision()
                    + (one.why().isEmpty() ? "" : "  " + one.why()));
            if (!yes) {
                terminal.data(Row.of("would", one.decision())
                        .and("id", one.id())
                        .and("name", one.name())
                        .and("why", one.why()));
            }
        }
        if (chosen.isEmpty()) {
            return List.of();
        }
        terminal.flush();
        String what = Words.count(chosen.size(), which.equals("proposals") ? "proposal" : "name")
                + " would get that decision.";
        if (!yes && !Asking.goesOn(what)) {
            return List.of();
        }
        return opened.deciding()
                .recordTogether(chosen.stream()
                        .map(one ->
                                new Request(one.id().toString(), one.decision(), reason.isBlank() ? one.why() : reason))
                        .toList());
    }

    private List<Request> requests() throws IOException {
        if (from != null) {
            if (id != null) {
                throw new UsageException("either ID and DECISION, or --from FILE, not both");
            }
            return read(from);
        }
        if (id == null || decision == null) {
            throw new UsageException(
                    "what is decided? Give ID and DECISION, or --from FILE; see 'afterword decide --help'");
        }
        return List.of(new Request(id, decision, reason, confirm, adjudicates));
    }

    private static List<Request> read(Path file) throws IOException {
        List<Request> requests = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                requests.add(request(line, number));
            }
        }
        return requests;
    }

    private static List<String> lines(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder; --from takes a file with a decision on each line");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text; nothing was recorded");
        }
    }

    private static Request request(String line, int number) {
        try {
            JsonNode node = Frames.json().readTree(line);
            if (!node.path("id").isTextual() || !node.path("decision").isTextual()) {
                throw new UsageException(
                        "line " + number + " needs an \"id\" and a \"decision\"; nothing was recorded");
            }
            return new Request(
                    node.get("id").textValue(),
                    node.get("decision").textValue(),
                    node.path("reason").asText(""),
                    node.path("confirmed").asBoolean(false),
                    node.path("adjudicates").asBoolean(false));
        } catch (JsonProcessingException e) {
            throw new UsageException("line " + number + " is not JSON; nothing was recorded");
        }
    }
}
