package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the measurements and renews their lines in {@code docs/performance.md} and {@code docs/scale.md}. */
final class Bench {
    private interface Measurement {
        List<Figure> run() throws IOException;
    }

    /** Ten million posts and Spark: only where it is asked for. */
    private static final String SCALE = "scale";

    private Bench() {}

    /**
     * @param arguments the root of the clone, machine, date, commit; then names of measurements, or none for all;
     *     {@code --size=MiB} for less than the 2 GiB that are kept else; {@code --large} for a million comments, a
     *     mailbox of 5 GB and a chat of 1 GB, which take long
     */
    @SuppressWarnings("SystemOut") // a program for the terminal
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("start", () -> Start.measure(root));
        var names = new ArrayList<>(List.of(arguments).subList(4, arguments.length));
        boolean large = names.remove("--large");
        var keeping = new Keeping(megabytes(names));
        all.put("case", keeping::mixed);
        all.put("large", keeping::large);
        all.put("many", keeping::many);
        all.put("comments", () -> Comments.measure(large));
        all.put("exports", () -> Exports.measure(large));
        all.put("open", Opening::measure);
        all.put("scan", Guarding::scan);
        all.put("names", Guarding::names);
        all.put("copies", Counting::copies);
        all.put("findings", Counting::findings);
        all.put("publish", Publishing::measure);
        all.put("search", Searches::measure);
        all.put("workbench", Serving::measure);
        all.put("intake", Inboxes::load);
        all.put("receipts", Inboxes::receipts);
        all.put("posts", () -> Datasets.measure(root));
        if (large || names.contains(SCALE)) {
            all.put(SCALE, () -> Scaling.measure(root));
        }
        var unknown = new ArrayList<>(names);
        unknown.removeAll(all.keySet());
        if (!unknown.isEmpty()) {
            System.err.println("No measurement is called " + unknown + "; there are " + all.keySet() + ".");
            System.exit(2);
        }
        String circumstances = arguments[1] + "; JDK " + System.getProperty("java.version") + "; " + arguments[2]
                + "; commit " + arguments[3];
        for (Map.Entry<String, Measurement> one : all.entrySet()) {
            if (names.isEmpty() || names.contains(one.getKey())) {
                System.err.println("measuring: " + one.getKey());
                var section = new StringBuilder("*" + circumstances + load() + "*\n\n" + Figure.HEAD);
                one.getValue().run().forEach(figure -> section.append(figure.line()));
                System.out.println(section);
                String page = one.getKey().equals(SCALE) ? "docs/scale.md" : "docs/performance.md";
                renew(root.resolve(page), one.getKey(), section.toString());
            }
        }
    }

    /** Takes {@code --size=MiB} out of the names. */
    private static int megabytes(List<String> names) {
        String option = "--size=";
        var given = names.stream().filter(name -> name.startsWith(option)).findFirst();
        names.removeIf(name -> name.startsWith(option));
        return given.map(name -> Integer.parseInt(name.substring(option.length())))
                .orElse(2048);
    }

    private static String load() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        return load < 0 ? "" : String.format(Locale.ROOT, "; load before it %.1f", load);
    }

    private static void renew(Path page, String name, String section) throws IOException {
        String begin = "<!-- bench " + name + " -->\n";
        String end = "<!-- end -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end, from);
        if (from < 0 || to < 0) {
            throw new IOException(page.getFileName() + " has no place for " + name);
        }
        Files.writeString(page, text.substring(0, from + begin.length()) + section + text.substring(to));
    }
}
