package org.afterword.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.afterword.casefile.CaseException;

/**
 * Writes the figures of who is proposed to be who into {@code docs/quality.md}, between the markers. Run by {@code mvn -o -q
 * test -Dtest=AliasQualityTest -Dafterword.write=true}.
 */
final class AliasQuality {
    static final Path NOVELS = Path.of("../../../shared/ner/litbank");

    private AliasQuality() {}

    static List<LitBank> part(boolean development) throws IOException {
        return LitBank.all(NOVELS).stream()
                .filter(document -> document.development() == development)
                .toList();
    }

    static void write() throws IOException, CaseException {
        Files.writeString(NameQuality.PAGE, page(Files.readString(NameQuality.PAGE)));
    }

    static String page(String before) throws IOException, CaseException {
        var table = new StringBuilder("| names from | part | mentions | nobody decides: B³ P / R / F1 |"
                + " **all proposals accepted** | a careful reviewer | right | wrong | either-or |\n"
                + "|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
        rows(table, "the marks", AliasFigures::marked);
        rows(table, "our rules", document -> NameFinder.find(document.account().text()));
        return NameQuality.section(before, "aliases", table.toString());
    }

    private static void rows(StringBuilder table, String from, Function<LitBank, List<Find>> finder)
            throws IOException, CaseException {
        AliasFigures development = AliasFigures.of(part(true), finder);
        AliasFigures held = AliasFigures.of(part(false), finder);
        row(table, from, "development", development);
        row(table, from, "held out", held);
        row(table, from, "both", development.plus(held));
    }

    private static void row(StringBuilder table, String from, String part, AliasFigures figures) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %s | **%s** | %s | %d | %d | %d |\n",
                from,
                part,
                figures.undecided().mentions(),
                b3(figures.undecided()),
                b3(figures.accepted()),
                b3(figures.reviewed()),
                figures.right(),
                figures.mistaken(),
                figures.either()));
    }

    private static String b3(BCubed figures) {
        return String.format(Locale.ROOT, "%.3f / %.3f / %.3f", figures.precision(), figures.recall(), figures.f1());
    }
}
