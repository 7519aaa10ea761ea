package org.afterword.casefile;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Id;
import org.afterword.model.Warning;

/**
 * How the reading of an exhibit went.
 *
 * @param reader what read it
 * @param accounts how many came out
 * @param parts how many files in it are exhibits of their own
 * @param balance what the exhibit holds, where the reader could count it
 */
public record Reading(
        Id exhibit, String reader, int accounts, int parts, List<Warning> warnings, Optional<Balance> balance) {
    public Reading {
        warnings = List.copyOf(warnings);
    }
}
