package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.people.OrdinaryWords;
import org.junit.jupiter.api.Test;

/** Names that are ordinary words: seen nowhere in an account that names their bearer, and never refused as words. */
class OrdinaryNamesTest {
    private static final long SEED = 20261121;
    private static final int NAMES = 400;
    /** Before a surname these are titles or particles, and no names. */
    private static final Set<String> NO_FIRST_NAMES = Set.of("Dame", "Lady", "Lord", "Miss", "Den");

    private static final List<String> PLANTED = List.of(
            "%s and Tendai worked together.",
            "%s said no.",
            "%s's plan was tried.",
            "%s’s plan failed.",
            "%s, who ran the evenings, left.",
            "%s left early.",
            "We asked %s about it.",
            "It was late, %s thought.",
            "They took %s's keys.",
            "For %s it was hard.",
            "“%s was there,” they told me.",
            "(%s came later.)",
            "It ended so: %s went home.",
            "Nobody came…  %s stayed.",
            "No! %s and I stayed.",
            "- %s: hello",
            "* %s wept.",
            "Bread from %s, too.",
            "IT WAS LONG AFTER %S HAD GONE.",
            "What Nobody Knew About %s Before Winter",
            "We went with Tendai and %s.");

    @Test
    void noneIsSeenWhereItsBearerIsNamed() throws IOException {
        var words = ordinary();
        Collections.shuffle(words, new Random(SEED));
        var seen = new ArrayList<String>();
        for (String word : words.subList(0, NAMES)) {
            for (String full : List.of("Vimbai " + word, word + " Zarvandyan")) {
                if (full.startsWith(word) && NO_FIRST_NAMES.contains(word)) {
                    continue;
                }
                var contents = ListContents.empty();
                Identity person = contents.person(full);
                var lines = new ArrayList<String>();
                lines.add("It was " + full + " who opened the door.");
                PLANTED.forEach(line -> lines.add(
                        line.contains("%S")
                                ? line.replace("%S", word.toUpperCase(Locale.ROOT))
                                : line.formatted(word)));
                Collections.shuffle(lines, new Random(SEED));
                Account account = contents.account(String.join("\n", lines) + " " + String.join(" ", lines));
                contents.mention(person, account, full);
                contents.decide(person, "pseudonym=Qwexley");
                String shown = Fixture.protection(contents).protect(account).text();
                Pattern name =
                        Pattern.compile("(?<!\\p{L})(?:" + word + "|" + word.toUpperCase(Locale.ROOT) + ")(?!\\p{L})");
                name.matcher(shown)
                        .results()
                        .forEach(found -> seen.add(full + ": "
                                + shown.substring(
                                        Math.max(0, found.start() - 20), Math.min(shown.length(), found.end() + 20))));
            }
        }
        assertEquals(List.of(), seen, "seed " + SEED);
    }

    @Test
    void wordsStayWordsWhereTheNextOneShowsIt() {
        var contents = ListContents.empty();
        for (String name : List.of("Will Ashby", "May Orme", "Mark Stone", "Grant Ely", "April Denby", "Can Yildrim")) {
            Identity person = contents.person(name);
            contents.decide(person, "pseudonym");
        }
        String words = "Will you come? May I ask? Mark my words. Grant me that. May 2019 was cold. Can we leave? In May"
                + " it rained. April 3 was a Tuesday.\nWill the house be sold? They may. In April they did.";
        Account account =
                contents.account("Will Ashby, May Orme, Mark Stone, Grant Ely, April Denby, Can Yildrim. " + words);
        for (Identity person : contents.identities()) {
            contents.mention(person, account, person.name());
        }
        String shown = Fixture.protection(contents).protect(account).text();
        assertTrue(shown.endsWith(". " + words), shown);
    }

