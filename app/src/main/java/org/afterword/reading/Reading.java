package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/**
 * What became of a file.
 *
 * @param reader name and version of the reader that was chosen ("whatsapp/1"); "none" if no reader knows the file
 * @param confidence that reader's, 0 to 1
 * @param accounts how many were found
 * @param parts how many files within the file
 * @param warnings what could not be read, or had to be guessed; never empty if nothing was found
 * @param balance what the file holds, where the reader can count it
 */
public record Reading(
        String reader, double confidence, int accounts, int parts, List<Warning> warnings, Optional<Balance> balance) {
    /** The reader's name where there is none. */
    public static final String NONE = "none";

    public Reading {
        warnings = List.copyOf(warnings);
    }

    /** A file that is not read on purpose. */
    public static Reading left(String why) {
        return failed("", why);
    }

    /** A file that could not be read. */
    static Reading failed(String where, String message) {
        return new Reading(NONE, 0, 0, 0, List.of(new Warning(where, message)), Optional.empty());
    }
}
