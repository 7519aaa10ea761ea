package org.afterword.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the figures of the suggestions into {@code docs/quality.md}, between the markers. Run by {@code mvn -o -q test
 * -Dtest=QualityTest -Dafterword.write=true}.
 */
final class Quality {
    static final Path PAGE = Path.of("../docs/quality.md");
    private static final String BEGIN = "<!-- coding: begin, written by a command -->";
    private static final String END = "<!-- coding: end -->";

    private Quality() {}

    /** The page as it should be, given the page as it is. */
    static String page(String before) {
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("docs/quality.md has lost the markers of its coding section");
        }
        return before.substring(0, begin + BEGIN.length()) + "\n\n" + tables() + before.substring(end);
    }

    static void write() throws IOException {
        Files.writeString(PAGE, page(Files.readString(PAGE)));
    }

    private static String tables() {
        var text = new StringBuilder();
        for (String part : List.of("development", "held-out", "paraphrased")) {
            List<CodedPassages> accounts = CodedPassages.of(part);
            Measured measured = Measured.of(accounts);
            text.append("### The ")
                    .append(part)
                    .append(" accounts (")
                    .append(accounts.size())
                    .append(")\n\n");
            text.append("| practice | coded | found | suggested | right |\n|---|--:|--:|--:|--:|\n");
            measured.byCode().forEach((code, counts) -> row(text, code, counts));
            row(text, "all", measured.all());
            text.append(String.format(
                    Locale.ROOT,
                    "\nPrecision %.2f, recall %.2f. Of %d found: first-hand or not right in %d, claim right in %d. On "
                            + "the ordinary groups' accounts (%d words): %d false.\n\n",
                    measured.all().precision(),
                    measured.all().recall(),
                    measured.matched(),
                    measured.firstHandRight(),
                    measured.claimRight(),
                    measured.wordsOrdinary(),
                    measured.falseOrdinary()));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String code, Measured.Counts counts) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d |\n",
                code.substring(code.indexOf('/') + 1),
                counts.gold(),
                counts.found(),
                counts.suggested(),
                counts.right()));
    }
}
