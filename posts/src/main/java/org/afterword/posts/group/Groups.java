package org.afterword.posts.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.afterword.posts.Voices;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;

/**
 * The groups of a dataset, side by side.
 *
 * @param groups by name
 * @param several how many accounts the data give to more than one group; they are in none
 */
public record Groups(List<Group> groups, int several) {
    public static Groups of(Posts posts, Membership members, NearDuplicates.Rule rule) {
        var same = new SameShared(posts.shares(), members.of(), members.names().size());
        Optional<Wording> wording = posts.texts()
                .filter(texts -> texts.spelling().isPresent())
                .map(texts -> new Wording(posts, members, texts, sizes(members), rule));
        return of(members, posts.written(), same, wording.map(Wording::alike), wording);
    }

    /**
     * The same of what is summed of each account, without what needs the words themselves.
     *
     * @param written how many posts each account wrote
     * @param shares how often it shared anything
     * @param same how many pairs each could be in of a share of its own and one of another account of its group that are
     *     of one object
     * @param alike how far texts are nearly the same, if they were looked at
     */
    public static Groups of(Membership members, int[] written, long[] shares, long[] same, Optional<Alike> alike) {
        var shared = new SameShared(members.of(), members.names().size(), shares, same);
        return of(members, written, shared, alike, Optional.empty());
    }

    private static Groups of(
            Membership members, int[] written, SameShared same, Optional<Alike> alike, Optional<Wording> wording) {
        int[] accounts = sizes(members);
        Optional<Alike> enough = alike.filter(Alike::isEnough);
        var groups = new ArrayList<Group>();
        for (int g = 0; g < accounts.length; g++) {
            int group = g;
            int[] ofGroup = written(members, written, g);
            groups.add(new Group(
                    members.names().get(g),
                    accounts[g],
                    Math.toIntExact(Arrays.stream(ofGroup).asLongStream().sum()),
                    accounts[g] < Group.LEAST
                            ? Optional.empty()
                            : Optional.of(new Group.Measures(
                                    effective(ofGroup),
                                    tenth(ofGroup),
                                    same.of(g),
                                    enough.map(some -> some.nearlySame(members, group)),
                                    wording.filter(_ -> enough.isPresent()).map(some -> some.uniformity(group)),
                                    wording.map(some -> some.loaded(group))))));
        }
        return new Groups(List.copyOf(groups), members.several());
    }

    /** How many accounts each group has. */
    static int[] sizes(Membership members) {
        var accounts = new int[members.names().size()];
        for (int group : members.of()) {
            if (group >= 0) {
                accounts[group]++;
            }
        }
        return accounts;
    }

    /** How many posts each account of the group wrote, sorted. */
    private static int[] written(Membership members, int[] written, int group) {
        return IntStream.range(0, written.length)
                .filter(account -> members.of()[account] == group)
                .map(account -> written[account])
                .sorted()
                .toArray();
    }

    private static Estimate effective(int[] written) {
        double all = Arrays.stream(written).asLongStream().sum();
        double squares = Arrays.stream(written).mapToDouble(n -> (double) n * n).sum();
        return Estimate.jackknife(
                all * all / squares,
                written.length,
                i -> (all - written[i]) * (all - written[i]) / (squares - (double) written[i] * written[i]),
                1,
                written.length);
    }

    private static Estimate tenth(int[] written) {
        double[] without = Voices.tenthWithoutEach(written);
        return Estimate.jackknife(Voices.of(written).tenth(), written.length, i -> without[i], 0, 1);
    }
}
