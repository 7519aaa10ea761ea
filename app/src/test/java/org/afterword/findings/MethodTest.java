package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.findings.Example.Saying;
import org.afterword.model.Account;
import org.afterword.model.Actor;
import org.afterword.model.Id;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples and the table of {@code docs/method.md}, as they stand there. */
final class MethodTest {
    private static final Path DOCUMENT = Stream.of(Path.of("docs/method.md"), Path.of("../docs/method.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();

    private static final List<Vantage> COLUMNS =
            List.of(Vantage.MEMBER, Vantage.OFFICER, Vantage.CONTACT, Vantage.OUTSIDER);

    private static final Pattern EXAMPLE = Pattern.compile("### ([^\n]+)|```example\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ACCOUNT = Pattern.compile(
            "(\\w+) by (\\S+) (says|reposts|quotes) ([^,]+?)(?:, interviewed by (\\S+) who says (.+))?");

    @TestFactory
    List<DynamicTest> examples() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        Matcher examples = EXAMPLE.matcher(Files.readString(DOCUMENT));
        String heading = "";
        while (examples.find()) {
            if (examples.group(1) != null) {
                heading = examples.group(1);
            } else {
                String text = examples.group(2);
                tests.add(
                        DynamicTest.dynamicTest(heading, () -> run(text.lines().toList())));
            }
        }
        assertTrue(tests.size() >= 11, "the document has its examples");
        return tests;
    }

    private static void run(List<String> lines) {
        var example = new Example();
        var unread = new HashSet<String>();
        var expected = new ArrayList<String>();
        for (String line : lines) {
            Matcher account = ACCOUNT.matcher(line);
            if (line.startsWith("=> ")) {
                expected.add(line.substring(3));
            } else if (line.startsWith("about ")) {
                example.code = line.substring(6);
            } else if (line.startsWith("unread ")) {
                unread.addAll(Arrays.asList(line.substring(7).split(" ", -1)));
            } else if (account.matches()) {
                add(example, account);
            } else {
                decide(example, line.split(" ", -1));
            }
        }
        example.accounts.forEach((key, account) -> {
            if (!unread.contains(key)) {
                example.read(account);
            }
        });
        Finding finding = example.finding();
        assertEquals(2, expected.size(), "an example has counts and a sentence");
        assertCounts(expected.getFirst(), finding);
        assertEquals(expected.getLast(), finding.told());
    }

    private static void add(Example example, Matcher line) {
        String name = line.group(2).equals("nobody") ? "" : line.group(2);
        switch (line.group(3)) {
            case "reposts" -> example.reposts(line.group(1), name, example.accounts.get(line.group(4)));
            case "quotes" -> example.quotes(line.group(1), name, example.accounts.get(line.group(4)));
            default -> {
                if (line.group(5) == null) {
                    example.tells(line.group(1), name, sayings(line.group(4)));
                } else {
                    example.asks(line.group(1), line.group(5), sayings(line.group(6)), name, sayings(line.group(4)));
                }
            }
        }
    }

    private static List<Saying> sayings(String words) {
        return words.equals("nothing")
                ? List.of()
                : Arrays.stream(words.split(" ", -1))
                        .map(word -> Saying.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)))
                        .toList();
    }

    private static void decide(Example example, String[] words) {
        assertEquals(3, words.length, String.join(" ", words));
        var speaker = speaker(example, words[0]);
        switch (words[1]) {
            case "is" -> example.contents.decide(speaker, "vantage=" + words[2]);
            case "drew-on" -> example.contents.decide(speaker, "drew-on=" + words[2]);
            case "distinct-from", "same-as", "knows", "prompted-by", "unconnected" ->
                example.contents.decide(speaker, words[1] + "=" + speaker(example, words[2]));
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private static Id speaker(Example example, String key) {
        Account account = example.accounts.get(key);
        return account.speakers().getLast().id();
    }

    private static void assertCounts(String expected, Finding finding) {
        var actual = new TreeMap<String, String>();
        actual.put("accounts", Integer.toString(finding.accounts()));
        actual.put("read", Integer.toString(finding.read()));
        actual.put("report", text(finding.report()));
        actual.put("first-hand", text(finding.firstHand()));
        actual.put("by-leadership", by(finding, Actor.LEADERSHIP));
        actual.put("by-peers", by(finding, Actor.PEERS));
        actual.put("hearsay", text(finding.hearsay()));
        actual.put("deny", text(finding.deny()));
        actual.put("mixed", text(finding.mixed()));
        actual.put("not-mentioned", text(finding.notMentioned()));
        actual.put("not-in-position", text(finding.notInPosition()));
        actual.put("all", text(finding.witnesses()));
        var named = new HashSet<String>();
        for (String part : expected.split(", ", -1)) {
            String[] both = part.split(" ", -1);
            named.add(both[0]);
            assertEquals(both[1], actual.get(both[0]), both[0]);
        }
        // what an example does not name is nothing
        actual.forEach((name, count) -> {
            if (!named.contains(name) && !Set.of("accounts", "read").contains(name)) {
                assertEquals("0", count, name);
            }
        });
    }

    private static String by(Finding finding, Actor actor) {
        return text(finding.by().getOrDefault(actor, new Range(0, 0)));
    }

    private static String text(Range range) {
        return range.low() == range.high() ? Integer.toString(range.low()) : range.low() + "-" + range.high();
    }

    @Test
    void theTableOfPositionsIsTheProgramsOwn() throws IOException {
        var rows = Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("| practice/"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
        assertEquals(13, rows.size());
        for (List<String> row : rows) {
            var code = code(row.getFirst());
            for (int i = 0; i < COLUMNS.size(); i++) {
                Position position = Position.of(code, List.of(COLUMNS.get(i)));
                assertEquals(row.get(i + 1), position.name().toLowerCase(Locale.ROOT), row.getFirst() + " " + i);
            }
        }
        assertEquals(
                Codebook.practices().codes().stream().map(Code::id).sorted().toList(),
                rows.stream().map(List::getFirst).sorted().toList());
    }

    private static Code code(String id) {
        return Example.codebook().codes().stream()
                .findFirst()
                .map(code -> new Code(
                        id,
                        code.parent(),
                        id,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        code.statement(),
                        List.of(),
                        Code.Cues.NONE))
                .orElseThrow();
    }
}
