package org.afterword.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the figures of the name finder into {@code docs/quality.md}, between the markers. Run by {@code mvn -o -q test
 * -Dtest=NameQualityTest -Dafterword.write=true}.
 */
final class NameQuality {
    static final Path PAGE = Path.of("../docs/quality.md");
    static final Path DEMO = Path.of("src/main/resources/demo");
    static final Path PLANTED = Path.of("src/test/resources/planted");
    private static final Path MARKED = Path.of("../../../shared/ner");
    private static final String POSTS = "Marked posts (WNUT-17, development part)";
    private static final String TWEETS = "Marked tweets (Broad Twitter Corpus, development part)";

    private NameQuality() {}

    /** The page as it should be, given the page as it is. */
    static String page(String before) throws IOException {
        String invented = section(before, "names", invented());
        return Files.isDirectory(MARKED) ? section(invented, "marked names", marked()) : invented;
    }

    static void write() throws IOException {
        Files.writeString(PAGE, page(Files.readString(PAGE)));
    }

    static String section(String page, String name, String table) {
        String begin = "<!-- " + name + ": begin, written by a command -->";
        int from = page.indexOf(begin);
        int to = page.indexOf("<!-- " + name + ": end -->");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("docs/quality.md has lost the markers of its section of " + name);
        }
        return page.substring(0, from + begin.length()) + "\n\n" + table + "\n" + page.substring(to);
    }

    private static String invented() throws IOException {
        var table = new StringBuilder();
        table.append("| invented accounts | words | names planted | found in all places | places | touched |"
                + " to be decided | of them no planted name | per 1,000 words |\n"
                + "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        row(table, "the bundled case", PlantedFigures.of(DEMO));
        row(table, "the planted folder", PlantedFigures.of(PLANTED));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, PlantedFigures figures) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %.1f |\n",
                name,
                figures.words(),
                figures.planted(),
                figures.whole(),
                figures.places(),
                figures.touched(),
                figures.toDecide(),
                figures.none().size(),
                1000.0 * figures.none().size() / figures.words()));
    }

    private static String marked() throws IOException {
        var table = new StringBuilder();
        table.append("| marked by others | persons | touched | any name | touched | finds | on a marked name |"
                + " finds of a person | on a marked person |\n"
                + "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        row(table, POSTS, NameFigures.of(MARKED.resolve("wnut17").resolve("emerging.dev.conll")));
        row(table, TWEETS, NameFigures.of(MARKED.resolve("btc").resolve("btc.dev")));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, NameFigures figures) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %d | %.2f | %d | %.2f | %d | %.2f |\n",
                name,
                figures.persons(),
                NameFigures.share(figures.touched(), figures.persons()),
                figures.marked(),
                NameFigures.share(figures.markedTouched(), figures.marked()),
                figures.finds(),
                NameFigures.share(figures.right(), figures.finds()),
                figures.personFinds(),
                NameFigures.share(figures.personRight(), figures.personFinds())));
    }
}
