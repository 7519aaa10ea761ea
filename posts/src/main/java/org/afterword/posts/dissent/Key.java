package org.afterword.posts.dissent;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Posts;

/**
 * The design of a sample, kept apart from those who code: of which group and stretch of time a row is.
 *
 * @param rows by label, with post numbers of no meaning
 * @param dataset a hash of the hashes of the files
 */
record Key(Map<String, Sample.Row> rows, String dataset, long seed) {
    static final String NAME = "key.csv";

    private static final List<String> COLUMNS =
            List.of("row", "group", "stretch", "account", "posts_in_stretch", "drawn_in_stretch", "seed", "dataset");

    static void write(Sample sample, CsvWriter key) {
        key.writeRecord(COLUMNS);
        for (Sample.Row row : sample.rows()) {
            key.writeRecord(
                    row.label(),
                    row.group(),
                    String.valueOf(row.slice() + 1),
                    String.valueOf(row.cluster()),
                    String.valueOf(row.of()),
                    String.valueOf(row.drawn()),
                    String.valueOf(sample.seed()),
                    sample.dataset());
        }
    }

    static Key read(Path file) throws IOException {
        var rows = new HashMap<String, Sample.Row>();
        String dataset = "";
        long seed = 0;
        try {
            for (NamedCsvRecord row : Sheet.rows(file, COLUMNS)) {
                dataset = row.getField("dataset");
                seed = Long.parseLong(row.getField("seed"));
                rows.put(
                        row.getField("row"),
                        new Sample.Row(
                                row.getField("row"),
                                -1,
                                row.getField("group"),
                                Integer.parseInt(row.getField("stretch")) - 1,
                                Integer.parseInt(row.getField("account")),
                                Integer.parseInt(row.getField("posts_in_stretch")),
                                Integer.parseInt(row.getField("drawn_in_stretch"))));
            }
        } catch (NumberFormatException e) {
            throw new BadInput(file.getFileName() + " is no key that was written with a sample, or it was changed.");
        }
        return new Key(rows, dataset, seed);
    }

    static String dataset(List<Posts.Input> inputs) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            inputs.forEach(input -> digest.update(input.sha256().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
