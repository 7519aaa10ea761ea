package org.afterword.casefile;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * The content of the item that an {@link Entry.Imported} names: how what was taken over was called where it came from.
 *
 * @param project the project's name there
 */
public record Import(String project, List<Source> sources, List<Coding> codings) {
    public Import {
        sources = List.copyOf(sources);
        codings = List.copyOf(codings);
    }

    /**
     * @param account what became of it
     * @param guid the name that it has in every program
     */
    public record Source(Id account, String guid, String name) {}

    /**
     * @param suggestion the coding in the case
     * @param at when it was coded, as the other program says (ISO 8601)
     */
    public record Coding(Id suggestion, String guid, Optional<String> at) {}
}
