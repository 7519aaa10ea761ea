package org.afterword.posts.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.afterword.posts.Voices;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Texts;

/**
 * The groups of a dataset, side by side.
 *
 * @param groups by name
 * @param several how many accounts the data give to more than one group; they are in none
 */
public record Groups(List<Group> groups, int several) {
    /** Into so many parts accounts are put, where a measure is too dear to be taken without each account. */
    private static final int PARTS = 20;

    /** Fewer words say little of how alike texts are. */
    private static final int LEAST_WORDS = 2_000;

    private static final int MOST_WORDS = 200_000;
    private static final int MOST_LOADED = 40;

    public static Groups of(Posts posts, Membership members, NearDuplicates.Rule rule) {
        return new Counting(posts, members, rule).groups();
    }

    private static final class Counting {
        private final Posts posts;
        private final Membership members;
        private final Optional<Texts> texts;
        /** Posts; empty without texts. */
        private final List<List<Integer>> byGroup = new ArrayList<>();

        private final int[] accounts;
        private final int[] part;
        private final Optional<NearDuplicates.Between> alike;
        private final SameShared same;

        Counting(Posts posts, Membership members, NearDuplicates.Rule rule) {
            this.posts = posts;
            this.members = members;
            texts = posts.texts().filter(some -> some.spelling().isPresent());
            accounts = new int[members.names().size()];
            for (int group : members.of()) {
                if (group >= 0) {
                    accounts[group]++;
                }
            }
            members.names().forEach(_ -> byGroup.add(new ArrayList<>()));
            for (int p = 0; texts.isPresent() && p < posts.size(); p++) {
                int group = members.of()[posts.account()[p]];
                if (group >= 0) {
                    byGroup.get(group).add(p);
                }
            }
            byGroup.forEach(some -> some.sort(this::order));
            part = parts();
            same = new SameShared(posts.shares(), members.of(), accounts.length);
            alike = texts.map(some -> NearDuplicates.between(posts, some, rule, members.of(), accounts.length));
        }

        /** By time; those of one second by their words, so that it is the same in every run. */
        private int order(int one, int other) {
            int byTime = Long.compare(posts.time()[one], posts.time()[other]);
            return byTime != 0 ? byTime : text(one).compareTo(text(other));
        }

        private String text(int post) {
            Texts all = texts.orElseThrow();
            var words = new StringBuilder();
            for (int at = all.start()[post]; at < all.start()[post + 1]; at++) {
                words.append(all.spelling().orElseThrow().word()[all.words()[at]])
                        .append(' ');
            }
            return words.toString();
        }

        /** Accounts in the order of their first posts, dealt out. */
        private int[] parts() {
            var dealt = new int[posts.accounts()];
            Arrays.fill(dealt, -1);
            for (List<Integer> some : byGroup) {
                int next = 0;
                for (int post : some) {
                    int account = posts.account()[post];
                    if (dealt[account] < 0) {
                        dealt[account] = next++ % PARTS;
                    }
                }
            }
            return dealt;
        }

        Groups groups() {
            var groups = new ArrayList<Group>();
            int budget = budget();
            for (int g = 0; g < accounts.length; g++) {
                groups.add(new Group(
                        members.names().get(g),
                        accounts[g],
                        Math.toIntExact(Arrays.stream(written(g)).sum()),
                        accounts[g] < Group.LEAST ? Optional.empty() : Optional.of(measures(g, budget))));
            }
            return new Groups(List.copyOf(groups), members.several());
        }

        /** As many words as the smallest of the groups has. */
        private int budget() {
            long least = MOST_WORDS;
            for (int g = 0; g < accounts.length && texts.isPresent(); g++) {
                if (accounts[g] >= Group.LEAST) {
                    Texts all = texts.orElseThrow();
                    least = Math.min(
                            least,
                            byGroup.get(g).stream()
                                    .mapToLong(p -> all.start()[p + 1] - all.start()[p])
                                    .sum());
                }
            }
            return (int) least;
        }

        private Group.Measures measures(int group, int budget) {
            long[] written = written(group);
            return new Group.Measures(
                    effective(written),
                    tenth(written),
                    same.of(group),
                    alike.filter(_ -> budget >= LEAST_WORDS).map(between -> uniformity(group, between, budget)),
                    texts.map(all -> loaded(all, group)).orElse(List.of()));
        }

        /** How many posts each account of the group wrote, sorted. */
        private long[] written(int group) {
            return IntStream.range(0, posts.accounts())
                    .filter(account -> members.of()[account] == group)
                    .mapToLong(account -> posts.written()[account])
                    .sorted()
                    .toArray();
        }

        private static Estimate effective(long[] written) {
            double all = Arrays.stream(written).sum();
            double squares =
                    Arrays.stream(written).mapToDouble(n -> (double) n * n).sum();
            return Estimate.jackknife(
                    all * all / squares,
                    written.length,
                    i -> (all - written[i]) * (all - written[i]) / (squares - (double) written[i] * written[i]),
                    1,
                    written.length);
        }

        private static Estimate tenth(long[] written) {
            return Estimate.jackknife(Voices.tenth(written, -1), written.length, i -> Voices.tenth(written, i), 0, 1);
        }

        private Uniformity uniformity(int group, NearDuplicates.Between between, int words) {
            Texts all = texts.orElseThrow();
            var budget = new Budget(all, posts.account(), byGroup.get(group), words);
            int[] own = members.of();
            List<Integer> accountsOfGroup = new ArrayList<>();
            for (int a = 0; a < own.length; a++) {
                if (own[a] == group) {
                    accountsOfGroup.add(a);
                }
            }
            return new Uniformity(
                    Estimate.jackknife(
                            between.share(group),
                            accountsOfGroup.size(),
                            i -> between.shareWithout(group, accountsOfGroup.get(i)),
                            0,
                            1),
                    Estimate.jackknife(budget.repeated(part, -1), PARTS, i -> budget.repeated(part, i), 0, 1),
                    Estimate.jackknife(
                            budget.packed(part, -1), PARTS, i -> budget.packed(part, i), 1, Double.MAX_VALUE),
                    words);
        }

        private List<LoadedWord> loaded(Texts all, int group) {
            var some = new Vocabulary(all, posts.account());
            var others = new Vocabulary(all, posts.account());
            Set<Integer> counted = new HashSet<>();
            for (int g = 0; g < accounts.length; g++) {
                if (g == group || accounts[g] >= Group.LEAST) {
                    counted.add(g);
                    byGroup.get(g).forEach((g == group ? some : others)::add);
                }
            }
            return counted.size() < 2
                    ? List.of()
                    : Contrast.standOut(some.against(others)).stream()
                            .sorted(Comparator.comparingDouble(LoadedWord::z).reversed())
                            .limit(MOST_LOADED)
                            .toList();
        }
    }
}
