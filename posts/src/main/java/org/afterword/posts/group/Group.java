package org.afterword.posts.group;

import java.util.List;
import java.util.Optional;

/**
 * What one group's accounts write.
 *
 * @param name as the data have it
 * @param accounts how many it has in the data
 * @param posts how many they wrote
 * @param measures empty if there are fewer than {@link #LEAST} accounts
 */
public record Group(String name, int accounts, int posts, Optional<Measures> measures) {
    /** Of fewer accounts nothing is said. */
    public static final int LEAST = 10;

    /**
     * @param effective the effective number of accounts ({@link org.afterword.posts.Voices})
     * @param tenth which part of the posts the most active tenth of the accounts wrote
     * @param sameShared which part of the pairs of shares by different accounts is of one object; empty if fewer than
     *     {@link #LEAST} share anything
     * @param nearlySame which part of the pairs of posts by different accounts is nearly the same, if there are texts enough
     * @param uniformity if there are, and their words were looked at
     * @param loaded words that set the group apart, the strongest first; empty if no texts were looked at
     */
    public record Measures(
            Estimate effective,
            Estimate tenth,
            Optional<Estimate> sameShared,
            Optional<Estimate> nearlySame,
            Optional<Uniformity> uniformity,
            Optional<List<LoadedWord>> loaded) {}
}
