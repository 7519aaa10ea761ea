package org.afterword.posts.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comma-separated values with a header (RFC 4180); semicolons, tabs and bars part fields as well. */
final class CsvRows implements Rows {
    private static final int LONGEST_FIELD = 64 << 20;
    private static final int LOOK = 1 << 16;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private final Map<Role, Integer> places = new EnumMap<>(Role.class);
    private @Nullable CsvRecord record;

    CsvRows(BufferedInputStream in) throws IOException {
        reader = CsvReader.builder()
                .fieldSeparator(separator(in))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord((InputStream) in);
        records = reader.iterator();
        header = advance() && record != null ? List.copyOf(record.getFields()) : List.of();
    }

    private static char separator(BufferedInputStream in) throws IOException {
        in.mark(LOOK);
        var counts = new int[128];
        for (int i = 0; i < LOOK - 1; i++) {
            int b = in.read();
            if (b < 0 || b == '\n') {
                break;
            }
            if (b < counts.length) {
                counts[b]++;
            }
        }
        in.reset();
        char most = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            most = counts[candidate] > counts[most] ? candidate : most;
        }
        return most;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void choose(Map<Role, String> columns) {
        columns.forEach((role, name) -> places.put(role, header.indexOf(name)));
    }

    @Override
    public boolean next() throws IOException {
        return advance();
    }

    private boolean advance() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new EOFException(
                    "a field is longer than " + LONGEST_FIELD + " characters, or its quotation mark is not closed");
        }
    }

    @Override
    public @Nullable LeftOut broken() {
        return record != null && record.getFieldCount() == header.size() ? null : LeftOut.BROKEN_ROW;
    }

    @Override
    public String get(Role role) {
        Integer place = places.get(role);
        return place == null || record == null ? "" : record.getField(place);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
