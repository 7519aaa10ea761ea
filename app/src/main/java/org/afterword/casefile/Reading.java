package org.afterword.casefile;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Warning;

/**
 * How the reading of an exhibit went.
 *
 * @param reader what read it
 * @param accounts how many came out
 */
public record Reading(Id exhibit, String reader, int accounts, List<Warning> warnings) {
    public Reading {
        warnings = List.copyOf(warnings);
    }
}
