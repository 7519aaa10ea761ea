package org.afterword.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterword.model.Polarity;

/**
 * What is suggested in the accounts of ordinary groups, where a group that is like any other is easily made to look bad; and
 * how far a score is to be believed, by practice. What the writer of an account did not code and is suggested was judged by
 * hand: the practice may be there all the same ({@code coding/judged.tsv}).
 */
final class OrdinaryGroups {
    private static final Path JUDGED = Path.of("src/test/resources/coding/judged.tsv");
    private static final String BEGIN = "<!-- ordinary: begin, written by a command -->";
    private static final String END = "<!-- ordinary: end -->";
    private static final Set<String> PEACEFUL =
            Set.of("practice/positive-experience", "practice/open-criticism", "practice/recruitment-step");
    private static final double[] BANDS = {0, .4, .6, .8, 1.01};

    private OrdinaryGroups() {}

    /** A judgement on one suggestion that the writer did not code: the account, the code, the polarity, words of it. */
    private record Judgement(String account, String code, Polarity polarity, boolean right, String words) {
        static Judgement parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Judgement(
                    fields[0],
                    "practice/" + fields[1],
                    fields[2].equals("-") ? Polarity.DENIES : Polarity.REPORTS,
                    fields[3].equals("right"),
                    fields[4]);
        }

        boolean of(Measured.Scored one) {
            return account.equals(one.account().name())
                    && code.equals(one.coding().code())
                    && polarity == one.coding().polarity()
                    && one.passage().contains(words);
        }
    }

    static void write(Meaning meaning) throws IOException {
        List<Measured.Scored> validation = scored("validation", meaning);
        List<Measured.Scored> others = scored("ordinary", meaning);
        var table =
                new StringBuilder("| ordinary groups' accounts | words | suggested | in 10,000 words | not coded by the"
                        + " writer | in 10,000 words | false, judged by hand | in 10,000 words | of them an alarm | not judged |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        var unjudged = new ArrayList<Measured.Scored>();
        row("those among the validation accounts", "validation", validation, table, unjudged);
        row("of other kinds and voices, looked at last", "ordinary", others, table, unjudged);
        table.append(
                "\nOf the suggestions in all these and the other validation accounts, by their score and practice, how many of"
                        + " how many were coded so:\n\n");
        reliability(Stream.concat(validation.stream(), others.stream()).toList(), table);
        String page = Files.readString(Quality.PAGE);
        Files.writeString(
                Quality.PAGE,
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + table + "\n"
                        + page.substring(page.indexOf(END)));
        unjudged.forEach(one -> System.out.println("UNJUDGED\t" + one.account().name() + "\t"
                + one.coding().code().replace("practice/", "") + "\t"
                + (one.coding().polarity() == Polarity.DENIES ? "-" : "+") + "\t" + one.score() + "\t"
                + one.passage()));
    }

    private static List<Measured.Scored> scored(String part, Meaning meaning) {
        return Measured.of(CodedPassages.of(part), Optional.of(meaning)).scored();
    }

    private static void row(
            String name, String part, List<Measured.Scored> scored, StringBuilder into, List<Measured.Scored> unjudged)
            throws IOException {
        List<Judgement> judged = Files.readAllLines(JUDGED).stream()
                .skip(1)
                .map(Judgement::parse)
                .toList();
        int words = CodedPassages.of(part).stream()
                .filter(CodedPassages::ordinary)
                .mapToInt(one -> one.account().text().split("\\s+", -1).length)
                .sum();
        List<Measured.Scored> suggested =
                scored.stream().filter(one -> one.account().ordinary()).toList();
        List<Measured.Scored> uncoded =
                suggested.stream().filter(one -> !one.right()).toList();
        Predicate<Measured.Scored> known = one -> judged.stream().anyMatch(j -> j.of(one));
        List<Measured.Scored> wrong = uncoded.stream()
                .filter(one -> judged.stream().noneMatch(j -> j.of(one) && j.right()))
                .toList();
        uncoded.stream().filter(known.negate()).forEach(unjudged::add);
        long alarms = wrong.stream()
                .filter(one -> one.coding().polarity() == Polarity.REPORTS
                        && !PEACEFUL.contains(one.coding().code()))
                .count();
        into.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %.1f | %d | %.1f | %d | %.1f | %d | %d |%n",
                name,
                words,
                suggested.size(),
                suggested.size() * 1e4 / words,
                uncoded.size(),
                uncoded.size() * 1e4 / words,
                wrong.size(),
                wrong.size() * 1e4 / words,
                alarms,
                uncoded.stream().filter(known.negate()).count()));
    }

    private static void reliability(List<Measured.Scored> scored, StringBuilder into) {
        into.append("| practice |");
        for (int band = 0; band + 1 < BANDS.length; band++) {
            into.append(String.format(Locale.ROOT, " %.1f to %.1f |", BANDS[band], Math.min(1, BANDS[band + 1])));
        }
        into.append("\n|---|--:|--:|--:|--:|\n");
        Codebook.practices().codes().forEach(code -> {
            into.append("| ").append(code.id().replace("practice/", "")).append(" |");
            bands(
                    scored.stream()
                            .filter(one -> one.coding().code().equals(code.id()))
                            .toList(),
                    into);
        });
        into.append("| all |");
        bands(scored, into);
    }

    private static void bands(List<Measured.Scored> scored, StringBuilder into) {
        for (int band = 0; band + 1 < BANDS.length; band++) {
            double from = BANDS[band];
            double to = BANDS[band + 1];
            List<Measured.Scored> in = scored.stream()
                    .filter(one -> one.score() >= from && one.score() < to)
                    .toList();
            into.append(String.format(
                    Locale.ROOT,
                    " %d of %d |",
                    in.stream().filter(Measured.Scored::right).count(),
                    in.size()));
        }
        into.append('\n');
    }
}
