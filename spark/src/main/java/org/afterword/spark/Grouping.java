package org.afterword.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.group.Alike;
import org.afterword.posts.group.Groups;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Membership;
import org.afterword.posts.tie.Insularity;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Accounts of groups. What is summed of each of them comes to one machine, and the ties between them; there they are
 * measured as on one machine.
 *
 * @param posts with all that is read of accounts
 * @param members which accounts belong to one group, by number
 * @param accounts those of groups
 * @param found of each of these, by place
 * @param written how many posts each wrote
 * @param shares how often each shared anything
 * @param same how many pairs there are of a share of the account and one of another of its group, both of one object
 * @param bring how many rows may come to one machine
 */
@SuppressWarnings("ArrayRecordComponent")
record Grouping(
        Dataset<Row> posts,
        Dataset<Row> members,
        Accounts accounts,
        Membership found,
        int[] written,
        long[] shares,
        long[] same,
        long bring) {
    private static final String NAME = "name";
    private static final String GROUP = "group";
    private static final StructType NUMBERED =
            new StructType().add(NAME, DataTypes.StringType, false).add(GROUP, DataTypes.LongType, false);

    static Grouping of(SparkSession spark, Dataset<Row> posts, Rowed rowed, long bring) {
        Dataset<Row> said = posts.select(
                        col(Reading.ACCOUNT), explode(col(Reading.GROUPS)).as(NAME))
                .distinct();
        List<String> names = names(said, bring);
        Dataset<Row> given = said.groupBy(Reading.ACCOUNT)
                .agg(count(lit(1)).as("groups"), min(col(NAME)).as(NAME));
        List<Row> numbers = IntStream.range(0, names.size())
                .mapToObj(i -> RowFactory.create(names.get(i), (long) i))
                .toList();
        Dataset<Row> members = given.where(col("groups").equalTo(1))
                .join(broadcast(spark.createDataFrame(numbers, NUMBERED)), NAME)
                .select(Reading.ACCOUNT, GROUP);
        int several = Math.toIntExact(given.where(col("groups").gt(1)).count());
        Brought sums = Brought.of(sums(posts, members), bring, "accounts of groups");
        Accounts accounts = Accounts.of(sums.column(0), rowed);
        var group = new int[accounts.size()];
        var written = new int[accounts.size()];
        var shares = new long[accounts.size()];
        var same = new long[accounts.size()];
        for (int i = 0; i < group.length; i++) {
            int at = accounts.place(sums.column(0)[i]);
            group[at] = (int) sums.column(1)[i];
            written[at] = Math.toIntExact(sums.column(2)[i]);
            shares[at] = sums.column(3)[i];
            same[at] = sums.column(4)[i];
        }
        return new Grouping(
                posts, members, accounts, new Membership(names, group, several), written, shares, same, bring);
    }

    private static List<String> names(Dataset<Row> said, long bring) {
        Dataset<Row> names = said.select(NAME).distinct();
        long size = names.count();
        if (size > bring) {
            throw new BadInput(
                    "The column of groups holds " + size + " different names; perhaps it is another that says"
                            + " which group an account belongs to (--columns group=NAME).");
        }
        return names.collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** Account, group, posts, shares, and how many of these could be paired with others of the group. */
    private static Dataset<Row> sums(Dataset<Row> posts, Dataset<Row> members) {
        Dataset<Row> ofObject = Counting.shares(posts)
                .join(members, Reading.ACCOUNT)
                .groupBy(Slice.OBJECT, GROUP, Reading.ACCOUNT)
                .agg(count(lit(1)).as("own"));
        Dataset<Row> inGroup =
                ofObject.groupBy(Slice.OBJECT, GROUP).agg(sum(col("own")).as("all"));
        Dataset<Row> shared = ofObject.join(inGroup, Rowed.names(Slice.OBJECT, GROUP))
                .groupBy(Reading.ACCOUNT)
                .agg(
                        sum(col("own")).as("shares"),
                        sum(expr("own * (all - own)")).as("same"));
        return members.join(posts.groupBy(Reading.ACCOUNT).agg(count(lit(1)).as("written")), Reading.ACCOUNT)
                .join(shared, Rowed.names(Reading.ACCOUNT), "left")
                .select(
                        col(Reading.ACCOUNT),
                        col(GROUP),
                        col("written"),
                        coalesce(col("shares"), lit(0L)),
                        coalesce(col("same"), lit(0L)));
    }

    List<String> names() {
        return found.names();
    }

    /**
     * @param alike how far texts are nearly the same, if they were looked at
     */
    Groups groups(Optional<Alike> alike) {
        return Groups.of(found, written, shares, same, alike);
    }

    /**
     * Within groups, how far texts are nearly the same.
     *
     * @param compared posts with words enough: account, and set of words
     * @param around pairs of sets that are nearly the same, both ways
     * @param other the name of the column of the second
     */
    Alike alike(Dataset<Row> compared, Dataset<Row> around, String other) {
        Dataset<Row> own = compared.join(members, Reading.ACCOUNT)
                .groupBy(Likeness.SET, GROUP, Reading.ACCOUNT)
                .agg(count(lit(1)).as("own"));
        Dataset<Row> all = own.groupBy(Likeness.SET, GROUP).agg(sum(col("own")).as("all"));
        Dataset<Row> near = around.join(all.withColumnRenamed(Likeness.SET, other), other)
                .groupBy(Likeness.SET, GROUP)
                .agg(sum(col("all")).as("near"));
        Dataset<Row> same = own.join(all, Rowed.names(Likeness.SET, GROUP))
                .join(near, Rowed.names(Likeness.SET, GROUP), "left")
                .select(
                        col(Reading.ACCOUNT),
                        col("own"),
                        expr("own * (all - own + coalesce(near, 0L))").as("pairs"));
        // what an account has with itself is no pair of two
        Dataset<Row> itself = around.join(own, Likeness.SET)
                .join(
                        own.select(
                                col(Likeness.SET).as(other),
                                col(Reading.ACCOUNT),
                                col("own").as("others")),
                        Rowed.names(other, Reading.ACCOUNT))
                .select(
                        col(Reading.ACCOUNT),
                        lit(0L).as("own"),
                        expr("-own * others").as("pairs"));
        Brought sums = Brought.of(
                same.union(itself).groupBy(Reading.ACCOUNT).agg(sum(col("own")), sum(col("pairs"))),
                bring,
                "accounts of groups");
        var posts = new long[accounts.size()];
        var pairs = new long[accounts.size()];
        for (int i = 0; i < sums.column(0).length; i++) {
            int at = accounts.place(sums.column(0)[i]);
            posts[at] = sums.column(1)[i];
            pairs[at] = sums.column(2)[i];
        }
        int groups = found.names().size();
        return Alike.of(found, NearDuplicates.Between.of(found.of(), groups, posts, pairs), words());
    }

    /** How many each group wrote. */
    private long[] words() {
        var words = new long[found.names().size()];
        posts.join(members, Reading.ACCOUNT)
                .groupBy(GROUP)
                .agg(sum(col(Reading.LENGTH)))
                .collectAsList()
                .forEach(row -> words[(int) row.getLong(0)] = row.getLong(1));
        return words;
    }

    /**
     * @param window in milliseconds, for ties by sharing
     * @param leastObjects how many different objects two accounts share to have a tie by sharing
     * @param sharing who shares the same, asked where nobody answers anybody
     */
    Insularity insularity(long window, int leastObjects, Supplier<Sharing> sharing) {
        Dataset<Row> answers = Tying.ties(posts).persist(StorageLevel.DISK_ONLY());
        try {
            return answers.isEmpty()
                    ? sharing.get()
                            .edges(
                                    window,
                                    new Largest(),
                                    (edges, _) -> of(
                                            Insularity.Made.SHARING,
                                            edges.where(col(Slice.OBJECTS).geq(leastObjects))
                                                    .select(Slice.LOWER, Slice.HIGHER)))
                    : of(Insularity.Made.ANSWERS, answers);
        } finally {
            answers.unpersist();
        }
    }

    private Insularity of(Insularity.Made made, Dataset<Row> ties) {
        Dataset<Row> inside = ties.join(members.select(col(Reading.ACCOUNT).as(Slice.LOWER)), Slice.LOWER)
                .join(members.select(col(Reading.ACCOUNT).as(Slice.HIGHER)), Slice.HIGHER)
                .select(Slice.LOWER, Slice.HIGHER);
        Brought pairs = Brought.of(inside, bring, "ties between accounts of groups");
        var placed = new long[pairs.column(0).length];
        for (int i = 0; i < placed.length; i++) {
            int one = accounts.place(pairs.column(0)[i]);
            int other = accounts.place(pairs.column(1)[i]);
            placed[i] = (long) Math.min(one, other) << 32 | Math.max(one, other);
        }
        return Insularity.of(made, found.names(), found.of(), placed, ties.count());
    }
}
