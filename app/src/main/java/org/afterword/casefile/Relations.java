package org.afterword.casefile;

import java.io.IOException;
import java.sql.SQLException;
import org.afterword.model.Id;

/**
 * The log folded into tables of an in-memory SQLite: it holds nothing that the log does not say. Texts of accounts stay
 * in their items. One thread at a time.
 */
final class Relations extends Answering implements AutoCloseable {
    private Numbers numbers;

    private Relations(Tables tables, Items items) {
        super(tables, items);
        this.numbers = new Numbers(tables);
    }

    static Relations empty(Items items) {
        return new Relations(Tables.empty(), items);
    }

    /** @param image what {@link #serialize()} gave, from the same {@link Schema#VERSION} */
    static Relations restore(byte[] image, Items items) throws IOException {
        return new Relations(Tables.restore(image), items);
    }

    synchronized byte[] serialize() throws IOException {
        return tables.serialize();
    }

    synchronized long size() {
        return tables.size();
    }

    interface Folding {
        void apply(Logged logged) throws IOException;
    }

    interface Several {
        void into(Folding fold) throws IOException;
    }

    /**
     * Folds several in; all of them or nothing.
     *
     * @throws IllegalStateException if one of them does not fit what is there
     */
    synchronized void together(Several several) throws IOException {
        boolean done = false;
        try {
            tables.together(() -> several.into(this::fold));
            done = true;
        } finally {
            numbers = done ? numbers : new Numbers(tables);
        }
    }

    private void fold(Logged logged) throws IOException {
        if (logged.entry().isPresent()) {
            try {
                new Fold(tables.statements(), numbers, items)
                        .apply(logged, logged.entry().get());
            } catch (SQLException e) {
                // Without its cause, whose message may one day have values: names, perhaps.
                throw new IllegalStateException("an entry of kind " + logged.kind() + " does not fit the case");
            }
        }
    }

    @Override
    int number(Id account) {
        return numbers.of(account);
    }

    @Override
    public synchronized void close() {
        tables.close();
    }
}
