package org.afterword.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Cost;
import org.afterword.casefile.DropBox;
import org.afterword.intake.Inbox;
import org.afterword.intake.Receipt;
import org.afterword.intake.Settings;
import org.afterword.intake.Stored;

/**
 * 200 submissions a minute with 5 MiB each, to an inbox's server with 512 MiB of heap; afterwards every one is opened
 * whose receipt was seen. Minutes with {@code -Dinbox.minutes=N}; with {@code -Dinbox.kills=N} the server is killed so
 * many times meanwhile, at random moments, and started again.
 */
final class Inboxes {
    private static final int MINUTES = Integer.getInteger("inbox.minutes", 10);
    private static final int KILLS = Integer.getInteger("inbox.kills", 0);
    private static final int PER_MINUTE = 200;
    private static final int FILE = 5 << 20;
    private static final int RECEIPTS = Integer.getInteger("inbox.receipts", 400);
    private static final int WARM = 40;
    /** Of what lies in a folder, with what a letter is padded to. */
    private static final long ROOM = 9L << 20;

    private final Path folder;
    private final byte[] secret = new byte[32];
    private final byte[] file = new byte[FILE];
    private final Random random = new Random(17);
    private final Set<String> acknowledged = new HashSet<>();
    private final ConcurrentLinkedQueue<Double> seconds = new ConcurrentLinkedQueue<>();
    private int refused;
    private int broken;

    private Inboxes(Path folder) {
        this.folder = folder;
        random.nextBytes(secret);
        random.nextBytes(file);
    }

    private interface Measuring {
        List<Figure> of(Inboxes inboxes) throws IOException;
    }

    static List<Figure> load() throws IOException {
        return in(Inboxes::submissions);
    }

    static List<Figure> receipts() throws IOException {
        return in(inboxes -> List.of(inboxes.answers()));
    }

    private static List<Figure> in(Measuring measuring) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            return measuring.of(new Inboxes(folder));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private Path inbox() {
        return folder.resolve("inbox");
    }

    /** A server, in a program of its own. */
    private static final class Server implements AutoCloseable {
        private final Process process;
        final URI address;

        Server(Path inbox) throws IOException {
            process = new ProcessBuilder(Timing.java(
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.afterword.cli.Main",
                            "intake",
                            "serve",
                            inbox.toString(),
                            "--port",
                            "0"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            while (line != null && !line.contains("http://")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("the server did not start");
            }
            address = URI.create(line.strip());
        }

        /** Peak of the resident memory, in MiB. */
        long resident() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                        .findFirst()
                        .orElse(0);
            }
        }

        double processor() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }

