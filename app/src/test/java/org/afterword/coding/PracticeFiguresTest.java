package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.language.EncoderUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What is suggested by phrases and meaning together. {@code mvn test -Dtest=PracticeFiguresTest -Dafterword.write=true}
 * writes the tables; they are not compared in each test run, as quantised arithmetic differs between processors.
 */
class PracticeFiguresTest {
    private static final Path CARD = Path.of("../docs/models/practices.md");
    private static final String BEGIN = "<!-- practices: begin, written by a command -->";
    private static final String END = "<!-- practices: end -->";
    private static final double[] BANDS = {0, .5, .6, .7, .8, .9, 1.01};

    @Test
    @EnabledIfSystemProperty(named = "afterword.write", matches = "true")
    void write() throws IOException, EncoderUnavailable {
        String card = Files.readString(CARD);
        var tables = new StringBuilder();
        Meaning meaning = Meaning.shared();
        for (String part : List.of("validation", "held-out", "development", "paraphrased")) {
            table(part, CodedPassages.of(part), meaning, tables);
        }
        Files.writeString(
                CARD,
                card.substring(0, card.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + tables
                        + card.substring(card.indexOf(END)));
        System.out.println(tables);
        OrdinaryGroups.write(meaning);
        Measured.of(CodedPassages.of("validation"), Optional.of(meaning))
                .wrong()
                .forEach(System.out::println);
    }

    private static void table(String part, List<CodedPassages> accounts, Meaning meaning, StringBuilder into) {
        Measured measured = Measured.of(accounts, Optional.of(meaning));
        into.append(String.format(
                Locale.ROOT, "The %s accounts (%d), phrases and meaning together:%n%n", part, accounts.size()));
        into.append(
                "| practice | coded | found | suggested | right | precision | recall |\n|---|--:|--:|--:|--:|--:|--:|\n");
        measured.byCode().forEach((code, counts) -> row(code.replace("practice/", ""), counts, into));
        row("all", measured.all(), into);
        into.append(String.format(
                Locale.ROOT,
                "%nFirst-hand or not is right in %d of %d that were found, the kind of claim in %d. On the ordinary groups'"
                        + " accounts (%,d words) %d suggestions are false.%n%n",
                measured.firstHandRight(),
                measured.matched(),
                measured.claimRight(),
                measured.wordsOrdinary(),
                measured.falseOrdinary()));
        if (part.equals("validation")) {
            reliability(measured, into);
        }
    }

    private static void row(String name, Measured.Counts counts, StringBuilder into) {
        into.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f | %.2f |%n",
                name,
                counts.gold(),
                counts.found(),
                counts.suggested(),
                counts.right(),
                counts.precision(),
                counts.recall()));
    }

    private static void reliability(Measured measured, StringBuilder into) {
        into.append("| score | suggestions | right |\n|---|--:|--:|\n");
        for (int band = 0; band + 1 < BANDS.length; band++) {
            double from = BANDS[band];
            double to = BANDS[band + 1];
            List<Measured.Scored> in = measured.scored().stream()
                    .filter(one -> one.score() >= from && one.score() < to)
                    .toList();
            if (!in.isEmpty()) {
                into.append(String.format(
                        Locale.ROOT,
                        "| %.1f to %.1f | %d | %.2f |%n",
                        from,
                        Math.min(1, to),
                        in.size(),
                        (double) in.stream().filter(Measured.Scored::right).count() / in.size()));
            }
        }
        into.append('\n');
    }

    /** The model reads sentences together; what it says of one does not depend on what else was asked before. */
    @Test
    void theSameAccountIsAlwaysReadAlike() throws EncoderUnavailable {
        Optional<Meaning> meaning = Meaning.ifItRuns();
        if (meaning.isEmpty()) {
            return;
        }
        CodedPassages passages = CodedPassages.of("held-out").getFirst();
        List<String> first = suggested(passages, meaning.get());
        suggested(CodedPassages.of("held-out").getLast(), meaning.get());
        assertTrue(first.equals(suggested(passages, meaning.get())));
    }

    private static List<String> suggested(CodedPassages passages, Meaning meaning) {
        return Suggester.suggest(passages.account(), Optional.of(meaning)).stream()
                .map(one -> one.span() + " " + one.proposal() + " " + one.score())
                .toList();
    }
}
