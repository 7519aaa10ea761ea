package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Warning;

/** The rows of a table of any size as RFC 4180 has it, in UTF-8; what is not becomes question marks. */
final class Csv {
    private static final int MOST_CELLS = 1000;
    private static final int LONGEST = 16 << 20;

    private final SoundUtf8 sound;
    private final InputStream in;
    private final List<String> names;
    private long at;
    private long rows;
    private int ahead;
    private boolean cut;
    private boolean unended;

    /**
     * One row.
     *
     * @param number from 1, without the row of names
     * @param from of its first byte
     * @param to after its last byte, without the line end
     */
    record Row(long number, long from, long to, List<String> cells) {}

    Csv(Source source) throws IOException {
        sound = new SoundUtf8(source.stream(0));
        in = new BufferedInputStream(sound);
        ahead = in.read();
        if (ahead == 0xEF) {
            in.skipNBytes(2);
            ahead = in.read();
            at = 3;
        }
        names = row().map(Row::cells).orElse(List.of());
        rows = 0;
    }

    /** The cells of the first row. */
    List<String> names() {
        return names;
    }

    /** Of a row, what stands under a name; empty if that is blank, or there is none. */
    Optional<String> cell(Row row, String name) {
        int column = names.indexOf(name);
        return column < 0 || column >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(column)).filter(text -> !text.isBlank());
    }

    /** Empty at the end; rows without anything are none. */
    Optional<Row> next() throws IOException {
        Optional<Row> row = row();
        while (row.isPresent() && row.get().cells().stream().allMatch(String::isBlank)) {
            rows--;
            row = row();
        }
        return row;
    }

    private int take() throws IOException {
        int taken = ahead;
        ahead = in.read();
        at++;
        return taken;
    }

    /** A quotation that does not end takes the rest. */
    private Optional<Row> row() throws IOException {
        if (ahead < 0) {
            return Optional.empty();
        }
        long from = at;
        var cells = new ArrayList<String>();
        var cell = new ByteArrayOutputStream();
        boolean quoted = false;
        while (ahead >= 0 && (quoted || (ahead != '\n' && ahead != '\r'))) {
            int c = take();
            if (quoted && c == '"' && ahead == '"') {
                keep(cell, take());
            } else if (c == '"' && (quoted || cell.size() == 0)) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(cells, cell);
            } else {
                keep(cell, c);
            }
        }
        unended |= quoted;
        add(cells, cell);
        var row = new Row(++rows, from, at, List.copyOf(cells));
        if (ahead == '\r') {
            take();
        }
        if (ahead == '\n') {
            take();
        }
        return Optional.of(row);
    }

    private void keep(ByteArrayOutputStream cell, int c) {
        if (cell.size() < LONGEST) {
            cell.write(c);
        } else {
            cut = true;
        }
    }

    private void add(List<String> cells, ByteArrayOutputStream cell) {
        if (cells.size() < MOST_CELLS) {
            cells.add(cell.toString(StandardCharsets.UTF_8));
        } else {
            cut = true;
        }
        cell.reset();
    }

    /** What was wrong with the table, after its last row. */
    void tell(Findings into) throws IOException {
        if (sound.broken() > 0) {
            into.warning(new Warning("byte " + sound.first(), sound.broken() + " bytes are not UTF-8; replaced by ?"));
        }
        if (unended) {
            into.warning(new Warning("row " + rows, "the table breaks off within a cell"));
        }
        if (cut) {
            into.warning(new Warning(
                    "",
                    "a row has more than " + MOST_CELLS + " cells, or one of more than " + (LONGEST >> 20)
                            + " MiB; what is beyond that is not read"));
        }
    }
}
