package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the documents show can be typed, and what they point to is there. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\s*(?:\\$ )?(?:\\./)?afterword +([^\\n]+)$");
    private static final Pattern QUOTED = Pattern.compile("[`'](?:\\./)?afterword +([^`'\\n]+)[`']");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    @Test
    void everyCommandThatIsShownCanBeTyped() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path document : documents()) {
            texts.put(ROOT.relativize(document).toString(), Files.readString(document));
        }
        var program = Main.program();
        footers(program.getCommandSpec(), texts);
        int shown = 0;
        var wrong = new ArrayList<String>();
        for (var text : texts.entrySet()) {
            for (Pattern pattern : List.of(SHOWN, QUOTED)) {
                for (String typed : pattern.matcher(text.getValue())
                        .results()
                        .map(result -> result.group(1).replaceFirst("\\s+#.*$|\\s{3,}.*$", ""))
                        .toList()) {
                    shown++;
                    parse(typed)
                            .ifPresent(problem -> wrong.add(text.getKey() + ": afterword " + typed + ": " + problem));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(shown > 30, shown + " commands");
    }

    private static void footers(CommandSpec command, Map<String, String> texts) {
        texts.put(
                command.qualifiedName() + " --help",
                String.join("\n", command.usageMessage().footer()));
        command.subcommands().values().forEach(sub -> footers(sub.getCommandSpec(), texts));
    }

    /** Words in capitals stand for something; a command that is only named needs no arguments. */
    private static Optional<String> parse(String typed) {
        List<String> words = WORD.matcher(typed)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.equals("N") ? "1" : word)
                .toList();
        var program = Main.program();
        if (words.size() == 1 && program.getSubcommands().containsKey(words.getFirst())) {
            return Optional.empty();
        }
        try {
            program.parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void everyLinkLeadsToAFileThatIsThere() throws IOException {
        int links = 0;
        var dead = new ArrayList<String>();
        for (Path document : documents()) {
            for (String link : LINK.matcher(Files.readString(document))
                    .results()
                    .map(result -> result.group(1))
                    .filter(target -> !target.startsWith("#") && !target.contains("://"))
                    .toList()) {
                links++;
                if (Files.notExists(document.resolveSibling(link.replaceFirst("#.*$", "")))) {
                    dead.add(ROOT.relativize(document) + ": " + link);
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(links > 5);
    }
}
