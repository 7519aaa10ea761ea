package org.afterword.casefile;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;

/**
 * The content of the item that an {@link Entry.NamesFound} names.
 *
 * @param accounts the accounts that were looked through
 * @param identities those that are new
 * @param mentions of new and known identities
 */
public record Names(List<Id> accounts, List<Identity> identities, List<Mention> mentions) {
    public Names {
        accounts = List.copyOf(accounts);
        identities = List.copyOf(identities);
        mentions = List.copyOf(mentions);
    }
}
