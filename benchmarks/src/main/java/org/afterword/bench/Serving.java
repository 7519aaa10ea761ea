package org.afterword.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.workbench.Workbench;

/**
 * The workbench with a case of 100,000 accounts, in a program of its own with 1,400 MiB of heap; its visitors run on the same
 * cores. {@code -Dworkbench.accounts=N} for another size, {@code -Dworkbench.case=FILE} to keep the case for the next
 * run.
 */
final class Serving {
    private static final int ACCOUNTS = Integer.getInteger("workbench.accounts", 100_000);
    private static final int CLIENTS = 8;
    private static final int EACH = Integer.getInteger("workbench.each", 20);
    private static final int ALONE = 30;
    private static final int SAMPLE = 400;
    /** In seconds: what takes longer each time is not asked often. */
    private static final double LONG = 5;

    static final String WHAT = String.format(Locale.ROOT, "%,d accounts: ", ACCOUNTS);

    private final Random random = new Random(33);
    private final Vocabulary vocabulary = new Vocabulary(new Random(34));
    private final Map<String, List<String>> there = new HashMap<>();
    private final Map<String, Supplier<String>> pages = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Process program;
    private final BufferedReader out;

    private Serving(Process program) {
        this.program = program;
        this.out = program.inputReader();
    }

    /**
     * @param arguments the case
     */
    @SuppressWarnings("SystemOut") // what the measuring program reads
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        try (Passphrase phrase = Passphrase.of(LargeCase.PASSPHRASE.toCharArray());
                Case opened = Case.open(Path.of(arguments[0]), phrase, "anna");
                Workbench workbench = Workbench.start(opened, 0)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Contents contents = opened.contents();
            List<Id> accounts = contents.accountIds();
            var random = new Random(35);
            for (int i = 0; i < SAMPLE; i++) {
                Id account = accounts.get(random.nextInt(accounts.size()));
                System.out.println("account " + account);
                if (contents.decision(account, "read").isEmpty()) {
                    System.out.println("unread " + account);
                }
                contents.suggestions(account).stream()
                        .filter(one -> contents.decision(one.id(), "review").isEmpty())
                        .forEach(one -> System.out.println(kind(one.proposal()) + " " + account + " " + one.id()));
            }
            System.out.println("long " + accounts.getLast());
            contents.identities().stream().limit(SAMPLE).forEach(name -> System.out.println("name " + name.id()));
            contents.groups().forEach(group -> System.out.println("group " + group.id()));
            System.out.printf(Locale.ROOT, "open %.3f%n", seconds);
            System.out.println("address " + workbench.address());
            System.in.read();
        }
        System.exit(0);
    }

    private static String kind(Proposal proposal) {
        return proposal instanceof Proposal.Coding ? "coding" : proposal instanceof Proposal.Stated ? "fact" : "other";
    }

    static List<Figure> measure() throws IOException {
        Path kept = Path.of(System.getProperty("workbench.case", ""));
        boolean once = kept.toString().isEmpty();
        Path path = once ? Files.createTempDirectory("afterword-bench").resolve("large.afterword") : kept;
        try {
            if (Files.notExists(path)) {
                double made = Timing.once(() -> LargeCase.write(path, ACCOUNTS));
                System.err.printf(Locale.ROOT, "made in %.0f s, %d MiB%n", made, Files.size(path) >> 20);
            }
            Process process = new ProcessBuilder(Timing.java(
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:+UseSerialGC",
                            "-XX:-UsePerfData",
                            "-XX:MaxNewSize=160m",
                            "-XX:MetaspaceSize=192m",
                            "-Xmx" + System.getProperty("workbench.heap", "1400m"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Serving.class.getName(),
                            path.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                return new Serving(process).figures();
            } finally {
                process.getOutputStream().close();
                process.onExit().join();
            }
        } finally {
            if (once) {
                Files.deleteIfExists(path);
                Files.deleteIfExists(path.getParent());
            }
        }
    }

    private List<Figure> figures() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] words = line.split(" ", 2);
            there.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words[1]);
            if (words[0].equals("address")) {
                break;
            }
        }
        double opened = Double.parseDouble(any("open"));
        var visitor = new Visitor[1];
        double first = Timing.once(() -> visitor[0] = new Visitor(URI.create(any("address"))));
        figures.add(Figure.alone(
                "workbench",
                WHAT + "open",
                1,
                opened + first,
                "without Argon2id; the file " + Figure.time(opened) + ", the first pages " + Figure.time(first)
                        + "; aim: 5 s"));
        double warm = Timing.once(() -> visitor[0].get("/findings"));
        figures.add(Figure.alone(
                "workbench",
                WHAT + "until codings, facts and findings are worked out in the background",
                1,
                opened + first + warm,
                "since the program was started; processors' time " + Figure.time(processors())));
        System.err.print(figures.get(0).line() + figures.get(1).line());
        pages();
        for (Map.Entry<String, Supplier<String>> page : pages.entrySet()) {
            page(visitor[0], page.getKey(), page.getValue());
        }
        new Decisions(visitor[0], there, figures, this::processors).measure(pages);
        figures.add(Figure.alone(
                "workbench",
                WHAT + "all of this, processors' time",
                1,
                processors(),
                "resident at most " + resident() + " MiB, with 1,400 MiB of heap; aim: 2,048 MiB"));
        return figures;
    }

    private String any(String kind) {
        List<String> all = there.getOrDefault(kind, List.of());
        return all.get(random.nextInt(all.size()));
    }

    private void pages() {
        pages.put("the case", () -> "/");
        pages.put(
                "the case, any page of it",
                () -> "/?group=" + any("group") + "&page=" + (1 + random.nextInt(Math.max(1, ACCOUNTS / 250))));
        pages.put("an account", () -> "/account/" + any("account"));
        pages.put("an account of 200,000 words", () -> "/account/" + any("long"));
        pages.put("its page in the middle", () -> "/account/" + any("long") + "?at=600000");
        pages.put("as strangers see it", () -> "/account/" + any("account") + "/before");
        pages.put("by what a teller is known", () -> "/account/" + any("account") + "/known");
        pages.put("who is named", () -> "/people");
        pages.put("who is named, any page", () -> "/people?show=all&page=" + (1 + random.nextInt(ACCOUNTS / 400)));
        pages.put("a name", () -> "/people/" + any("name"));
        pages.put("search, empty", () -> "/search");
        pages.put(
                "search", () -> "/search " + vocabulary.word() + (random.nextBoolean() ? " " + vocabulary.word() : ""));
        pages.put("codes", () -> "/codes");
        pages.put(
                "a code, any page",
                () -> "/codes/practice/money-demand?show=suggested&page=" + (1 + random.nextInt(ACCOUNTS / 1000)));
        pages.put("agreement", () -> "/agreement");
        pages.put("judged differently", () -> "/agreement/differences");
        pages.put("who read what", () -> "/agreement/read?show=all&page=" + (1 + random.nextInt(ACCOUNTS / 100)));
        pages.put("findings", () -> "/findings");
        pages.put("timeline, any page", () -> "/timeline?show=all&page=" + (1 + random.nextInt(ACCOUNTS / 100)));
        pages.put("money, any page", () -> "/money?show=all&page=" + (1 + random.nextInt(ACCOUNTS / 400)));
        pages.put("custody, any page", () -> "/custody?page=" + (1 + random.nextInt(ACCOUNTS / 50)));
        pages.put("letters", () -> "/letters");
        pages.put("publish", () -> "/publish");
        pages.put("in the background", () -> "/work");
        String only = System.getProperty("workbench.pages", "");
        pages.keySet()
                .removeIf(
                        name -> !only.isEmpty() && !List.of(only.split(";", -1)).contains(name));
    }

    /** What is asked by a form has its words after the address. */
    static void ask(Visitor visitor, String page) throws IOException {
        int blank = page.indexOf(' ');
        if (blank < 0) {
            visitor.get(page);
        } else {
            visitor.post(page.substring(0, blank), Map.of("words", page.substring(blank + 1)));
        }
    }

    private static double[] several(Visitor visitor, List<String> addresses) {
        var seconds = new double[addresses.size()];
        for (int i = 0; i < seconds.length; i++) {
            String address = addresses.get(i);
            try {
                seconds[i] = Timing.once(() -> ask(visitor, address));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seconds;
    }

    private void page(Visitor visitor, String name, Supplier<String> address) throws IOException {
        String one = address.get();
        int waited = visitor.waited();
        double start = processors();
        double first = Timing.once(() -> ask(visitor, one));
        String told = visitor.waited() > waited ? "; until it is there, a page says how far it is" : "";
        double spent = processors() - start;
        if (first > LONG && Timing.once(() -> ask(visitor, address.get())) > LONG) {
            figures.add(Figure.alone(
                    "workbench",
                    WHAT + name,
                    1,
                    first,
                    "too slow to be asked more than twice; one client; processors' time " + Figure.time(spent) + told));
            System.err.print(figures.getLast().line());
            return;
        }
        double before = processors();
        double[] alone = several(visitor, Stream.generate(address).limit(ALONE).toList());
        double[] together;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            var asking = new ArrayList<CompletableFuture<double[]>>();
            for (int i = 0; i < CLIENTS; i++) {
                List<String> own = Stream.generate(address).limit(EACH).toList();
                asking.add(CompletableFuture.supplyAsync(() -> several(visitor, own), clients));
            }
            together = asking.stream()
                    .map(CompletableFuture::join)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        double processors = (processors() - before) / (alone.length + together.length);
        figures.add(Figure.alone(
                "workbench",
                WHAT + name + ", " + CLIENTS + " clients",
                together.length,
                Timing.median(together),
                "99 of 100 within " + Figure.time(of100(99, together)) + "; one client "
                        + Figure.time(Timing.median(alone)) + ", " + Figure.time(of100(99, alone)) + "; the first time "
                        + Figure.time(first) + told + "; processors' time " + Figure.time(processors)));
        System.err.print(figures.getLast().line());
    }

    static double of100(int n, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * n / 100)];
    }

    /** That of the program, in seconds; collecting garbage and compiling included. */
    private double processors() {
        return program.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private String resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(program.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.toString(Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10))
                    .findFirst()
                    .orElse("?");
        }
    }
}
