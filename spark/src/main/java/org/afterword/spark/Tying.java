package org.afterword.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who answers whom, or passes on whose posts, as far as both are in the data. */
final class Tying {
    private static final String WRITER = "writer";

    private Tying() {}

    /** Which account wrote the post of an id; an id that several accounts have says nothing. */
    static Dataset<Row> writers(Dataset<Row> posts) {
        return posts.where(col(Reading.ID).notEqual(0))
                .groupBy(Reading.ID)
                .agg(
                        min(col(Reading.ACCOUNT)).as(WRITER),
                        max(col(Reading.ACCOUNT)).as("last"))
                .where(col(WRITER).equalTo(col("last")))
                .select(Reading.ID, WRITER);
    }

    /** Each pair of accounts of which one answers the other, once. */
    static Dataset<Row> ties(Dataset<Row> posts) {
        Dataset<Row> toAccount = posts.select(
                        col(Reading.ACCOUNT), explode(col(Reading.TO)).as(WRITER))
                .join(posts.select(col(Reading.ACCOUNT).as(WRITER)).distinct(), Rowed.names(WRITER), "left_semi")
                .select(Reading.ACCOUNT, WRITER);
        Dataset<Row> toPost = posts.select(
                        col(Reading.ACCOUNT), explode(col(Reading.ANSWERED)).as(Reading.ID))
                .join(writers(posts), Reading.ID)
                .select(Reading.ACCOUNT, WRITER);
        return toAccount
                .union(toPost)
                .where(col(Reading.ACCOUNT).notEqual(col(WRITER)))
                .select(
                        least(col(Reading.ACCOUNT), col(WRITER)).as(Slice.LOWER),
                        greatest(col(Reading.ACCOUNT), col(WRITER)).as(Slice.HIGHER))
                .distinct();
    }
}
