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
import org.afterword.casefile.Frames;
import org.afterword.model.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decide",
        description = "Records what a person decides.",
        footer = {
            "",
            "Names:        keep, pseudonym, pseudonym=NAME, role=TEXT, generalise=TEXT, redact, not-a-name,",
            "              same-as=ID, distinct-from=ID",
            "Suggestions:  accept, reject, change=FIELD:VALUE,…  (fields: code, polarity, access, claim, group, span),",
            "              reword=TEXT",
            "Accounts:     consent=none|counts|reworded|verbatim|attributed, public=yes|no|deleted|unknown,",
            "              read, approve, retain-until=YYYY-MM-DD (exhibits too)",
            "Witnesses:    same-as=ID, distinct-from=ID, vantage=member|contact|officer|outsider",
            "              restrict, lift (names too; see 'afterword subject --help')",
            "Groups:       baseline, also=NAME",
            "",
            "Examples:",
            "  afterword decide case.afterword 4h2k pseudonym --reason \"a private person\"",
            "  afterword decide case.afterword --from decisions.jsonl",
            "",
            "The file has a line for each decision: {\"id\": \"4h2k…\", \"decision\": \"pseudonym\", \"reason\": \"…\"}",
            "All of them are recorded, or none."
        })
final class DecideCommand extends CaseCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "What is decided about.")
    private @Nullable String id;

    @Parameters(index = "2", arity = "0..1", paramLabel = "DECISION", description = "See below.")
    private @Nullable String decision;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(names = "--from", paramLabel = "FILE", description = "Read decisions from a file of JSON lines.")
    private @Nullable Path from;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        List<Decision> decisions = opened.deciding().record(requests());
        for (Decision made : decisions) {
            terminal.data(Row.of("decision", made.id())
                    .and("id", made.target())
                    .and("verdict", made.verdict().text()));
        }
        terminal.say(
                Words.count(decisions.size(), "decision") + " recorded. 'afterword undo' takes the last one back.");
        return Exit.DONE;
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
        return List.of(new Request(id, decision, reason));
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
                    node.path("reason").asText(""));
        } catch (JsonProcessingException e) {
            throw new UsageException("line " + number + " is not JSON; nothing was recorded");
        }
    }
}
