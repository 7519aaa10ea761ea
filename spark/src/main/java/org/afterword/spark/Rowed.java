package org.afterword.spark;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.Settings;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Choice;
import org.afterword.posts.read.HashedRow;
import org.afterword.posts.read.Role;
import org.afterword.posts.read.Rows;
import org.afterword.posts.read.Source;
import org.afterword.posts.read.Veil;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of all inputs as numbers.
 *
 * @param rows as {@link Reading.Wanted#row}
 * @param kind what is looked at as shared
 * @param texts whether there are texts that are wanted
 * @param groups whether accounts are said to belong to groups
 * @param accounts whether rows say so, or whom posts are addressed to
 * @param named whether posts have ids, so that several rows may be one post
 * @param key of the hashes of this run
 */
record Rowed(
        Dataset<Row> rows,
        Optional<Role> kind,
        boolean texts,
        boolean groups,
        boolean accounts,
        boolean named,
        long key) {
    /**
     * @throws BadInput if a column is missing that is needed
     * @throws IOException if an input cannot be looked at
     */
    static Rowed of(SparkSession spark, List<Input> inputs, Settings settings) throws IOException {
        long key = new SecureRandom().nextLong();
        boolean withTexts = settings.parts() != Settings.Parts.SHARING;
        List<String> target = settings.asked().target();
        Optional<Role> kind = Optional.empty();
        var choices = new ArrayList<Choice>();
        for (Input input : inputs) {
            Choice choice = Choice.of(settings.columns(), settings.kind(), kind, header(spark, input));
            kind = choice.kind();
            choices.add(choice);
        }
        boolean groups = choices.stream().anyMatch(choice -> choice.columns().containsKey(Role.GROUP));
        boolean accounts = groups || !target.isEmpty();
        boolean texts = withTexts
                && choices.stream().anyMatch(choice -> choice.columns().containsKey(Role.TEXT));
        if (settings.parts() == Settings.Parts.TEXTS && !texts) {
            throw new BadInput("No column is known to hold the text; say which with --columns text=NAME.");
        }
        var parts = new ArrayList<Dataset<Row>>();
        for (int i = 0; i < inputs.size(); i++) {
            Choice choice = choices.get(i);
            Map<Role, String> columns = withTexts ? choice.withTexts() : choice.forSharing();
            columns.putAll(choice.ofAccounts(!target.isEmpty()));
            var wanted = new Reading.Wanted(withTexts, accounts, target);
            parts.add(rows(
                    spark, inputs.get(i), new Reading(columns, choice.kind().orElse(null), key, wanted)));
        }
        return new Rowed(
                parts.stream().reduce(Dataset::unionAll).orElseThrow(),
                kind,
                texts,
                groups,
                accounts,
                choices.stream().anyMatch(choice -> choice.columns().containsKey(Role.POST)),
                key);
    }

    /** The number of an account in this run. */
    long account(String id) {
        return new HashedRow(Optional.empty(), key).account(id);
    }

    Veil veil() {
        return new Veil(key);
    }

    /** As Spark's joins want names of columns. */
    static scala.collection.immutable.Seq<String> names(String... columns) {
        return CollectionConverters.asScala(List.of(columns)).toSeq();
    }

    private static List<String> header(SparkSession spark, Input input) throws IOException {
        String first = input.files().getFirst();
        List<String> header;
        if (input.form() == Input.Form.PARQUET) {
            header = List.of(spark.read().parquet(first).schema().fieldNames());
        } else {
            try (Source source = Whole.open(first, hadoop(spark))) {
                header = source.rows().header();
            }
        }
        if (header.isEmpty()) {
            throw new BadInput(input.name() + " holds no rows.");
        }
        return header;
    }

    static Configuration hadoop(SparkSession spark) {
        return spark.sparkContext().hadoopConfiguration();
    }

    private static Dataset<Row> rows(SparkSession spark, Input input, Reading reading) {
        String[] files = input.files().toArray(String[]::new);
        return switch (input.form()) {
            case PARQUET -> parquet(spark, input, reading);
            case JSON_LINES ->
                spark.read()
                        .textFile(files)
                        .mapPartitions(
                                (MapPartitionsFunction<String, Row>) lines -> lines(reading, lines),
                                Encoders.row(reading.wanted().row()));
            case WHOLE -> {
                var hadoop = new SerializableConfiguration(hadoop(spark));
                yield spark.createDataset(input.files(), Encoders.STRING())
                        .repartition(files.length)
                        .flatMap(
                                (FlatMapFunction<String, Row>) file -> Whole.rows(file, hadoop.value(), reading),
                                Encoders.row(reading.wanted().row()));
            }
        };
    }

    private static Iterator<Row> lines(Reading reading, Iterator<String> lines) throws IOException {
        return lines.hasNext() ? reading.of(Rows.json(lines)) : Collections.emptyIterator();
    }

    private static Dataset<Row> parquet(SparkSession spark, Input input, Reading reading) {
        StructType there = spark.read().parquet(input.files().getFirst()).schema();
        List<String> wanted = reading.columns().values().stream().distinct().toList();
        for (String name : wanted) {
            if (isNested(there.fields()[there.fieldIndex(name)])) {
                throw new BadInput(
                        "The column '" + name + "' of " + input.name() + " does not hold single values (it is"
                                + " nested). Please write it as a column of its own with one value a row, or name another with"
                                + " --columns.");
            }
        }
        return spark.read()
                .parquet(input.files().toArray(String[]::new))
                .select(wanted.stream()
                        .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> reading.of(new Typed(wanted, rows)),
                        Encoders.row(reading.wanted().row()));
    }

    private static boolean isNested(StructField field) {
        DataType type = field.dataType();
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }
}
