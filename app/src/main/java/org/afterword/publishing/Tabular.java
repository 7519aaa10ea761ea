package org.afterword.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.afterword.casefile.Frames;

/** Tables of accounts, turns, codings, findings and codes, with a data dictionary beside them. */
public final class Tabular extends Exchange {
    private static final String DICTIONARY = "data-dictionary.md";
    /** With which a spreadsheet begins what it computes. */
    private static final String COMPUTED = "=+-@\t\r";

    private enum Form {
        CSV(
                "csv",
                "CSV as in RFC 4180, UTF-8, the names of the columns in the first line. A value that begins with one of"
                        + " = + - @ or a tab has an apostrophe before it, so that no spreadsheet computes it; the JSON"
                        + " lines have the values as they are."),
        JSON_LINES("jsonl", "One JSON object a line, UTF-8."),
        PARQUET(
                "parquet",
                "Apache Parquet, packed by Zstandard. Texts are UTF-8, numbers have 64 bits; no value is missing. The"
                        + " meanings of the columns are in the files as well, as their metadata.");

        private final String ending;
        private final String said;

        Form(String ending, String said) {
            this.ending = ending;
            this.said = said;
        }
    }

    private final Form form;

    private Tabular(Form form) {
        this.form = form;
    }

    /** RFC 4180, UTF-8. */
    public static Tabular csv() {
        return new Tabular(Form.CSV);
    }

    /** One JSON object a line. */
    public static Tabular jsonLines() {
        return new Tabular(Form.JSON_LINES);
    }

    /** Apache Parquet. */
    public static Tabular parquet() {
        return new Tabular(Form.PARQUET);
    }

    @Override
    public String name() {
        return form.ending;
    }

    @Override
    SortedMap<String, byte[]> files(Handout handout, String program) {
        List<Columns.Table> tables = Columns.of(handout);
        var files = new TreeMap<String, byte[]>();
        for (Columns.Table table : tables) {
            files.put(table.name() + "." + name(), written(table));
        }
        files.put(DICTIONARY, dictionary(tables).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private byte[] written(Columns.Table table) {
        return switch (form) {
            case CSV -> csv(table).getBytes(StandardCharsets.UTF_8);
            case JSON_LINES -> jsonLines(table).getBytes(StandardCharsets.UTF_8);
            case PARQUET -> ParquetTable.of(table);
        };
    }

    @Override
    SortedMap<String, byte[]> readBack(SortedMap<String, byte[]> files) throws IOException {
        var texts = new TreeMap<>(files);
        for (var file : files.entrySet()) {
            if (form == Form.PARQUET && !file.getKey().equals(DICTIONARY)) {
                texts.put(file.getKey(), ParquetText.of(file.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String csv(Columns.Table table) {
        var csv = new StringBuilder(String.join(",", table.meanings().keySet())).append("\r\n");
        for (List<Object> row : table.rows()) {
            csv.append(row.stream().map(Tabular::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        String safe = !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String jsonLines(Columns.Table table) {
        var json = new StringBuilder();
        for (List<Object> row : table.rows()) {
            var one = new LinkedHashMap<String, Object>();
            Iterator<Object> values = row.iterator();
            table.meanings().keySet().forEach(name -> one.put(name, values.next()));
            json.append(written(one)).append('\n');
        }
        return json.toString();
    }

    private static String written(Map<String, Object> row) {
        try {
            return Frames.json().writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    private String dictionary(List<Columns.Table> tables) {
        var text = new StringBuilder("# Data dictionary\n\n");
        text.append(form.said).append('\n');
        for (Columns.Table table : tables) {
            text.append("\n## ")
                    .append(table.name())
                    .append("\n\nEach row is ")
                    .append(table.what())
                    .append(".\n\n| column | meaning |\n|---|---|\n");
            table.meanings()
                    .forEach((name, meaning) -> text.append("| ")
                            .append(name)
                            .append(" | ")
                            .append(meaning)
                            .append(" |\n"));
        }
        return text.toString();
    }
}
