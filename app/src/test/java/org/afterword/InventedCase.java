package org.afterword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;

/** The files of an invented case as a test needs them, read without the program's own readers. */
final class InventedCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InventedCase() {}

    /** Read from the sources: what was built before a renaming may still lie among the classes. */
    static Path folder(String name) {
        return Path.of("src", name.equals("demo") ? "main" : "test", "resources", name);
    }

    static JsonNode truth(Path folder) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("truth.json")));
    }

    static List<JsonNode> decisions(Path folder) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(folder.resolve("decisions.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    static List<Path> everyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The accounts' files, as truth names them: everything in a folder below. */
    static Set<String> accounts(Path folder) throws IOException {
        return everyFile(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.contains("/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file's text with the escapes of its format undone. */
    static String readable(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        String name = Objects.requireNonNull(file.getFileName()).toString();
        if (name.endsWith(".html")) {
            return Jsoup.parse(text).text();
        }
        if (name.endsWith(".json")) {
            return written(JSON.readTree(text)).collect(Collectors.joining("\n"));
        }
        if (name.endsWith(".jsonl")) {
            var lines = new ArrayList<String>();
            for (String line : text.lines().toList()) {
                written(JSON.readTree(line)).forEach(lines::add);
            }
            return String.join("\n", lines);
        }
        return text;
    }

    /** What stands in a page beside its text: the author in its head. */
    static String metadata(Path file) throws IOException {
        return file.toString().endsWith(".html")
                ? Jsoup.parse(Files.readString(file))
                        .select("meta[name=author]")
                        .attr("content")
                : "";
    }

    private static Stream<String> written(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(InventedCase::written);
        }
        return node.properties().stream()
                .flatMap(field -> Set.of("author", "title", "selftext", "body").contains(field.getKey())
                        ? Stream.of(field.getValue().asText())
                        : written(field.getValue()));
    }

    static Set<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> strings(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