    private List<Figure> submissions() throws IOException {
        int all = MINUTES * PER_MINUTE;
        Inbox.create(inbox(), settings(Math.max(64L << 20, (all + 20) * ROOM * 10 / 9), Cost.DEFAULT));
        long[] resident = {0};
        double[] processor = {0};
        long begin = System.nanoTime();
        int sent = 0;
        for (int life = 0; life <= KILLS; life++) {
            // killed at a random moment of its share of the time
            int until = life == KILLS ? all : (int) ((life + random.nextDouble(0.2, 1)) * all / (KILLS + 1));
            try (var server = new Server(inbox());
                    var senders = Executors.newFixedThreadPool(32)) {
                for (; sent < until; sent++) {
                    int number = sent;
                    pause(begin + (long) (number * 60e9 / PER_MINUTE));
                    senders.execute(() -> tell(server.address, number));
                }
                if (life == KILLS) {
                    senders.shutdown();
                    senders.awaitTermination(5, TimeUnit.MINUTES);
                }
                resident[0] = Math.max(resident[0], server.resident());
                processor[0] += server.processor();
                server.kill();
            } catch (InterruptedException e) {
                throw new IOException("broken off", e);
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        int lost = lost();
        if (lost > 0) {
            throw new IOException(lost + " submissions are lost whose receipts were seen");
        }
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        String note = String.format(
                Locale.ROOT,
                "%d of %d got a receipt, none of these was lost; %d were refused, %d broken off (%d kills of the"
                        + " server); 99 of 100 within %.2f s; %.0f a minute over %.1f minutes; the server: 512 MiB of"
                        + " heap, resident at most %d MiB, processors %.0f %% of one core",
                acknowledged.size(),
                all,
                refused,
                broken,
                KILLS,
                sorted[(int) (sorted.length * 0.99)],
                60 * acknowledged.size() / took,
                took / 60,
                resident[0],
                100 * processor[0] / took);
        return List.of(Figure.alone(
                "intake",
                "200 submissions a minute with 5 MiB each: from sending to the receipt",
                sorted.length,
                sorted[sorted.length / 2],
                note));
    }

    private Settings settings(long bytes, Cost cost) {
        return Settings.of(DropBox.of(secret).recipient(), bytes, Settings.Terms.USUAL, "", "", List.of())
                .withCost(cost)
                .withLimits(new Settings.Limits(200_000, 64L << 20, 10, 100, 2 * PER_MINUTE));
    }

    private static void pause(long until) throws InterruptedException {
        long nanos = until - System.nanoTime();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    private void tell(URI address, int number) {
        var source = new Source(address);
        try {
            String token = source.token("/en/tell");
            long before = System.nanoTime();
            String page = source.tell(token, "story " + number, file);
            boolean receipt = page.contains("<ol class=\"receipt\"");
            synchronized (this) {
                if (receipt) {
                    acknowledged.add("story " + number);
                    seconds.add((System.nanoTime() - before) / 1e9);
                } else {
                    refused++;
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                broken++;
            }
        }
    }

    /** Of those whose receipt was seen, how many cannot be opened whole. */
    private int lost() throws IOException {
        Set<String> there = new HashSet<>();
        try (Inbox opened = Inbox.open(inbox())) {
            for (Stored letter : opened.letters(true)) {
                var text = new ByteArrayOutputStream();
                boolean[] whole = {false};
                try (InputStream plain = DropBox.of(secret).open(opened.open(letter))) {
                    Inbox.read(plain, (name, bytes) -> {
                        if (name.equals("text.txt")) {
                            bytes.transferTo(text);
                        } else {
                            whole[0] = Arrays.equals(bytes.readAllBytes(), file);
                        }
                    });
                }
                if (whole[0]) {
                    there.add(text.toString(StandardCharsets.UTF_8));
                }
            }
        }
        return (int) acknowledged.stream().filter(one -> !there.contains(one)).count();
    }

    /**
     * Whether the time of an answer tells that there is such a mailbox: Welch's t over answers taken in turns. Receipts
     * are cheap to try here, so that no difference hides in the noise of that.
     */
    private Figure answers() throws IOException {
        Path cheap = folder.resolve("cheap");
        Inbox.create(cheap, settings(64L << 20, Cost.CHEAP));
        try (var server = new Server(cheap)) {
            var source = new Source(server.address);
            List<String> known = new ArrayList<>();
            for (int i = 0; i < WARM; i++) {
                known.add(source.receipt(source.tell(source.token("/en/tell"), "known", new byte[1])));
            }
            double[][] took = new double[2][RECEIPTS];
            for (int i = -WARM; i < RECEIPTS; i++) {
                boolean turned = random.nextBoolean();
                for (int turn = 0; turn < 2; turn++) {
                    int side = turned ? 1 - turn : turn;
                    String words = side == 0
                            ? known.get(random.nextInt(WARM))
                            : Receipt.random().words().stream().collect(Collectors.joining(" "));
                    String token = source.token("/en/return");
                    long before = System.nanoTime();
                    String page = source.comeBack(token, words);
                    double spent = (System.nanoTime() - before) / 1e9;
                    if (page.contains("name=\"session\"") != (side == 0)) {
                        throw new IOException("a receipt was answered wrongly: "
                                + page.replaceAll("(?s).*<main[^>]*>|</main>.*|<[^>]*>", ""));
                    }
                    if (i >= 0) {
                        took[side][i] = spent;
                    }
                    pause(before + 260_000_000); // no more than may be tried in a minute
                }
            }
            double t = Welch.t(Welch.trimmed(took[0]), Welch.trimmed(took[1]));
            return new Figure(
                    "receipts",
                    "answer to a receipt that opens a mailbox",
                    RECEIPTS,
                    Timing.median(took[0]),
                    "to one that opens none",
                    Timing.median(took[1]),
                    String.format(
                            Locale.ROOT,
                            "in turns, where a receipt costs next to nothing to try; means differ by %.3f ms, Welch's t ="
                                    + " %.2f; beyond 4.5 it would tell",
                            1e3 * (Welch.mean(Welch.trimmed(took[0])) - Welch.mean(Welch.trimmed(took[1]))),
                            t));
        } catch (InterruptedException e) {
            throw new IOException("broken off", e);
        }
    }
}
