package org.afterword.casefile;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;

/**
 * The content of the item that an {@link Entry.Suggested} names.
 *
 * @param accounts the accounts that were looked through
 */
public record Suggestions(List<Id> accounts, List<Suggestion> suggestions) {
    public Suggestions {
        accounts = List.copyOf(accounts);
        suggestions = List.copyOf(suggestions);
    }
}
