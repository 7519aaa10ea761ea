package org.afterword.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.afterword.Gathering;
import org.afterword.casefile.Scratch;
import org.afterword.casefile.Spool;
import org.afterword.posts.Analysis;
import org.afterword.posts.Measured;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.dissent.Sample;
import org.afterword.posts.dissent.Sheet;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.Overflow;
import org.afterword.posts.read.Role;
import org.afterword.posts.read.Room;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.afterword.posts.share.Coordination;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "posts",
        mixinStandardHelpOptions = true,
        description = "Measures on a dataset of posts how a group behaves in public: who shares the same things at the"
                + " same time, and which texts are nearly the same. Results are of groups; nobody is profiled.",
        footer = {
            "",
            "Read are CSV and JSON, also packed as .gz, .zst or .zip, and Parquet; every other file as it is read when it is added"
                    + " to a case: chats, pages, archives of networks, also as .zip. Written are summary.json, edges.csv,"
                    + " clusters.csv, groups.csv, bursts.csv and report.html, without accounts, texts or addresses. Where"
                    + " a column says which group an account belongs to, groups are set beside each other.",
            "",
            "Examples:",
            "  afterword posts posts.csv --out results",
            "  afterword posts posts.jsonl.zst --out results --window 60,600 --columns account=author.id,time=created",
            "  afterword posts posts.csv --out results --objects hashtag --only sharing",
            "  afterword posts posts.csv --out results --only sharing --memory 1G",
            "  afterword posts posts.csv --out results --columns group=team --claimed climbers=3000",
            "  afterword posts comments.csv --out results --target 7731,@lamp",
            "  afterword posts posts.csv --out results --sample for-coders",
            "  afterword posts posts.csv --out results --coded for-coders/to-code.csv --key for-coders/key.csv"
        })
