package org.afterword.reading;

import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Warning;

/**
 * What became of a file.
 *
 * @param reader name and version of the reader that was chosen ("whatsapp/1"); "none" if no reader knows the file
 * @param confidence that reader's, 0 to 1
 * @param accounts in the order of the file; empty if nothing could be read
 * @param warnings what could not be read, or had to be guessed; never empty if there is no account
 */
public record Reading(String reader, double confidence, List<Account> accounts, List<Warning> warnings) {
    /** The reader's name where there is none. */
    public static final String NONE = "none";

    public Reading {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /** A file that could not be read. */
    static Reading failed(String where, String message) {
        return new Reading(NONE, 0, List.of(), List.of(new Warning(where, message)));
    }
}