    /** As a chat has whose other side is called by another name in it. */
    @Test
    void aTitleThatIsNothingButANameNamesSomebody() {
        var contents = ListContents.empty();
        contents.decide(contents.person("Wren Zarvandyan"), "redact");
        for (String title : List.of("Wren", " Wren\n", "Wren Zarvandyan", "wren")) {
            Account account = contents.account(title, "Good morning", Optional.empty(), Optional.empty());
            String shown = Fixture.protection(contents).title(account).text();
            assertEquals(title.replaceAll("(?i)wren( zarvandyan)?", "[name left out]"), shown);
        }
        Account account = contents.account("Wren seen at the hall", "", Optional.empty(), Optional.empty());
        assertEquals(
                "Wren seen at the hall",
                Fixture.protection(contents).title(account).text());
    }

    @Test
    void theScanRefusesWhatANextWordTellsAndNoSentenceOfTheProgram() throws IOException {
        var contents = ListContents.empty();
        for (String word : ordinary()) {
            contents.decide(contents.person(word + " Zarvandyan"), "redact");
            contents.decide(contents.person("Vimbai " + word), "redact");
        }
        Scan scan = Scan.of(Fixture.protection(contents));
        for (String leak : List.of(
                "North and Vimbai worked together",
                "Marsh said no",
                "Field's plan",
                "then North left",
                "We saw Rose")) {
            assertFalse(
                    scan.scan("a.html", leak.getBytes(StandardCharsets.UTF_8)).isEmpty(), leak);
        }
        var strings = new Properties();
        try (InputStream in = Objects.requireNonNull(
                OrdinaryNamesTest.class.getResourceAsStream("/org/afterword/page/strings_en.properties"))) {
            strings.load(in);
        }
        var refused = new ArrayList<String>();
        for (String key : strings.stringPropertyNames()) {
            String page = "<p>" + strings.getProperty(key) + "</p>";
            if (!scan.scan("a.html", page.getBytes(StandardCharsets.UTF_8)).isEmpty()) {
                refused.add(strings.getProperty(key));
            }
        }
        assertEquals(List.of(), refused);
    }

    /** The pages about this program, as far as nobody is named in them: at most one in 100,000 words is refused. */
    @Test
    void ordinaryTextIsNotRefused() throws IOException {
        var contents = ListContents.empty();
        for (String name : List.of(
                "Will Ashby",
                "Rose Tandy",
                "Grant Ely",
                "May Orme",
                "Paris Hyatt",
                "Ilse Marx",
                "Mark Stone",
                "Hope Tarvin",
                "Faith Orvis",
                "Grace Marlowe",
                "Bill Quist",
                "Sue Dorran",
                "Pat Ulme",
                "Frank Ibsley",
                "Joy Harrop",
                "Summer Veld",
                "Dawn Cresk",
                "Christian Yarrow",
                "Art Selby")) {
            contents.decide(contents.person(name), "redact");
        }
        Scan scan = Scan.of(Fixture.protection(contents));
        int words = 0;
        var refused = new ArrayList<String>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            words += text.split("\\s+", -1).length;
            List<String> lines = text.lines().toList();
            scan.scan("page.txt", text.getBytes(StandardCharsets.UTF_8)).stream()
                    .map(leak -> page.getFileName() + " " + leak.where() + " "
                            + lines.get(Integer.parseInt(leak.where().replaceAll("\\D", "")) - 1))
                    .forEach(refused::add);
        }
        assertTrue(words > 25_000, words + " words");
        assertTrue(refused.size() <= words / 100_000, () -> String.join("\n", refused));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("..", "docs"))) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Words of the list that are names too, written large. */
    private static List<String> ordinary() throws IOException {
        var words = new TreeSet<String>(List.of("North", "Young", "Field", "Rose", "King", "Stone", "Long", "Small"));
        try (InputStream in = Objects.requireNonNull(OrdinaryWords.class.getResourceAsStream("ordinary-words.txt"))) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String names = list.substring(list.indexOf("# Words that are given names"));
            names.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> word.length() > 2 && !NameOrWord.small(word))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .forEach(words::add);
        }
        return new ArrayList<>(words);
    }
}
