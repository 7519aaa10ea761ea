package org.afterword.spark;

import java.util.Optional;
import org.afterword.posts.read.BadInput;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** How Spark is started. */
final class Session {
    private static final String ENCRYPTION = "spark.io.encryption.enabled";

    private Session() {}

    /**
     * Temporary files hold hashes of ids and times of people, so they are encrypted under a key that Spark draws for the
     * run and keeps in memory.
     *
     * @param master where Spark runs; nothing for what spark-submit says, or else this machine
     * @throws BadInput if somebody switched off that temporary files are encrypted
     */
    static SparkSession open(Optional<String> master) {
        var given = new SparkConf();
        if (!given.getBoolean(ENCRYPTION, true)) {
            throw new BadInput(ENCRYPTION + " is off. Temporary files hold numbers about people, so they are written"
                    + " only if they are encrypted; please leave the setting out.");
        }
        SparkSession.Builder builder = SparkSession.builder()
                .appName("afterword-spark")
                .config(ENCRYPTION, true)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.legacy.parquet.nanosAsLong", true)
                .config("spark.sql.caseSensitive", true)
                .config("spark.ui.enabled", given.getBoolean("spark.ui.enabled", false));
        String where = master.orElse(given.get("spark.master", "local[*]"));
        SparkSession spark = builder.master(where).getOrCreate();
        spark.sparkContext().setLogLevel(given.get("spark.log.level", "ERROR"));
        return spark;
    }
}
