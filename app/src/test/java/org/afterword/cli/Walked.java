package org.afterword.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.casefile.Frames;

/** The README's second example on invented files, as far as a test wants to go. */
final class Walked {
    /** The account whose author wants nothing of it used. */
    static final String NOT_TO_BE_USED = "please-do-not-use.txt";

    /** The account that may be told in other words only. */
    static final String TO_BE_REWORDED = "the-tea-and-the-ledger.md";

    /** What a person makes of a passage of it. */
    static final String WORDING = "A school friend has kept silent towards this witness ever since.";

    /** Names in the files that the finders do not see; a person adds them. */
    static final List<String> NOBODY_FOUND = List.of("Bats", "Mark O'Rafferdy");

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Map<String, String> BY_KIND = Map.of(
            "person", "pseudonym",
            "handle", "pseudonym",
            "place", "generalise=a place in the north",
            "group", "redact",
            "unknown", "redact");

    final CommandLine line;
    final Path folder;
    final String file;

    private Walked(CommandLine line, Path folder, String file) {
        this.line = line;
        this.folder = folder;
        this.file = file;
    }

    /** A case with both groups in it, and suggestions. */
    static Walked suggested(Path folder) throws IOException {
        var line = new CommandLine(folder);
        Path exports = Files.createDirectory(folder.resolve("exports"));
        copy(RESOURCES.resolve("planted/exports"), exports);
        copy(RESOURCES.resolve("walk/group"), exports);
        Path rowing = Files.createDirectory(folder.resolve("rowing"));
        copy(RESOURCES.resolve("walk/rowing"), rowing);
        var walked = new Walked(line, folder, folder.resolve("case.afterword").toString());
        CommandLine.cheap(walked.file);
        walked.done("add", exports.toString(), "--group", "The group");
        walked.done("add", rowing.toString(), "--group", "A rowing club", "--baseline");
        walked.done("suggest");
        return walked;
    }

    /** The same with a name added by hand, and everything decided. */
    static Walked decided(Path folder) throws IOException {
        Walked walked = suggested(folder);
        NOBODY_FOUND.forEach(name -> walked.done("people", "--add", name));
        walked.decide(walked.everything());
        walked.line.settle("publish", walked.file, folder.resolve("refused").toString(), "--json");
        return walked;
    }

    /** Goes on with a copy of the case, so that another test finds it as it was. */
    Walked copied(Path to) throws IOException {
        Path copy = Files.copy(Path.of(file), to.resolve("case.afterword"));
        return new Walked(line, to, copy.toString());
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(one.getFileName()));
            }
        }
    }

    CommandLine.Answer type(String command, String... more) {
        return line.type(arguments(command, more));
    }

    CommandLine.Answer done(String command, String... more) {
        return line.done(arguments(command, more));
    }

    List<JsonNode> json(String command, String... more) {
        var all = new ArrayList<>(List.of(more));
        all.add("--json");
        return done(command, all.toArray(String[]::new)).json();
    }

    private String[] arguments(String command, String... more) {
        var all = new ArrayList<>(List.of(command, file));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The account that came from the file. */
    JsonNode account(String name) {
        return json("accounts").stream()
                .filter(account -> account.path("file").asText().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    void decide(List<String> lines) throws IOException {
        Path decisions = Files.write(folder.resolve("decisions.jsonl"), lines);
        done("decide", "--from", decisions.toString());
    }

    /** A line for whatever has an id. */
    List<String> everything() {
        var lines = new ArrayList<String>();
        names(lines);
        for (JsonNode passage : json("passages")) {
            String id = passage.get("id").asText();
            lines.add(decision(id, "accept"));
            if (passage.get("file").asText().endsWith(TO_BE_REWORDED)) {
                lines.add(decision(id, "reword=" + WORDING));
            }
        }
        json("copies").forEach(copy -> lines.add(decision(copy.get("id").asText(), "accept")));
        for (JsonNode account : json("accounts")) {
            String id = account.get("id").asText();
            String name = account.get("file").asText();
            lines.add(decision(id, "consent=" + consent(name)));
            List.of("public=no", "read", "approve").forEach(what -> lines.add(decision(id, what)));
        }
        return lines;
    }

    /** A line for every name that nobody has decided. */
    void names(List<String> lines) {
        for (JsonNode named : json("people", "--undecided")) {
            lines.add(decision(
                    named.get("id").asText(),
                    BY_KIND.getOrDefault(named.get("kind").asText(), "redact")));
        }
    }

    private static String consent(String file) {
        return file.endsWith(NOT_TO_BE_USED) ? "none" : file.endsWith(TO_BE_REWORDED) ? "reworded" : "verbatim";
    }

    static String decision(String id, String what) {
        return Frames.json()
                .createObjectNode()
                .put("id", id)
                .put("decision", what)
                .put("reason", "for the test")
                .toString();
    }

    /** Every file of a site, by its name. */
    static Map<String, byte[]> bytes(Path site) throws IOException {
        var all = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                all.put(site.relativize(one).toString(), Files.readAllBytes(one));
            }
        }
        return all;
    }
}
