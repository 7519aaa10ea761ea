package org.afterword.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.afterword.posts.campaign.AimedPosts;
import org.afterword.posts.campaign.Elsewhere;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What is aimed at the target, and what the same dataset says beyond that. The posts that are aimed at it come to one
 * machine, and three numbers of each account; the rest is summed where it is.
 */
final class Aiming implements Elsewhere, AutoCloseable {
    private static final String AIMED = "aimed";
    private static final String ANSWERS = "answers";
    private static final long HOUR = 3_600_000;

    private final Dataset<Row> posts;
    private final long bring;
    private final Function<Dataset<Row>, List<Standing.Pair>> standing;
    private final Accounts accounts;
    private final Brought table;

    /**
     * @param posts with all that is read of accounts
     * @param targets ids and names of the target
     * @param bring how many rows may come to one machine
     * @param standing which pairs of accounts stand out by what they share
     */
    Aiming(
            Dataset<Row> posts,
            Rowed rowed,
            List<String> targets,
            long bring,
            Function<Dataset<Row>, List<Standing.Pair>> standing) {
        this.bring = bring;
        this.standing = standing;
        this.posts = marked(
                        posts,
                        col(Reading.ACCOUNT)
                                .isin(targets.stream().map(rowed::account).toArray()))
                .persist(StorageLevel.DISK_ONLY());
        table = Brought.of(
                this.posts
                        .groupBy(Reading.ACCOUNT)
                        .agg(sum(when(col(AIMED), 0L).otherwise(1L)), min(col(Reading.MILLIS))),
                bring,
                "accounts");
        accounts = Accounts.of(table.column(0), rowed);
    }

    /** Posts that mean the target or answer one of its own, whose id nobody else's post has; but for its own. */
    private static Dataset<Row> marked(Dataset<Row> posts, Column own) {
        Dataset<Row> ids = posts.where(own.and(col(Reading.ID).notEqual(0)))
                .select(Reading.ID)
                .distinct();
        Dataset<Row> answerable = Tying.writers(posts.join(ids, Rowed.names(Reading.ID), "left_semi"))
                .select(Reading.ID);
        Dataset<Row> answers = posts.select(
                        col(Reading.ACCOUNT),
                        col(Reading.POST),
                        explode(col(Reading.ANSWERED)).as(Reading.ID))
                .join(answerable, Rowed.names(Reading.ID), "left_semi")
                .select(Reading.ACCOUNT, Reading.POST)
                .distinct()
                .withColumn(ANSWERS, lit(true));
        return posts.join(answers, Rowed.names(Reading.ACCOUNT, Reading.POST), "left")
                .withColumn(AIMED, not(own).and(col(Reading.MEANT).or(coalesce(col(ANSWERS), lit(false)))));
    }

    AimedPosts aimed() {
        Brought some = Brought.of(
                posts.where(col(AIMED)).select(Reading.ACCOUNT, Reading.MILLIS), bring, "posts towards the target");
        Row span = posts.agg(min(col(Reading.MILLIS)), max(col(Reading.MILLIS))).first();
        return new AimedPosts(
                Arrays.stream(some.column(0)).mapToInt(accounts::place).toArray(),
                some.column(1),
                span.getLong(0),
                span.getLong(1));
    }

    @Override
    public int[] perHour(long first, int hours) {
        var counts = new int[hours];
        posts.where(not(col(AIMED)))
                .select(expr(Reading.MILLIS + " div " + HOUR).as("hour"), col(Reading.ACCOUNT))
                .distinct()
                .groupBy("hour")
                .count()
                .collectAsList()
                .forEach(row -> counts[(int) (row.getLong(0) - first)] = Math.toIntExact(row.getLong(1)));
        return counts;
    }

    @Override
    public int[] written() {
        var written = new int[accounts.size()];
        IntStream.range(0, written.length)
                .forEach(i -> written[accounts.place(table.column(0)[i])] = Math.toIntExact(table.column(1)[i]));
        return written;
    }

    @Override
    public long[] begun() {
        var begun = new long[accounts.size()];
        IntStream.range(0, begun.length).forEach(i -> begun[accounts.place(table.column(0)[i])] = table.column(2)[i]);
        return begun;
    }

    @Override
    public Optional<long[]> outstanding() {
        Dataset<Row> shares = Counting.shares(posts.where(not(col(AIMED))));
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(standing.apply(shares).stream()
                        .mapToLong(pair -> (long) accounts.place(pair.one()) << 32 | accounts.place(pair.other()))
                        .toArray());
    }

    @Override
    public void close() {
        posts.unpersist();
    }
}
