package org.afterword.spark;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.afterword.posts.read.Cell;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Role;
import org.afterword.posts.read.Rows;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows whose columns have types, as Parquet has them. */
final class Typed implements Rows {
    private final List<String> header;
    private final Iterator<Row> rows;
    private final Map<Role, Integer> places = new EnumMap<>(Role.class);
    private @Nullable Row current;

    Typed(List<String> header, Iterator<Row> rows) {
        this.header = header;
        this.rows = rows;
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
    public boolean next() {
        current = rows.hasNext() ? rows.next() : null;
        return current != null;
    }

    @Override
    public @Nullable LeftOut broken() {
        return null;
    }

    @Override
    public String get(Role role) {
        Integer place = places.get(role);
        return place == null || current == null ? "" : Cell.text(current.get(place));
    }

    @Override
    public void close() {}
}
