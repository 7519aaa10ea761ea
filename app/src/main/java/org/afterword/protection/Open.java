package org.afterword.protection;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.people.Cluster;

/**
 * Something that a person has to decide before a text that names it can be published.
 *
 * @param cluster who or what it is
 * @param decide what to decide: one sentence, without the name
 * @param mentions how many
 * @param accounts where, each once, in the order of the mentions
 */
public record Open(Cluster cluster, String decide, int mentions, List<Id> accounts) {
    public Open {
        accounts = List.copyOf(accounts);
    }
}
