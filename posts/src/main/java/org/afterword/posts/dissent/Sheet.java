package org.afterword.posts.dissent;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.posts.read.BadInput;

/** The sheet for those who code: a text a row, and two columns to fill in. */
public final class Sheet {
    public static final String NAME = "to-code.csv";

    static final String ROW = "row";
    static final String OWN = "speaks-of-own-group";
    static final String CRITICISES = "criticises";

    private static final Set<String> YES = Set.of("yes", "y", "1", "true", "x", "ja", "j");
    private static final Set<String> NO = Set.of("no", "n", "0", "false", "nein");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_]");

    private Sheet() {}

    /**
     * Writes the sheet and its key into a folder.
     *
     * @param texts by the numbers of posts
     * @throws BadInput if either is there already, as it may hold somebody's work
     */
    public static void write(Sample sample, Map<Integer, String> texts, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of(NAME, Key.NAME)) {
            if (Files.exists(folder.resolve(name))) {
                throw new BadInput(folder.resolve(name) + " is there already and may hold somebody's work; nothing was"
                        + " written over. Please name another folder.");
            }
        }
        try (var sheet = writer(folder.resolve(NAME));
                var key = writer(folder.resolve(Key.NAME))) {
            sheet.writeRecord(ROW, "text", OWN, CRITICISES);
            for (Sample.Row row : sample.rows()) {
                sheet.writeRecord(row.label(), blinded(texts.getOrDefault(row.post(), "")), "", "");
            }
            Key.write(sample, key);
        }
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().build(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Without names of accounts and links; a text that a spreadsheet would take for a formula begins with an apostrophe. */
    static String blinded(String text) {
        String plain = HANDLE.matcher(LINK.matcher(text).replaceAll("[link]")).replaceAll("@…");
        return !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    /**
     * What was coded of one row.
     *
     * @param own whether it speaks of the writer's own group
     * @param criticises whether it criticises it
     */
    record Code(boolean own, boolean criticises) {}

    /**
     * The codes by label; rows that nobody filled in are not among them.
     *
     * @throws BadInput if a code is neither yes nor no
     */
    static Map<String, Code> read(Path file) throws IOException {
        var codes = new HashMap<String, Code>();
        for (NamedCsvRecord row : rows(file, List.of(ROW, OWN, CRITICISES))) {
            String own = row.getField(OWN).strip().toLowerCase(Locale.ROOT);
            String criticises = row.getField(CRITICISES).strip().toLowerCase(Locale.ROOT);
            String label = row.getField(ROW).strip();
            if (own.isEmpty() && criticises.isEmpty()) {
                continue;
            }
            boolean isOwn = code(own, label, file);
            // Who does not speak of the group cannot criticise it, so that nobody need say so.
            var code = new Code(isOwn, !(criticises.isEmpty() && !isOwn) && code(criticises, label, file) && isOwn);
            if (codes.put(label, code) != null) {
                throw new BadInput(file.getFileName() + " has row " + label + " twice.");
            }
        }
        return codes;
    }

    private static boolean code(String word, String label, Path file) {
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new BadInput(file.getFileName() + ", row " + label + ": '" + word
                + "' is neither yes nor no; leave both columns empty for what was not coded.");
    }

    /** Spreadsheets of some countries put semicolons between; texts may be in an old character set and are not read. */
    private static char separator(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
            return start.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        }
    }

    /** All rows of a file that has these columns, with commas or semicolons between. */
    static List<NamedCsvRecord> rows(Path file, List<String> columns) throws IOException {
        var rows = new ArrayList<NamedCsvRecord>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(file))
                .detectBomHeader(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                for (String column : columns) {
                    if (row.findField(column).isEmpty()) {
                        throw new BadInput(file.getFileName() + " has a row without a column '" + column
                                + "'; it takes " + String.join(", ", columns) + ".");
                    }
                }
                rows.add(row);
            }
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw new BadInput(file.getFileName() + " cannot be read as CSV in UTF-8.");
        }
        return rows;
    }
}
