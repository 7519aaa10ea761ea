package org.afterword.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.afterword.language.EncoderSpeed;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Decision;
import org.afterword.model.Identity;
import org.afterword.model.Verdict;
import org.afterword.people.NameFinder;
import org.afterword.protection.Protection;
import org.afterword.protection.Scan;
import org.jsoup.Jsoup;

/** Finding names, working out what stands for them, and looking for them in finished bytes. */
final class Guarding {
    private static final int RUNS = 9;
    private static final long WARMING_NANOS = 4_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int WORDS = 60_000;
    private static final int PLAIN = 8 << 20;
    private static final int PAGE = 64 << 10;
    private static final int LEARNED_WORDS = 15_000;
    private static final String WORDS_ALONE = "regular expression for words";
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Guarding() {}

    static List<Figure> scan() throws IOException {
        var figures = new ArrayList<Figure>();
        for (int count : new int[] {1_000, 10_000, 50_000}) {
            var invented = new Invented(3);
            List<Identity> people = invented.people(count);
            Lists contents = hidden(people);
            var held = new Protection[1];
            long before = heap();
            double make = Timing.medianCold(1, () -> held[0] = Protection.of(contents, new byte[32]));
            String many = String.format(Locale.ROOT, "%,d names", count);
            figures.add(Figure.alone(
                    "scan",
                    "`Protection.of`, " + many,
                    1,
                    make,
                    "all with a pseudonym; heap " + (heap() - before) + " MiB"));
            Scan scan = Scan.of(held[0]);
            String prose = prose(PLAIN);
            figures.add(scanned("plain text of 8 MiB", many, scan, "page.txt", prose, WORDS_ALONE, () -> count(prose)));
            String page = prose(PAGE);
            figures.add(scanned("plain text of 64 KiB", many, scan, "page.txt", page, WORDS_ALONE, () -> count(page)));
            String html = "<!doctype html><title>x</title><p>" + page.replace(". ", ".</p>\n<p class=\"v\">") + "</p>";
            figures.add(scanned(
                    "HTML of 64 KiB",
                    many,
                    scan,
                    "page.html",
                    html,
                    "parse with jsoup",
                    () -> Jsoup.parse(new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))));
        }
        return figures;
    }

    private static Figure scanned(
            String form, String many, Scan scan, String path, String text, String floor, Timing.Work least)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        double seconds = processor(() -> scan.scan(path, bytes));
        return new Figure(
                "scan",
                "scan of " + form + " for " + many + ", processor time",
                RUNS,
                seconds,
                floor,
                processor(least),
                String.format(Locale.ROOT, "%.0f MB/s", bytes.length / 1e6 / seconds));
    }

    private static double words(String text) throws IOException {
        return Timing.median(RUNS, () -> count(text));
    }

    private static void count(String text) {
        if (WORD.matcher(text).results().count() == 0) {
            throw new IllegalStateException("there were words");
        }
    }

    /** The median of this thread's time, after so long that all is compiled. */
    private static double processor(Timing.Work work) throws IOException {
        long warm = THREADS.getCurrentThreadCpuTime() + WARMING_NANOS;
        while (THREADS.getCurrentThreadCpuTime() < warm) {
            work.run();
        }
        var seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            seconds[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        }
        return Timing.median(seconds);
    }

    /** In MiB, of what is in use. */
    private static long heap() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed() >> 20;
    }

    /** English as people write it: the sentences of bundled texts, in a random order. */
    private static String prose(int length) throws IOException {
        var sentences = new ArrayList<String>();
        for (String name :
                List.of("night-bus.txt", "letter-from-will.txt", "library-computer.txt", "the-purse-steward.txt")) {
            try (var in = Objects.requireNonNull(Protection.class.getResourceAsStream("/demo/exports/" + name), name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                sentences.addAll(List.of(text.split("(?<=[.?!])\\s+", -1)));
                sentences.removeIf(sentence -> sentence.indexOf('<') >= 0 || sentence.indexOf('&') >= 0);
            }
        }
        var random = new Random(7);
        var prose = new StringBuilder(length + 1000);
        while (prose.length() < length) {
            prose.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        }
        return prose.toString();
    }

    private static Lists hidden(List<Identity> people) {
        var decisions = new ArrayList<Decision>();
        var invented = new Invented(4);
        for (int i = 0; i < people.size(); i++) {
            // Letters alone, since a pseudonym with digits would look like a handle.
            String name = "Qq" + letters(i);
            decisions.add(new Decision(
                    invented.id(),
                    people.get(i).id(),
                    new Verdict.Pseudonym(Optional.of(name)),
                    "",
                    "bench",
                    Instant.ofEpochSecond(i)));
        }
        return new Lists(List.of(), List.of(), people, List.of(), decisions);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    static List<Figure> names() throws IOException {
        var invented = new Invented(5);
        String text = invented.text(WORDS, invented.people(300));
        double seconds = Timing.median(RUNS, () -> NameFinder.find(text));
        return List.of(
                new Figure(
                        "names",
                        "names in a text of 60,000 words",
                        RUNS,
                        seconds,
                        WORDS_ALONE,
                        words(text),
                        String.format(Locale.ROOT, "%,.0f words/s", WORDS / seconds)),
                learned(invented.text(LEARNED_WORDS, invented.people(300))));
    }

    /** In processor time for 100,000 pieces of words; the floor is ONNX Runtime alone, the ratio is to be under 1.11. */
    private static Figure learned(String text) throws IOException {
        try {
            EncoderSpeed.Speed speed = EncoderSpeed.of(text);
            return new Figure(
                    "names",
                    "names and embeddings by the learned finder, processor time for 100,000 pieces of words",
                    RUNS,
                    100_000 / speed.pieces(),
                    "ONNX Runtime with the model alone",
                    100_000 / speed.alone(),
                    String.format(
                            Locale.ROOT,
                            "%,.0f pieces a processor second, %.2f of the model alone",
                            speed.pieces(),
                            speed.pieces() / speed.alone()));
        } catch (EncoderUnavailable e) {
            throw new IOException(e);
        }
    }
}
