package org.afterword.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.labelled.Review.Deed;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Sha256;
import org.afterword.people.LearnedFinder;

/**
 * Writes what is found in the labelled accounts, and what a careful reviewer has left to do, into {@code docs/quality.md}.
 * Run by {@code mvn -o -q test -Dtest=LabelledQualityTest -Dafterword.write=true}; it takes some minutes.
 */
final class LabelledQuality {
    static final Path PAGE = Path.of("../docs/quality.md");
    static final List<String> PARTS = List.of("development", "held-out");
    private static final List<Kind> SHOWN = List.of(Kind.PERSON, Kind.PLACE, Kind.GROUP, Kind.CONTACT);

    private LabelledQuality() {}

    static String section(String page, String name) {
        return page.substring(from(page, name), to(page, name)).strip();
    }

    private static int from(String page, String name) {
        String begin = "<!-- " + name + ": begin, written by a command -->";
        int at = page.indexOf(begin);
        if (at < 0) {
            throw new IllegalArgumentException("docs/quality.md has lost the markers of its section of " + name);
        }
        return at + begin.length();
    }

    private static int to(String page, String name) {
        return page.indexOf("<!-- " + name + ": end -->", from(page, name));
    }

    /** Writes everything. */
    static void write(Path scratch) throws IOException, EncoderUnavailable {
        put("labelled accounts by rules", finding(false));
        put("labelled accounts", made() + "\n\n" + finding(true));
        put("labelled review", made() + "\n\n" + review(scratch));
    }

    private static void put(String name, String table) throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(
                PAGE, page.substring(0, from(page, name)) + "\n\n" + table + "\n\n" + page.substring(to(page, name)));
    }

    /** Of which accounts and by which finder. */
    static String made() throws EncoderUnavailable {
        String texts = LabelledAccount.all().stream()
                .map(account -> account.hash() + account.labels().toString())
                .collect(Collectors.joining());
        return "Measured with " + LearnedFinder.NAME + " ("
                + LearnedFinder.shared().model().split(" ", 2)[0] + ") on the accounts "
                + Sha256.of(texts).hex().substring(0, 12) + ".";
    }

    static String finding(boolean learned) throws IOException, EncoderUnavailable {
        var table =
                new StringBuilder("| accounts | words | persons | found | mentions | covered | places found | covered |"
                        + " groups found | covered | contacts covered | no name | per 1,000 words |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (String part : PARTS) {
            Finding finding = Finding.of(LabelledAccount.of(part), learned);
            Map<Kind, Finding.Share> shares = new EnumMap<>(Kind.class);
            SHOWN.forEach(kind -> shares.put(kind, finding.share(kind)));
            Finding.Share persons = shares.get(Kind.PERSON);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %s | %d | %s | %s | %s | %s | %s | %s | %d | %.1f |\n",
                    part,
                    finding.words(),
                    persons.entities(),
                    found(persons),
                    persons.mentions(),
                    covered(persons),
                    found(shares.get(Kind.PLACE)),
                    covered(shares.get(Kind.PLACE)),
                    found(shares.get(Kind.GROUP)),
                    covered(shares.get(Kind.GROUP)),
                    covered(shares.get(Kind.CONTACT)),
                    finding.wrong().size(),
                    1000.0 * finding.wrong().size() / finding.words()));
        }
        return table.toString().strip();
    }

    private static String found(Finding.Share share) {
        return share(share.found(), share.entities());
    }

    private static String covered(Finding.Share share) {
        return share(share.covered(), share.mentions());
    }

    private static String share(int part, int whole) {
        return String.format(Locale.ROOT, "%.3f", (double) part / whole);
    }

    private static String review(Path scratch) throws IOException {
        var totals = new LinkedHashMap<String, Review>();
        String each = "";
        int cases = 0;
        for (boolean learned : new boolean[] {false, true}) {
            String finder = learned ? "rules and learned" : "rules alone";
            var single = new StringBuilder(head("account"));
            for (String part : PARTS) {
                var reviews = new ArrayList<Review>();
                for (LabelledAccount file : LabelledAccount.of(part)) {
                    Review review = ReviewedCase.of(List.of(file), learned, folder(scratch, cases++));
                    reviews.add(review);
                    single.append(row(file.source().replace(".txt", ""), review));
                    review.told().forEach(line -> say(part, file.source(), line));
                }
                totals.put(
                        part + ", " + finder + ", a case each",
                        reviews.stream().reduce(LabelledQuality::both).orElseThrow());
            }
            Review together = ReviewedCase.of(LabelledAccount.all(), learned, folder(scratch, cases++));
            together.told().forEach(line -> say("all", "", line));
            totals.put("all, " + finder + ", one case", together);
            each = single.toString();
        }
        var table = new StringBuilder(head("accounts"));
        totals.forEach((name, review) -> table.append(row(name, review)));
        return table + "\nEach account as a case of its own, found by rules and learned:\n\n" + each.strip();
    }

    /** Only what is not held out is told, so that nobody mends for its sake. */
    private static void say(String part, String source, String line) {
        if (part.equals("development")) {
            System.out.println(source + ": " + line);
        }
    }

    private static Path folder(Path scratch, int number) throws IOException {
        return Files.createDirectory(scratch.resolve("case-" + number));
    }

    private static Review both(Review one, Review other) {
        var deeds = new EnumMap<Deed, Integer>(Deed.class);
        Stream.of(one, other)
                .forEach(review -> review.deeds().forEach((deed, n) -> deeds.merge(deed, n, Integer::sum)));
        return new Review(
                deeds,
                one.persons() + other.persons(),
                one.mentions() + other.mentions(),
                List.of(),
                Stream.concat(one.exposed().stream(), other.exposed().stream()).toList(),
                Stream.concat(one.words().stream(), other.words().stream()).toList());
    }

    static String head(String first) {
        return "| " + first
                + " | persons | at once | kept | chosen | joined by hand | turned down | split | no name |"
                + " added | actions | a person | mention by mention | seen at the end |"
                + " words hidden |\n"
                + "|---|" + "--:|".repeat(14) + "\n";
    }

    private static String row(String name, Review review) {
        String deeds = Stream.of(Deed.values())
                .map(deed -> review.deeds().getOrDefault(deed, 0).toString())
                .collect(Collectors.joining(" | "));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %.2f | %.2f | %d | %d |\n",
                name,
                review.persons(),
                deeds,
                review.actions(),
                (double) review.actions() / review.persons(),
                (double) review.mentions() / review.persons(),
                review.exposed().size(),
                review.words().size());
    }
}
