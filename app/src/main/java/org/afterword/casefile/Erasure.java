package org.afterword.casefile;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.afterword.model.Id;

/**
 * What is to be destroyed, and what is to be read in its place. What an erased entry brought goes with it.
 *
 * @param entries numbers of the entries of which nothing but the leaf is to stay; none that says that something was
 *     erased
 * @param items more items that are to go, of entries that stay
 * @param kept items that erased entries brought and that stay
 * @param instead what stands in for some of the entries, by their numbers: it says what they said of others
 * @param what "exhibit", "account", "person" or "material"
 * @param reason stays readable
 */
public record Erasure(
        Set<Long> entries, Set<Id> items, Set<Id> kept, Map<Long, Rewriting> instead, String what, String reason) {
    public Erasure {
        entries = Set.copyOf(entries);
        items = Set.copyOf(items);
        kept = Set.copyOf(kept);
        instead = Map.copyOf(instead);
        if (!entries.containsAll(instead.keySet())) {
            throw new IllegalArgumentException("only an erased entry is replaced");
        }
    }

    /** Makes a stand-in when its turn comes, so that not all of them are in memory together. */
    public interface Rewriting {
        /**
         * @param items stores what the entry is to name
         * @return of the same kind as the entry for which it stands
         */
        Entry write(Putting items) throws IOException;
    }

    /** Stores an item of a stand-in. */
    public interface Putting {
        Id put(ItemType type, byte[] bytes) throws IOException;
    }
}
