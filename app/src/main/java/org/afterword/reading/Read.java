package org.afterword.reading;

import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Warning;

/** What one reader made of a source. */
record Read(List<Account> accounts, List<Warning> warnings) {
    Read {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    static Read nothing(String where, String message) {
        return new Read(List.of(), List.of(new Warning(where, message)));
    }
}
