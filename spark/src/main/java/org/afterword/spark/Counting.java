package org.afterword.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.posts.Settings;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.read.LeftOut;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Counts who shares the same at the same time, over rows that {@link Rowed} gives. */
final class Counting {
    private static final String GIVEN = "given";
    private static final Column OK = col(Reading.LEFT_OUT).equalTo(lit(Reading.USED));
    private final SparkSession spark;
    private final long most;
    private final long bring;
    private final Settings settings;

    /**
     * @param most how many pairs of posts one task may have to look at, about
     * @param bring how many rows of sums may come to one machine, for bursts
     */
    Counting(SparkSession spark, long most, long bring, Settings settings) {
        this.spark = spark;
        this.most = most;
        this.bring = bring;
        this.settings = settings;
    }

    Counted of(Rowed rowed) {
        Dataset<Row> posts = posts(rowed).persist(StorageLevel.DISK_ONLY());
        try {
            return counted(posts, rowed);
        } finally {
            posts.unpersist();
        }
    }

    /** Rows of one account with the same id are one post, at the earliest of their times. */
    private static Dataset<Row> posts(Rowed rowed) {
        Dataset<Row> rows = rowed.rows().withColumn(GIVEN, size(col(Reading.OBJECTS)));
        if (!rowed.named()) {
            return rows;
        }
        var sums = new ArrayList<>(List.of(
                min(struct(col(Reading.MILLIS), col(Reading.WORDS)))
                        .getField(Reading.WORDS)
                        .as(Reading.WORDS),
                max(col(Reading.ZONELESS)).as(Reading.ZONELESS),
                all(Reading.OBJECTS),
                sum(col(GIVEN)).as(GIVEN)));
        if (rowed.accounts()) {
            sums.addAll(List.of(
                    max(col(Reading.ID)).as(Reading.ID),
                    all(Reading.GROUPS),
                    all(Reading.TO),
                    all(Reading.ANSWERED),
                    max(col(Reading.MEANT)).as(Reading.MEANT),
                    min(struct(col(Reading.MILLIS), col(Reading.WORDS), col(Reading.LENGTH)))
                            .getField(Reading.LENGTH)
                            .as(Reading.LENGTH)));
        }
        return rows.groupBy(Reading.LEFT_OUT, Reading.ACCOUNT, Reading.POST)
                .agg(min(col(Reading.MILLIS)).as(Reading.MILLIS), sums.toArray(Column[]::new));
    }

    /** What any row of a post has in a list, each once. */
    private static Column all(String list) {
        return array_distinct(flatten(collect_list(col(list)))).as(list);
    }

    private Counted counted(Dataset<Row> all, Rowed rowed) {
        Column objects = size(col(Reading.OBJECTS));
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        Row sums = RowFactory.create(0L, 0L, 0L);
        for (Row some : all.groupBy(Reading.LEFT_OUT)
                .agg(
                        count(lit(1)),
                        total(when(objects.equalTo(0), 1)),
                        total(when(col(Reading.ZONELESS), 1)),
                        total(col(GIVEN).minus(objects)))
                .collectAsList()) {
            if (some.getByte(0) == Reading.USED) {
                sums = RowFactory.create(some.getLong(1), some.getLong(2), some.getLong(3));
                leftOut.put(LeftOut.REPEATED, some.getLong(4));
            } else {
                leftOut.put(Reading.REASONS.get(some.getByte(0)), some.getLong(1));
            }
        }
        leftOut.values().removeIf(count -> count == 0);
        Dataset<Row> posts = all.where(OK);
        LeftOut.notAll(sums.getLong(0), leftOut);
        Dataset<Row> shares = shares(posts);
        Optional<Grouping> grouping =
                rowed.groups() ? Optional.of(Grouping.of(spark, posts, rowed, bring)) : Optional.empty();
        settings.asked().claimsAreOf(grouping.map(Grouping::names).orElse(List.of()));
        NavigableMap<Long, Long> written = written(posts);
        long accounts = written.values().stream().mapToLong(n -> n).sum();
        // first of all, since it may be refused
        Optional<Campaign> campaign = campaign(posts, rowed, accounts);
        Map<Integer, Counted.Window> sharing =
                settings.parts() == Settings.Parts.TEXTS ? Map.of() : windows(shares, accounts);
        Optional<Likeness.Found> alike = rowed.texts()
                ? Optional.of(new Likeness(spark, settings.likeness(), most).of(posts, accounts, grouping))
                : Optional.empty();
        return new Counted(
                sums.getLong(0),
                written,
                shares.select(Slice.OBJECT).distinct().count(),
                sums.getLong(1),
                sums.getLong(2),
                leftOut,
                sharing,
                alike.map(Likeness.Found::near),
                alike.map(some -> windows(some.shares(), accounts)).orElse(Map.of()),
                grouping.map(some -> some.groups(alike.flatMap(Likeness.Found::ofGroups))),
                grouping.map(some -> some.insularity(
                        settings.windows().getFirst() * 1000L,
                        settings.sharing().leastObjects(),
                        () -> sharing(shares, accounts))),
                campaign);
    }

    private Optional<Campaign> campaign(Dataset<Row> posts, Rowed rowed, long accounts) {
        if (settings.asked().target().isEmpty()) {
            return Optional.empty();
        }
        int window = settings.windows().getFirst();
        try (var aiming = new Aiming(
                posts,
                rowed,
                settings.asked().target(),
                bring,
                shares -> sharing(shares, accounts).outstanding(window))) {
            return Optional.of(Campaign.of(aiming.aimed(), aiming));
        }
    }

    private Map<Integer, Counted.Window> windows(Dataset<Row> shares, long accounts) {
        Sharing sharing = sharing(shares, accounts);
        Map<Integer, Counted.Window> found = new LinkedHashMap<>();
        settings.windows().forEach(window -> found.put(window, sharing.within(window)));
        return found;
    }

    private Sharing sharing(Dataset<Row> shares, long accounts) {
        return new Sharing(spark, most, settings.sharing(), shares, accounts);
    }

    static Dataset<Row> shares(Dataset<Row> posts) {
        return posts.select(explode(col(Reading.OBJECTS)).as(Slice.OBJECT), col(Reading.ACCOUNT), col(Reading.MILLIS));
    }

    static Column total(Column of) {
        return functions.coalesce(sum(of), lit(0L));
    }

    /** How many accounts wrote so many posts. */
    private static NavigableMap<Long, Long> written(Dataset<Row> posts) {
        var written = new TreeMap<Long, Long>();
        posts.groupBy(Reading.ACCOUNT)
                .agg(count(lit(1)).as("posts"))
                .groupBy("posts")
                .count()
                .collectAsList()
                .forEach(row -> written.put(row.getLong(0), row.getLong(1)));
        return written;
    }
}
