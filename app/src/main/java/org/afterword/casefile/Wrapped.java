package org.afterword.casefile;

/** The tables whose rows have a wrapped key. */
enum Wrapped {
    ITEM("item", "place"),
    ENTRY("entry", "number"),
    CHECKPOINT("checkpoint", "size"),
    STATE("state", "name");

    private final String table;
    private final String key;

    Wrapped(String table, String key) {
        this.table = table;
        this.key = key;
    }

    String table() {
        return table;
    }

    /** The column by which its rows are in order. */
    String key() {
        return key;
    }

    /** For people. */
    String name(Rows.Item row) {
        return this == ITEM ? "item " + row.id() : "log " + table + " " + row.place();
    }
}
