package org.afterword.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.afterword.posts.Settings;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Role;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "afterword-spark",
        mixinStandardHelpOptions = true,
        version = "afterword-spark 0.1.0",
        description = {
            "Measures on Apache Spark datasets of posts that one machine does not hold: who shares the same things at the"
                    + " same time, which texts are nearly the same, groups side by side, and bursts of posts towards one"
                    + " account or page. The numbers are those of 'afterword posts'; results are sums, and nobody is"
                    + " profiled.",
            "",
            "Not here, but in 'afterword posts': which words set a group apart, how often its accounts repeat runs of words,"
                    + " and how small its words become when packed (texts do not leave the reading of their row here);"
                    + " samples that people code; report.html; the hash of each input; exports of networks and JSON that is no"
                    + " object a line."
        },
        footer = {
            "",
            "Read are Parquet, JSON lines and CSV with a header, the latter two also as .gz or .zst, on any file system"
                    + " that Hadoop reaches. A folder stands for the files in it. Written are summary.json, edges.csv and"
                    + " clusters.csv, groups.csv where a column says which group an account belongs to, and bursts.csv with"
                    + " --target.",
            "",
            "Examples:",
            "  ./afterword-spark posts.parquet --out results",
            "  ./afterword-spark hdfs:///posts/2024 hdfs:///posts/2025 --out hdfs:///results --window 60,3600",
            "  ./afterword-spark posts.jsonl --out results --columns account=author.id,time=created --objects hashtag",
            "  ./afterword-spark posts.parquet --out results --columns group=team --claimed climbers=3000",
            "  ./afterword-spark comments.parquet --out results --target 7731,@lamp",
            "",
            "On a cluster (docs/scale.md says more):",
            "  spark-submit --master yarn --class org.afterword.spark.Main --jars LIBRARIES afterword-spark.jar \\",
            "      hdfs:///posts --out hdfs:///results"
        })
final class Main implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders of posts.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results are written.")
    private String out = "";

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
            description =
                    "Which column holds what, where its name does not say so. Roles: account, time, post, text, object,"
                            + " url, domain, hashtag, image, repost, reply, to, group.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--objects",
            paramLabel = "ROLE",
            description = "What is looked at as shared; else the first of object, url, repost, image, hashtag, domain,"
                    + " reply that there is.")
    private @Nullable String objects;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "4000000",
            description = "How many pairs of posts one slice of an object may have, about; what has more is split"
                    + " (default: ${DEFAULT-VALUE}).")
    private long pairs;

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
            names = "--claimed",
            split = ",",
            paramLabel = "GROUP=N",
            description = "How many members a group is said to have; it stands beside what was observed.")
    private Map<String, Long> claimed = new TreeMap<>();

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "ID",
            description =
                    "Look for bursts of posts towards one account or page; these are its ids and names, as the data"
                            + " have them. It is named nowhere in the results.")
    private List<String> target = new ArrayList<>();

    @Option(
            names = "--bring",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many rows may come to the machine that says the results, for groups and --target: one"
                    + " an account, a tie within groups, and a post towards the target; with more it stops with a sentence (default:"
                    + " ${DEFAULT-VALUE}).")
    private long bring;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Measure only sharing, or only texts; else both, where there is a column of texts.")
    private @Nullable String only;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where Spark runs; else what spark-submit says, or all cores of this machine.")
    private @Nullable String master;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, line, _) -> said(failure, line));
    }

    /** What a person can do something about is said in a sentence; of the rest the kind, and no text of the data. */
    private static int said(Exception failure, CommandLine line) {
        Throwable cause = failure;
        while (cause instanceof SparkException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        PrintWriter err = line.getErr();
        if (cause instanceof BadInput) {
            err.println(cause.getMessage());
            return WRONG_USAGE;
        }
        err.println("It could not be finished, and nothing was changed: "
                + cause.getClass().getSimpleName()
                + (cause instanceof IOException ? ": " + cause.getMessage() : "")
                + ". Spark's own log says more (docs/scale.md).");
        return FAILED;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = settings();
        if (pairs < 1 || bring < 1) {
            throw new BadInput("--pairs and --bring are 1 or more.");
        }
        try (SparkSession spark = Session.open(Optional.ofNullable(master))) {
            Configuration hadoop = Rowed.hadoop(spark);
            var inputs = new ArrayList<Input>();
            for (String path : paths) {
                inputs.add(Input.of(path, hadoop));
            }
            Session.sized(spark, inputs.stream().mapToLong(Input::bytes).sum());
            Rowed rowed = Rowed.of(spark, inputs, settings);
            Counted counted = new Counting(spark, pairs, bring, settings).of(rowed);
            Map<String, Object> summary = Results.summary(counted, rowed.kind(), inputs, settings);
            Results.write(summary, counted, out, hadoop);
            say(counted);
        }
        return CommandLine.ExitCode.OK;
    }

    private Settings settings() {
        return new Settings(
                Columns.of(columns),
                Optional.ofNullable(objects).map(Role::of),
                windows,
                new Coordination.Rule(minimum, falseDiscovery),
                new NearDuplicates.Rule(similarity, NearDuplicates.Rule.USUAL.leastWords()),
                parts(),
                new Settings.Asked(claimed, target, Optional.empty()));
    }

    private Settings.Parts parts() {
        return switch (only == null ? "" : only) {
            case "" -> Settings.Parts.BOTH;
            case "sharing" -> Settings.Parts.SHARING;
            case "texts" -> Settings.Parts.TEXTS;
            default -> throw new BadInput("--only takes 'sharing' or 'texts'.");
        };
    }

    private void say(Counted counted) {
        if (spec == null) {
            return;
        }
        PrintWriter to = spec.commandLine().getOut();
        to.println(String.format(Locale.ROOT, "%,d posts by %,d accounts.", counted.posts(), counted.accounts()));
        counted.leftOut()
                .forEach((reason, count) ->
                        to.println(String.format(Locale.ROOT, "Left out: %,d (%s)", count, reason.words())));
        counted.windows()
                .forEach((window, found) -> to.println(String.format(
                        Locale.ROOT,
                        "Within %d seconds: %,d pairs of accounts share the same; %,d stand out, in %,d clusters of ten"
                                + " accounts or more; %,d objects were split.",
                        window,
                        found.counts().byPairs().getFirst(),
                        found.found().standOut(),
                        found.found().clusters().size(),
                        found.split())));
        counted.likeness()
                .ifPresent(near -> to.println(String.format(
                        Locale.ROOT,
                        "Texts: %,d pairs of posts by different accounts are nearly the same.",
                        near.pairs())));
        counted.insularity().flatMap(Insularity::whole).ifPresent(whole -> to.println(whole.sentence()));
        counted.campaign().ifPresent(campaign -> to.println(campaign.sentence()));
        to.println("Written: " + out + "/summary.json");
    }
}
