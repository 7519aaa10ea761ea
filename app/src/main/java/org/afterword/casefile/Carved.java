package org.afterword.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.model.Id;

/**
 * What looks like a case's rows in a file that SQLite need not be able to read. Of a number there may be several; the
 * keys tell which is real.
 */
final class Carved implements AutoCloseable {
    private static final int CHUNK_BITS = 24;
    private static final int ID = 16;
    private static final int HASH = 32;
    private final Pages pages;
    private final List<Pages.Place> headers = new ArrayList<>();
    private final Map<Long, List<Pages.Place>> items = new TreeMap<>();
    private final Map<Long, List<Pages.Place>> chunks = new HashMap<>();
    private final TreeMap<Long, List<Pages.Place>> entries = new TreeMap<>();
    private final TreeMap<Long, List<Pages.Place>> records = new TreeMap<>();

    private Carved(Pages pages) {
        this.pages = pages;
    }

    static Carved open(Path path) throws IOException {
        var carved = new Carved(Pages.open(path));
        boolean done = false;
        try {
            carved.pages.forEach(carved::take);
            done = true;
            return carved;
        } finally {
            if (!done) {
                carved.close();
            }
        }
    }

    private void take(Pages.Cell cell) {
        var place = cell.place();
        switch (cell.columns().size()) {
            case 2 -> {
                if (cell.rowid() >> CHUNK_BITS > 0) {
                    add(chunks, cell.rowid(), place);
                } else {
                    headers.add(place);
                }
            }
            case 3 -> add(cell.columns().get(1) == ID ? items : records, cell.rowid(), place);
            case 4 -> {
                if (cell.columns().get(1) == HASH) {
                    add(entries, cell.rowid(), place);
                }
            }
            default -> {}
        }
    }

    private static void add(Map<Long, List<Pages.Place>> to, long number, Pages.Place place) {
        to.computeIfAbsent(number, one -> new ArrayList<>(1)).add(place);
    }

    boolean isEmpty() {
        return headers.isEmpty() && items.isEmpty() && entries.isEmpty();
    }

    List<byte[]> headers() throws IOException {
        var all = new ArrayList<byte[]>();
        for (var place : headers) {
            pages.values(place).ifPresent(values -> all.add(values.getFirst()));
        }
        return all;
    }

    List<Rows.Item> items() throws IOException {
        var all = new ArrayList<Rows.Item>();
        for (var number : items.entrySet()) {
            for (var place : number.getValue()) {
                pages.values(place)
                        .ifPresent(values ->
                                all.add(new Rows.Item(number.getKey(), Id.of(values.getFirst()), values.getLast())));
            }
        }
        return all;
    }

    /** The numbers that some row has, in order. */
    List<Long> entryNumbers() {
        return List.copyOf(entries.keySet());
    }

    List<Rows.Entry> entries(long number) throws IOException {
        var all = new ArrayList<Rows.Entry>();
        for (var place : entries.getOrDefault(number, List.of())) {
            pages.values(place)
                    .ifPresent(values -> all.add(
                            new Rows.Entry(number, values.getFirst(), new Sealed(values.get(1), values.get(2)))));
        }
        return all;
    }

    /** Checkpoints and states: rows of either kind look alike. */
    List<Rows.Numbered> records() throws IOException {
        var all = new ArrayList<Rows.Numbered>();
        for (var number : records.entrySet()) {
            for (var place : number.getValue()) {
                pages.values(place)
                        .ifPresent(values -> all.add(
                                new Rows.Numbered(number.getKey(), new Sealed(values.getFirst(), values.getLast()))));
            }
        }
        return all;
    }

    List<byte[]> chunks(long place, long number) throws IOException {
        var all = new ArrayList<byte[]>();
        for (var at : chunks.getOrDefault((place << CHUNK_BITS) + number, List.of())) {
            pages.values(at).ifPresent(values -> all.add(values.getFirst()));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
