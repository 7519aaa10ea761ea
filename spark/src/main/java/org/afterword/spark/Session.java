package org.afterword.spark;

import java.util.List;
import java.util.Optional;
import org.afterword.posts.read.BadInput;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** How Spark is started. */
final class Session {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ON_DISK = "spark.io.encryption.enabled";
    private static final String ON_THE_WIRE = "spark.network.crypto.enabled";

    private static final String TASKS = "spark.sql.shuffle.partitions";
    private static final long A_TASK = 4 << 20;

    private Session() {}

    /**
     * What Spark keeps for a while holds hashes of ids and times of people, so it is encrypted under a key that Spark draws
     * for the run and keeps in memory: on disks, and between machines. On one machine it listens on loopback alone.
     *
     * @param master where Spark runs; nothing for what spark-submit says, or else this machine
     * @throws BadInput if somebody switched that off
     */
    static SparkSession open(Optional<String> master) {
        var given = new SparkConf();
        for (String needed : List.of(ON_DISK, ON_THE_WIRE)) {
            if (!given.getBoolean(needed, true)) {
                throw new BadInput(needed + " is off. What Spark keeps for a while holds numbers about people, so it is"
                        + " kept only if it is encrypted; please leave the setting out.");
            }
        }
        String where = master.orElse(given.get("spark.master", "local[*]"));
        boolean local = where.startsWith("local");
        SparkSession.Builder builder = SparkSession.builder()
                .appName("afterword-spark")
                .master(where)
                .config(ON_DISK, true)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.legacy.parquet.nanosAsLong", true)
                .config("spark.sql.caseSensitive", true)
                .config("spark.ui.enabled", given.getBoolean("spark.ui.enabled", false));
        if (local) {
            builder.config("spark.driver.bindAddress", LOOPBACK).config("spark.driver.host", LOOPBACK);
        } else {
            builder.config("spark.authenticate", true).config(ON_THE_WIRE, true);
        }
        return builder.getOrCreate();
    }

    /**
     * On one machine, as many tasks as so much data needs, unless somebody chose: Spark's usual 200 are as many files each
     * time rows are dealt.
     *
     * @param bytes of all files, packed or not
     */
    static void sized(SparkSession spark, long bytes) {
        var context = spark.sparkContext();
        if (context.isLocal() && !context.getConf().contains(TASKS)) {
            spark.conf().set(TASKS, Math.clamp(bytes / A_TASK, context.defaultParallelism(), 200));
        }
    }
}
