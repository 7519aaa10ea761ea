package org.afterword;

import static org.afterword.InventedCase.accounts;
import static org.afterword.InventedCase.decisions;
import static org.afterword.InventedCase.everyFile;
import static org.afterword.InventedCase.folder;
import static org.afterword.InventedCase.metadata;
import static org.afterword.InventedCase.readable;
import static org.afterword.InventedCase.strings;
import static org.afterword.InventedCase.texts;
import static org.afterword.InventedCase.truth;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Access;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invented cases hold together: what is said about them is in them, and nothing in them leads to anybody. */
class DemoContentTest {
    private static final Set<String> PRACTICES = Stream.of(
                    "recruitment-step",
                    "money-demand",
                    "limits-on-outside-information",
                    "limits-on-internal-criticism",
                    "public-conformity",
                    "surveillance",
                    "use-of-personal-information",
                    "shunning-or-retaliation",
                    "love-bombing",
                    "exhaustion",
                    "sunk-cost",
                    "positive-experience",
                    "open-criticism")
            .map(practice -> "practice/" + practice)
            .collect(Collectors.toCollection(TreeSet::new));

    /** Only ever named, never fetched: the vocabulary of the pages' embedded data. */
    private static final String VOCABULARY = "https://schema.org";

    private static final Pattern HOST = Pattern.compile("(?:https?:)?//([^/\\s\"'<>:)]+)|[\\w.+-]+@([\\w.-]*\\w)");
    private static final Pattern BARE_DOMAIN = Pattern.compile(
            "\\b[\\w-]+\\.(?:com|org|net|info|eu|io|co|uk|us|de|fr|me|app|dev|social|blog)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("(?:\\+44[ -]?|\\b0)\\d{4}[ -]?\\d{6}\\b");
    private static final Pattern FICTIONAL_PHONE = Pattern.compile("(?:\\+44 |0)(?:1632 960|7700 900)\\d{3}");

    @ParameterizedTest
    @ValueSource(strings = {"demo", "planted"})
    void everyQuoteIsInItsFile(String name) throws Exception {
        Path folder = folder(name);
        var missing = new ArrayList<String>();
        for (JsonNode file : truth(folder).get("files")) {
            String text = readable(folder.resolve(file.get("file").asText()));
            for (String kind : List.of("passages", "amounts", "dates")) {
                for (JsonNode item : file.get(kind)) {
                    if (!text.contains(item.get("quote").asText())) {
                        missing.add(file.get("file").asText() + ": " + item.get("quote"));
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "planted"})
    void truthKnowsEveryFileAndEveryPractice(String name) throws Exception {
        Path folder = folder(name);
        JsonNode files = truth(folder).get("files");
        var known = new TreeSet<String>();
        var formats = new TreeSet<String>();
        var codes = new TreeSet<String>();
        for (JsonNode file : files) {
            known.add(file.get("file").asText());
            formats.add(file.get("format").asText());
            Set<String> speakers = texts(file.get("speakers"), "name");
            file.get("speakers").forEach(s -> Vantage.parse(s.get("vantage").asText()));
            for (JsonNode passage : file.get("passages")) {
                codes.add(passage.get("code").asText());
                Polarity.parse(passage.get("polarity").asText());
                Access.parse(passage.get("access").asText());
                Claim.parse(passage.get("claim").asText());
                assertTrue(speakers.contains(passage.get("speaker").asText()), passage::toString);
            }
        }
        assertAll(
                () -> assertEquals(accounts(folder), known),
                () -> assertEquals(
                        new TreeSet<>(Set.of("text", "markdown", "webpage", "transcript", "whatsapp", "reddit")),
                        formats),
                () -> assertEquals(PRACTICES, codes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "planted"})
    void nothingLeadsOutOfTheInventedWorld(String name) throws Exception {
        var real = new ArrayList<String>();
        for (Path file : everyFile(folder(name))) {
            String text = Files.readString(file).replace(VOCABULARY, "");
            HOST.matcher(text).results().map(DemoContentTest::host).forEach(host -> {
                if (!host.endsWith(".example")) {
                    real.add(file.getFileName() + ": " + host);
                }
            });
            Stream.concat(
                            BARE_DOMAIN.matcher(text).results().map(MatchResult::group),
                            PHONE.matcher(text)
                                    .results()
                                    .map(MatchResult::group)
                                    .filter(phone ->
                                            !FICTIONAL_PHONE.matcher(phone).matches()))
                    .forEach(found -> real.add(file.getFileName() + ": " + found));
        }
        assertEquals(List.of(), real);
    }

    /** A form that is also a word ("may") stands in more files than it names somebody in. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", "planted"})
    void everyFormOfEveryNameIsWhereTruthSaysAndNowhereElse(String name) throws Exception {
        Path folder = folder(name);
        JsonNode identities = truth(folder).get("identities");
        assertTrue(identities.size() >= 40, "planted names: " + identities.size());
        assertTrue(texts(identities, "custom").size() >= 15, "customs of naming");
        var wrong = new ArrayList<String>();
        for (JsonNode identity : identities) {
            for (JsonNode form : identity.get("forms")) {
                var whole = Pattern.compile(
                        "(?<!\\w)" + Pattern.quote(form.get("form").asText()) + "(?!\\w)",
                        Pattern.UNICODE_CHARACTER_CLASS);
                var found = new TreeSet<String>();
                for (String file : accounts(folder)) {
                    Path path = folder.resolve(file);
                    if (whole.matcher(readable(path) + "\n" + metadata(path)).find()) {
                        found.add(file);
                    }
                }
                Set<String> said = strings(form.get("files"));
                boolean right = form.has("alsoWord") ? found.containsAll(said) : found.equals(said);
                if (!right || said.isEmpty()) {
                    wrong.add(form + " but found in " + found);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "planted"})
    void contradictionsAndRelationsAreInTheFiles(String name) throws Exception {
        Path folder = folder(name);
        for (JsonNode contradiction : truth(folder).get("contradictions")) {
            for (String side : List.of("a", "b")) {
                JsonNode place = contradiction.get(side);
                String text = readable(folder.resolve(place.get("file").asText()));
                assertTrue(text.contains(place.get("quote").asText()), place::toString);
            }
        }
        for (String list : List.of("nearMisses", "rules", "accusationsAgainstTellers")) {
            for (JsonNode place : truth(folder).path(list)) {
                String text = readable(folder.resolve(place.get("file").asText()));
                assertTrue(text.contains(place.get("quote").asText()), place::toString);
            }
        }
        for (JsonNode relation : truth(folder).get("relations")) {
            assertTrue(accounts(folder).contains(relation.get("a").asText()), relation::toString);
            assertTrue(accounts(folder).contains(relation.get("b").asText()), relation::toString);
        }
    }

    @Test
    void bothGroupsHaveWitnessesEnoughToBeSetBesideEachOther() throws Exception {
        JsonNode truth = truth(folder("demo"));
        for (JsonNode group : truth.get("groups")) {
            var witnesses = new TreeSet<String>();
            for (JsonNode file : truth.get("files")) {
                if (file.get("group").equals(group.get("name"))) {
                    witnesses.addAll(texts(file.get("passages"), "witness"));
                }
            }
            assertTrue(witnesses.size() >= 5, () -> group + " has " + witnesses);
        }
    }

    @Test
    void theRepostHasTheWordsOfItsOriginal() throws Exception {
        Path folder = folder("demo");
        int reposts = 0;
        for (JsonNode relation : truth(folder).get("relations")) {
            if (relation.get("kind").asText().equals("repost")) {
                reposts++;
                String copy = readable(folder.resolve(relation.get("a").asText()));
                String original = readable(folder.resolve(relation.get("b").asText()));
                assertTrue(copy.contains("The original post can be found here"));
                long same = copy.lines().filter(original::contains).count();
                assertTrue(same >= 8, "lines of the original: " + same);
            }
        }
        assertEquals(1, reposts);
    }

    @Test
    void everyDecisionCanBeReadAndNamesWhatIsThere() throws Exception {
        Path folder = folder("demo");
        JsonNode truth = truth(folder);
        Set<String> names = texts(truth.get("identities"), "name");
        var consents = new TreeSet<String>();
        var decided = new TreeSet<String>();
        for (JsonNode line : decisions(folder)) {
            String decision = line.get("decision").asText();
            if (!decision.equals("same-as")) {
                Verdict.parse(decision);
            }
            if (decision.startsWith("consent=")) {
                consents.add(decision);
            }
            if (line.get("for").asText().equals("person")) {
                decided.add(line.get("name").asText());
                continue;
            }
            if (line.get("for").asText().equals("group")) {
                assertTrue(
                        texts(truth.get("groups"), "name")
                                .contains(line.get("name").asText()),
                        line::toString);
                continue;
            }
            if (line.get("for").asText().equals("rest")) {
                continue;
            }
            String file = line.get("file").asText();
            assertTrue(accounts(folder).contains(file), line::toString);
            if (line.has("quote")) {
                String quote = line.get("quote").asText();
                assertTrue(readable(folder.resolve(file)).contains(quote), line::toString);
                assertTrue(!line.has("passage") || line.get("passage").asText().startsWith(quote), line::toString);
                assertTrue(PRACTICES.contains(line.get("code").asText()), line::toString);
            }
        }
        assertAll(
                () -> assertEquals(
                        Set.of(
                                "consent=none",
                                "consent=counts",
                                "consent=reworded",
                                "consent=verbatim",
                                "consent=attributed"),
                        consents),
                () -> assertTrue(decided.containsAll(names), () -> "undecided: " + without(names, decided)));
    }

    @Test
    void oneNameIsLeftForAfterTheRefusalAndTextsThatBearItAreApprovedAfterIt() throws Exception {
        Path folder = folder("demo");
        var held = decisions(folder).stream()
                .filter(line -> line.path("when").asText().equals("after-refusal"))
                .toList();
        var people = held.stream()
                .filter(line -> line.get("for").asText().equals("person"))
                .toList();
        assertEquals(1, people.size());
        var bearing = new TreeSet<String>();
        for (JsonNode identity : truth(folder).get("identities")) {
            if (identity.get("name").equals(people.getFirst().get("name"))) {
                identity.get("forms").forEach(form -> bearing.addAll(strings(form.get("files"))));
            }
        }
        var early = decisions(folder).stream()
                .filter(line -> line.get("decision").asText().equals("approve"))
                .filter(line -> !line.has("when"))
                .map(line -> line.get("file").asText())
                .filter(bearing::contains)
                .toList();
        assertEquals(List.of(), early);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String host(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
