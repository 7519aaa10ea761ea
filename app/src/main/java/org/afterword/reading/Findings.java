package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** What a reader finds, as it goes: nothing has to wait in memory for the end of the file. */
public interface Findings {
    void account(Account account) throws IOException;

    /**
     * A file within the file: it becomes an exhibit of its own, and is read like any other.
     *
     * @param path in the container, with {@code /}; whatever it says, nothing is written there
     * @param bytes read to the end, not closed
     */
    void part(String path, InputStream bytes) throws IOException;

    /** What people made of texts with other software; nothing comes of it but for who imports it. */
    default void project(RefiProject project) throws IOException {}

    void warning(Warning warning) throws IOException;

    /** Given once, at the end, by a reader that can count. */
    void balance(Balance balance) throws IOException;

    default void all(Read read) throws IOException {
        for (Account account : read.accounts()) {
            account(account);
        }
        for (Warning warning : read.warnings()) {
            warning(warning);
        }
    }
}
