package org.afterword.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many of the marked facts are found, and read rightly; {@code -Dafterword.write=true} writes it down. */
class FactQualityTest {
    private static final Path PAGE = Path.of("../docs/quality.md");
    private static final String BEGIN = "<!-- facts: begin, written by a command -->";
    private static final String END = "<!-- facts: end -->";
    private static final List<String> PARTS = List.of("development", "held-out", "late");
    private static final double ENOUGH = 0.9;

    @Test
    void mostIsFoundAndReadRightly() {
        Measured measured = Measured.of(MarkedFacts.of("held-out"));
        Measured.Counts all = measured.all();
        assertTrue(all.precision() >= ENOUGH, measured.toString());
        assertTrue(all.recall() >= ENOUGH, measured.toString());
        assertTrue(all.readRight() >= ENOUGH, measured.toString());
    }

    @Test
    void theSetIsLarge() {
        List<MarkedFacts> all =
                PARTS.stream().flatMap(part -> MarkedFacts.of(part).stream()).toList();
        assertTrue(all.size() >= 150, all.size() + " accounts");
        assertTrue(all.stream().mapToInt(one -> one.gold().size()).sum() >= 150);
        assertTrue(all.stream().filter(one -> one.gold().isEmpty()).count() >= 20, "some have none");
    }

    @Test
    void theDocumentedFiguresAreTheseFigures() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertTrue(begin >= 0 && end > begin, "docs/quality.md has lost the markers of its section on facts");
        String now = page.substring(0, begin + BEGIN.length()) + "\n\n" + tables() + page.substring(end);
        if (Boolean.getBoolean("afterword.write")) {
            Files.writeString(PAGE, now);
        } else {
            assertEquals(now, page, "docs/quality.md lags behind: run this with -Dafterword.write=true");
        }
    }

    private static String tables() {
        var text = new StringBuilder();
        for (String part : PARTS) {
            List<MarkedFacts> accounts = MarkedFacts.of(part);
            Measured measured = Measured.of(accounts);
            if (Boolean.getBoolean("afterword.show")) {
                System.out.println(part + "\n" + measured);
            }
            text.append("### Facts in the ")
                    .append(part)
                    .append(" accounts (")
                    .append(accounts.size())
                    .append(", ")
                    .append(accounts.stream()
                            .filter(one -> one.gold().isEmpty())
                            .count())
                    .append(" of them without any)\n\n")
                    .append("| kind | marked | found | suggested | precision | recall | read rightly |\n")
                    .append("|---|--:|--:|--:|--:|--:|--:|\n");
            Stream.concat(measured.byType.entrySet().stream(), Stream.of(java.util.Map.entry("all", measured.all())))
                    .forEach(one -> row(text, one.getKey(), one.getValue()));
            Measured.Counts amounts = measured.byType.get("amount");
            text.append(String.format(
                    Locale.ROOT,
                    "\nOf %d amounts found, %d have the right kind (asked, pledged, given, …).\n\n",
                    amounts.found,
                    amounts.kind));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String kind, Measured.Counts counts) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.2f | %.2f | %d |\n",
                kind.equals("lasting") ? "length of time" : kind,
                counts.marked,
                counts.found,
                counts.suggested,
                counts.precision(),
                counts.recall(),
                counts.read));
    }
}
