package org.afterword.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.people.Find;
import org.afterword.people.LearnedFinder;
import org.afterword.people.NameFinder;

/** Measures the finders of names on what others marked, and writes the tables: {@code ./train names --measure}. */
final class MeasureNames {
    private static final double LIKELY = .5;

    /** Titles are part of a name for some and not for others. */
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "judge", "prof");

    private MeasureNames() {}

    private interface Finder {
        List<Find> find(Spotted.Read text);
    }

    /**
     * @param arguments the folder with the data; the two pages to write; weights of the seeds, those that are shipped
     *     first
     */
    @SuppressWarnings("SystemOut") // a program for the terminal
    public static void main(String[] arguments) throws IOException, EncoderUnavailable {
        Path data = Path.of(arguments[0]);
        var finders = new LinkedHashMap<String, List<Finder>>();
        finders.put(
                "rules, what is likely",
                List.of(text -> likely(NameFinder.find(text.marked().text()))));
        finders.put("rules, all", List.of(text -> NameFinder.find(text.marked().text())));
        var balanced = new ArrayList<Finder>();
        var recall = new ArrayList<Finder>();
        var both = new ArrayList<Finder>();
        var bothRecall = new ArrayList<Finder>();
        List<String> files = List.of(arguments).subList(3, arguments.length);
        var models = new HashSet<Sha256>();
        for (String file : files) {
            NameWeights weights = NameWeights.read(Files.readAllBytes(Path.of(file)));
            models.add(weights.model());
            var tagger = new NameTagger(weights, "");
            balanced.add(text -> finds(tagger, text, false));
            recall.add(text -> finds(tagger, text, true));
            both.add(text -> joined(tagger, text, false));
            bothRecall.add(text -> joined(tagger, text, true));
        }
        finders.put("learned, balanced", balanced);
        finders.put("learned, recall", recall);
        finders.put("both, balanced", both);
        finders.put("both, recall", bothRecall);
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "Means of %d %s; the first, with weights %s, is what the program ships.%n",
                files.size(),
                files.size() == 1 ? "seed" : "seeds",
                Sha256.of(Files.readAllBytes(Path.of(files.getFirst()))).hex().substring(0, 12)));
        try (Encoder encoder = Encoder.open()) {
            if (!models.equals(Set.of(encoder.hash()))) {
                throw new IOException("the weights are for another model; train anew");
            }
            for (Map.Entry<String, List<Marked>> set : sets(data).entrySet()) {
                List<Spotted.Read> texts = set.getValue().stream()
                        .map(one -> Spotted.Read.of(one, encoder))
                        .toList();
                table.append(table(set.getKey(), texts, finders));
                System.err.println("measured: " + set.getKey());
            }
        }
        System.out.print(table);
        for (Path page : List.of(Path.of(arguments[1]), Path.of(arguments[2]))) {
            renew(page, table.toString());
        }
    }

    private static Map<String, List<Marked>> sets(Path data) throws IOException {
        var sets = new LinkedHashMap<String, List<Marked>>();
        List<Marked> posts = Marked.read(data.resolve("wnut17/emerging.dev.conll"));
        List<Marked> tweets = Marked.read(data.resolve("btc/btc.dev"));
        sets.put("WNUT-17, development part", posts);
        sets.put(
                "the same in lower case",
                posts.stream().map(Marked::inLowerCase).toList());
        sets.put("Broad Twitter Corpus, development part", tweets);
        sets.put(
                "the same in lower case ",
                tweets.stream().map(Marked::inLowerCase).toList());
        sets.put("Text Anonymization Benchmark, 113 court cases", cases(data.resolve("tab/tab_113.jsonl")));
        return sets;
    }

    private static List<Marked> cases(Path file) throws IOException {
        var all = new ArrayList<Marked>();
        var json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(file)) {
            JsonNode one = json.readTree(line);
            String text = one.path("text").asText();
            var names = new ArrayList<Marked.Name>();
            for (JsonNode entity : one.path("entities")) {
                if (entity.path("entity_type").asText().equals("PERSON")) {
                    int start = text.offsetByCodePoints(
                            0, entity.path("start_offset").asInt());
                    int end =
                            text.offsetByCodePoints(0, entity.path("end_offset").asInt());
                    names.add(new Marked.Name(new Span(start, end), 1));
                }
            }
            all.add(new Marked(text, names));
        }
        return all;
    }

    private static List<Find> likely(List<Find> finds) {
        return finds.stream().filter(find -> find.score() >= LIKELY).toList();
    }

    private static List<Find> finds(NameTagger tagger, Spotted.Read text, boolean recall) {
        return tagger.find(text.marked().text(), text.encoded(), recall).stream()
                .map(one -> new Find(one.span(), one.span().of(text.marked().text()), one.kind(), "", one.score()))
                .toList();
    }

    private static List<Find> joined(NameTagger tagger, Spotted.Read text, boolean recall) {
        String words = text.marked().text();
        return LearnedFinder.join(words, tagger.find(words, text.encoded(), recall), recall);
    }

    private static String table(String set, List<Spotted.Read> texts, Map<String, List<Finder>> finders) {
        int persons = texts.stream()
                .mapToInt(text -> (int) text.marked().names().stream()
                        .filter(name -> name.label() == 1)
                        .count())
                .sum();
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n| %s: %,d persons | F1 | precision | recall | touched as a person | touched | words: recall | words:"
                        + " precision | finds |%n|---|--:|--:|--:|--:|--:|--:|--:|--:|%n",
                set.strip(),
                persons));
        finders.forEach((name, several) -> {
            var columns = new double[8];
            for (Finder finder : several) {
                double[] one = figures(texts, finder);
                for (int i = 0; i < columns.length; i++) {
                    columns[i] += one[i] / several.size();
                }
            }
            table.append("| ").append(name);
            for (int i = 0; i < columns.length; i++) {
                table.append(String.format(Locale.ROOT, i == 7 ? " | %,.0f" : " | %.3f", columns[i]));
            }
            table.append(" |\n");
        });
        return table.toString().replace(System.lineSeparator(), "\n");
    }

    private static double[] figures(List<Spotted.Read> texts, Finder finder) {
        var spotted = new Spotted(0, 0, 0, 0);
        int touched = 0;
        int words = 0;
        int wordsFound = 0;
        int foundWords = 0;
        int foundRight = 0;
        int finds = 0;
        for (Spotted.Read text : texts) {
            List<Find> found = finder.find(text).stream()
                    .filter(find -> !find.kind().contact() && find.kind() != IdentityKind.HANDLE)
                    .toList();
            finds += found.size();
            List<Span> persons = found.stream()
                    .filter(find -> find.kind() == IdentityKind.PERSON)
                    .map(Find::span)
                    .toList();
            spotted = spotted.and(text.marked(), persons);
            List<Span> marked = text.marked().names().stream()
                    .filter(name -> name.label() == 1)
                    .map(Marked.Name::span)
                    .toList();
            touched += (int) marked.stream()
                    .filter(one -> found.stream().anyMatch(find -> find.span().overlaps(one)))
                    .count();
            for (Token token : Token.of(text.marked().text())) {
                if (token.shape() == Token.Shape.MARK
                        || TITLES.contains(token.text().toLowerCase(Locale.ROOT))) {
                    continue;
                }
                boolean is = marked.stream().anyMatch(token.span()::overlaps);
                boolean said = persons.stream().anyMatch(token.span()::overlaps);
                words += is ? 1 : 0;
                wordsFound += is && said ? 1 : 0;
                foundWords += said ? 1 : 0;
                foundRight += is && said ? 1 : 0;
            }
        }
        return new double[] {
            spotted.f1(),
            share(spotted.exact(), spotted.found()),
            share(spotted.exact(), spotted.marked()),
            share(spotted.touched(), spotted.marked()),
            share(touched, spotted.marked()),
            share(wordsFound, words),
            share(foundRight, foundWords),
            finds
        };
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static void renew(Path page, String table) throws IOException {
        String begin = "<!-- learned names: begin, written by a command -->\n";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf("\n<!-- learned names: end -->", from);
        if (from < 0 || to < 0) {
            throw new IOException(page + " has no place for the tables");
        }
        Files.writeString(page, text.substring(0, from + begin.length()) + table + text.substring(to));
    }
}
