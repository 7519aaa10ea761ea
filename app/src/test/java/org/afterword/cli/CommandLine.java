package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Frames;

/** Types commands, as a person would, with the passphrase in a file. */
final class CommandLine {
    static final String PASSPHRASE = "a lamp in every window";

    private final Path phrase;

    CommandLine(Path folder) throws IOException {
        phrase = Files.writeString(folder.resolve("phrase"), PASSPHRASE + "\n");
    }

    /** An empty case that opens fast. */
    static void cheap(String path) throws IOException {
        CheapCase.create(Path.of(path), PASSPHRASE);
    }

    record Answer(int exit, String out, String err) {
        /** One value a line. */
        List<JsonNode> json() {
            List<JsonNode> values = new ArrayList<>();
            for (String line : out.lines().toList()) {
                try {
                    values.add(Frames.json().readTree(line));
                } catch (JsonProcessingException e) {
                    throw new AssertionError("not JSON: " + line, e);
                }
            }
            return values;
        }
    }

    Answer type(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (!List.of("names", "--version", "--help").contains(arguments[0])) {
            all.add("--passphrase-file");
            all.add(phrase.toString());
        }
        return run(all);
    }

    /** Types a command, with another secret that opens the case. */
    static Answer with(Path secret, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--identity", secret.toString()));
        return run(all);
    }

    private static Answer run(List<String> all) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Main.run(out, err, all.toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    /** Publishes, and settles what the refusal says can be settled by one decision. */
    Answer publish(String file, Path site) {
        return settled("publish", file, site.toString(), "--json");
    }

    /**
     * Types a command; if it is refused, settles what the refusal says can be settled by one decision, and types it again.
     *
     * @param arguments the case second, and {@code --json}
     */
    Answer settled(String... arguments) {
        Answer first = settle(arguments);
        return first.exit() == Exit.REFUSED ? type(arguments) : first;
    }

    /** The same, but it is not typed again. */
    Answer settle(String... arguments) {
        Answer first = type(arguments);
        if (first.exit() != Exit.REFUSED) {
            return first;
        }
        for (JsonNode obstacle : first.json().getFirst().get("obstacles")) {
            JsonNode decisions = obstacle.get("decisions");
            if (!decisions.isEmpty()) {
                String decision = decisions.get(decisions.size() - 1).asText();
                done(
                        "decide",
                        arguments[1],
                        obstacle.get("target").asText(),
                        decision.endsWith("=") ? decision + "they would ask who wrote" : decision,
                        "--reason",
                        "told the teller, who takes it on");
            }
        }
        return first;
    }

    /** Types a command that must succeed. */
    Answer done(String... arguments) {
        Answer answer = type(arguments);
        assertEquals(0, answer.exit(), () -> String.join(" ", arguments) + ": " + answer.err() + answer.out());
        return answer;
    }
}