final class PostsCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of posts: CSV with a header, JSON, Parquet, or an export of a chat or a network.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results are written.")
    private Path out = Path.of("");

    @Option(
            names = "--window",
            split = ",",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How far apart two shares may be, or several such windows (default: ${DEFAULT-VALUE}).")
    private List<Integer> windows = new ArrayList<>();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "ROLE=NAME",
            description = "Which column holds what, where its name does not say so. Roles: account, time, post, text,"
                    + " object, url, domain, hashtag, image, repost, reply, to, group.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--objects",
            paramLabel = "ROLE",
            description = "What is looked at as shared; else the first of object, url, repost, image, hashtag, domain,"
                    + " links-in-text, hashtags-in-text, reply that there is.")
    private @Nullable String objects;

    @Option(
            names = "--minimum",
            paramLabel = "N",
            defaultValue = "2",
            description = "Different objects that a pair of accounts shares at least to stand out (default:"
                    + " ${DEFAULT-VALUE}).")
    private int minimum;

    @Option(
            names = "--fdr",
            paramLabel = "RATE",
            defaultValue = "0.05",
            description = "Which part of the pairs that stand out may be chance (default: ${DEFAULT-VALUE}).")
    private double falseDiscovery;

    @Option(
            names = "--similarity",
            paramLabel = "J",
            defaultValue = "0.8",
            description = "From which Jaccard similarity of their words texts are nearly the same (default:"
                    + " ${DEFAULT-VALUE}).")
    private double similarity;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Measure only sharing, or only texts; else both, where there is a column of texts.")
    private @Nullable String only;

    @Option(
            names = "--claimed",
            paramLabel = "GROUP=NUMBER",
            description = "How many members a group is said to have; set beside how many accounts wrote. May be given"
                    + " several times.")
    private Map<String, Long> claimed = new TreeMap<>();

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "ID",
            description =
                    "Looks for bursts of posts that answer, mention or stand on this account or page, given by its"
                            + " ids and names as the data have them. Results are sums; neither it nor anybody else is named.")
    private List<String> target = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "DIR",
            description =
                    "Draws posts of each group for people to code, into to-code.csv (texts without who, when and of"
                            + " which group) and key.csv (the design, not for those who code). Not for publishing.")
    private @Nullable Path sample;

    @Option(
            names = "--sample-size",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many posts of each group are drawn (default: ${DEFAULT-VALUE}).")
    private int sampleSize;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "From which the sample is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--coded",
            split = ",",
            paramLabel = "FILE",
            description =
                    "The sample's to-code.csv with yes or no in its two columns: adds public dissent to the report. If"
                            + " several people coded, a file of each.")
    private List<Path> coded = new ArrayList<>();

    @Option(names = "--key", paramLabel = "FILE", description = "The key.csv that was written with that sample.")
    private @Nullable Path key;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "How much memory may be used, for example 512M or 2G. What it does not hold is put into temporary files,"
                            + " encrypted under a key that nobody keeps. Needs --only sharing.")
    private @Nullable String memory;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        var settings = new Settings(
                Columns.of(columns),
                Optional.ofNullable(objects).map(Role::of),
                windows,
                new Coordination.Rule(minimum, falseDiscovery),
                new NearDuplicates.Rule(similarity, NearDuplicates.Rule.USUAL.leastWords()),
                parts(),
                new Settings.Asked(claimed, target, sheets()));
        try (var gathering = new Gathering()) {
            measure(new Inputs(files, gathering), settings, terminal);
        }
        return Exit.DONE;
    }

    private void measure(Inputs inputs, Settings settings, Terminal terminal) throws IOException {
        Progress progress = (what, done) -> terminal.step(what, done, 0);
        if (memory == null) {
            report(Analysis.of(inputs, settings, progress), inputs, terminal);
            return;
        }
        if (sample != null) {
            throw new UsageException("--sample needs all posts in memory; please leave --memory out.");
        }
        try (Scratch scratch = Scratch.onDisk()) {
            var room = new Room(MemorySize.bytes(memory), () -> place(scratch.spool()));
            report(Analysis.within(room, inputs, settings, progress), inputs, terminal);
        }
    }

    private static Overflow.Place place(Spool spool) {
        return new Overflow.Place() {
            @Override
            public OutputStream write() throws IOException {
                return spool.write();
            }

            @Override
            public InputStream read() throws IOException {
                return spool.read();
            }

            @Override
            public void close() throws IOException {
                spool.close();
            }
        };
    }

    private void report(Measured measured, Inputs inputs, Terminal terminal) throws IOException {
        Map<String, Object> summary = Summary.of(measured);
        draw(measured, inputs, terminal);
        Report.write(measured, summary, out);
        terminal.data(summary);
        PostsReport.say(measured, terminal);
        terminal.say("Written: " + out.resolve("report.html"));
    }

    private Optional<Settings.Sheets> sheets() {
        if (coded.isEmpty() && key == null) {
            return Optional.empty();
        }
        if (coded.isEmpty() || key == null) {
            throw new UsageException(
                    "--coded and --key belong together: the sheet that people filled in, and the key.csv"
                            + " that was written with it.");
        }
        return Optional.of(new Settings.Sheets(coded, key));
    }

    private void draw(Measured measured, Inputs inputs, Terminal terminal) throws IOException {
        if (sample == null) {
            return;
        }
        if (sampleSize < 1) {
            throw new UsageException("How many posts? --sample-size is 1 or more.");
        }
        Sample drawn = Sample.draw(measured.posts(), sampleSize, seed);
        Sheet.write(
                drawn,
                Analysis.texts(
                        inputs, measured.settings(), drawn.posts(), (what, done) -> terminal.step(what, done, 0)),
                sample);
        terminal.say(String.format(
                Locale.ROOT,
                "Drawn: %,d posts, in %s. It has texts of people in it: keep it as you keep the data.",
                drawn.rows().size(),
                sample.resolve(Sheet.NAME)));
    }

    private Settings.Parts parts() {
        return switch (only == null ? "" : only) {
            case "" -> Settings.Parts.BOTH;
            case "sharing" -> Settings.Parts.SHARING;
            case "texts" -> Settings.Parts.TEXTS;
            default -> throw new UsageException("--only takes 'sharing' or 'texts'.");
        };
    }
}
