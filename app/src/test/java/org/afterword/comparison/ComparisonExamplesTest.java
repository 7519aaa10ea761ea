package org.afterword.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.coding.Codebook;
import org.afterword.model.Account;
import org.afterword.model.Polarity;
import org.afterword.model.Vantage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of comparison in {@code docs/method.md}, as they stand there; and the questionnaire. */
class ComparisonExamplesTest {
    private static final Path DOCUMENT = Stream.of(Path.of("docs/method.md"), Path.of("../docs/method.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    private static final Pattern EXAMPLE = Pattern.compile("```(comparison|codes)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PEOPLE = Pattern.compile(
            "(.+?)( \\(ordinary\\))?: (\\d+) (nameless )?(\\w+)s(?:, (\\d+) say so)?(?:, (\\d+) deny)?");

    @TestFactory
    List<DynamicTest> examples() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        Matcher examples = EXAMPLE.matcher(Files.readString(DOCUMENT));
        while (examples.find()) {
            boolean codes = examples.group(1).equals("codes");
            String text = examples.group(2);
            tests.add(DynamicTest.dynamicTest(text.lines().findFirst().orElse(""), () -> run(text, codes)));
        }
        assertEquals(6, tests.size(), "the document has its examples");
        return tests;
    }

    private static void run(String text, boolean codes) {
        var told = new Told(1);
        var expected = new ArrayList<String>();
        text.lines().forEach(line -> {
            if (line.startsWith("=> ")) {
                expected.add(line.substring(3));
            } else {
                Matcher people = PEOPLE.matcher(line);
                assertTrue(people.matches(), line);
                add(told, people);
            }
        });
        assertEquals(expected, codes ? codes(told) : compared(told));
    }

    private static void add(Told told, Matcher people) {
        String group = people.group(1);
        if (!told.groups.containsKey(group)) {
            told.group(group, people.group(2) != null);
        }
        int say = number(people.group(6));
        int deny = number(people.group(7));
        for (int i = 0; i < number(people.group(3)); i++) {
            String name = people.group(4) == null ? "person" + told.accounts.size() : "";
            Account account = told.tells(
                    group,
                    name,
                    i < say ? List.of(Polarity.REPORTS) : i < say + deny ? List.of(Polarity.DENIES) : List.of());
            told.read(account);
            told.from(account, people.group(5));
        }
    }

    private static int number(String text) {
        return Optional.ofNullable(text).map(Integer::parseInt).orElse(0);
    }

    private static List<String> compared(Told told) {
        List<Comparison> comparisons = Told.compare(told.sides());
        assertEquals(1, comparisons.size());
        return switch (comparisons.getFirst().outcome()) {
            case Comparison.TooFew few -> List.of(few.sentence());
            case Comparison.Counted counted -> Wording.lines(counted.rows().getFirst());
        };
    }

    private static List<String> codes(Told told) {
        var lines = new ArrayList<String>();
        for (Discrimination one : Discrimination.of(told.pooled(), told.sides(), Codebook.practices())) {
            assertEquals(Vantage.LEAVER, one.from());
            switch (one.outcome()) {
                case Discrimination.TooFew few -> lines.add(few.sentence());
                case Discrimination.Counted counted -> {
                    lines.add(counted.tells().sentence());
                    lines.addAll(Wording.lines(counted));
                }
            }
        }
        return lines;
    }

    @Test
    void theQuestionnaireAsksForEveryPracticeOnce() {
        List<String> asked = Questionnaire.text()
                .lines()
                .filter(line -> line.startsWith("<!-- "))
                .map(line -> line.substring(5, line.length() - 4))
                .sorted()
                .toList();
        assertEquals(
                Codebook.practices().codes().stream()
                        .map(code -> code.id())
                        .sorted()
                        .toList(),
                asked);
        assertTrue(Questionnaire.lines().stream().noneMatch(line -> line.contains("practice/")));
    }
}
