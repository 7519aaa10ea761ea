package org.afterword.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.afterword.model.Account;
import org.afterword.model.Span;

/**
 * A piece of a novel in which people marked who is meant (LitBank, CC-BY 4.0): of the marks those of persons by name.
 *
 * @param gold not two at one place
 */
record LitBank(String name, Account account, List<Named> gold) {
    private static final Set<String> CLOSING = Set.of(
            ".", ",", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "n’t", "''", "”", "'ll", "'m", "'d", "'re");
    private static final Set<String> OPENING = Set.of("(", "[", "``", "“");

    /** @param entity who; a name that others do not bear where the marks leave it open */
    record Named(Span span, String entity) {}

    static List<LitBank> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var all = new ArrayList<LitBank>();
            for (Path marks : files.filter(file -> file.toString().endsWith(".ann"))
                    .sorted()
                    .toList()) {
                all.add(of(marks));
            }
            return all;
        }
    }

    /** Whether it may be looked at; three in ten are held out. */
    boolean development() {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % 10 < 7;
    }

    private static LitBank of(Path marks) throws IOException {
        String name = marks.getFileName().toString().replace(".ann", "");
        var text = new StringBuilder();
        var tokens = new ArrayList<List<Span>>();
        for (String line : Files.readAllLines(marks.resolveSibling(name + ".txt"))) {
            tokens.add(append(line, text));
        }
        var entities = new HashMap<String, String>();
        List<List<String>> lines = Files.readAllLines(marks).stream()
                .map(line -> List.of(line.split("\t")))
                .toList();
        for (List<String> line : lines) {
            if (line.getFirst().equals("COREF")) {
                entities.put(line.get(1), line.get(2));
            }
        }
        var gold = new HashMap<Span, Named>();
        for (List<String> line : lines) {
            if (line.getFirst().equals("MENTION")
                    && line.get(7).equals("PER")
                    && line.get(8).equals("PROP")) {
                var span = new Span(
                        place(tokens, line, 2).start(), place(tokens, line, 4).end());
                gold.put(span, new Named(span, entities.getOrDefault(line.get(1), "only " + line.get(1))));
            }
        }
        List<Named> inOrder = gold.values().stream()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
        return new LitBank(name, Case.account(text.toString()), inOrder);
    }

    private static Span place(List<List<Span>> tokens, List<String> line, int at) {
        return tokens.get(Integer.parseInt(line.get(at))).get(Integer.parseInt(line.get(at + 1)));
    }

    /** A line of words with blanks between all of them, as people would type it. */
    private static List<Span> append(String line, StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        var spans = new ArrayList<Span>();
        String before = "(";
        for (String word : line.split(" ", -1)) {
            if (!CLOSING.contains(word) && !OPENING.contains(before)) {
                text.append(' ');
            }
            spans.add(new Span(text.length(), text.length() + word.length()));
            text.append(word);
            before = word;
        }
        return spans;
    }

    Map<Span, String> entities() {
        var entities = new HashMap<Span, String>();
        gold.forEach(named -> entities.put(named.span(), named.entity()));
        return entities;
    }
}
