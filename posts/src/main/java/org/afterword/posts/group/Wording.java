package org.afterword.posts.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Texts;

/** What the texts of groups are like, of posts that memory holds. */
final class Wording {
    /** Into so many parts accounts are put, where a measure is too dear to be taken without each account. */
    private static final int PARTS = 20;

    private static final int MOST_LOADED = 40;

    private final Posts posts;
    private final Texts texts;
    private final int[] accounts;
    private final List<List<Integer>> byGroup = new ArrayList<>();
    private final int[] part;
    private final Alike alike;

    /**
     * @param texts with the spelling of their words
     * @param accounts how many each group has
     */
    Wording(Posts posts, Membership members, Texts texts, int[] accounts, NearDuplicates.Rule rule) {
        this.posts = posts;
        this.texts = texts;
        this.accounts = accounts;
        members.names().forEach(_ -> byGroup.add(new ArrayList<>()));
        for (int p = 0; p < posts.size(); p++) {
            int group = members.of()[posts.account()[p]];
            if (group >= 0) {
                byGroup.get(group).add(p);
            }
        }
        byGroup.forEach(some -> some.sort(this::order));
        part = parts();
        alike = Alike.of(
                members,
                NearDuplicates.between(posts, texts, rule, members.of(), accounts.length),
                byGroup.stream().mapToLong(this::words).toArray());
    }

    private long words(List<Integer> some) {
        return some.stream()
                .mapToLong(p -> texts.start()[p + 1] - texts.start()[p])
                .sum();
    }

    Alike alike() {
        return alike;
    }

    /** By time; those of one second by their words, so that it is the same in every run. */
    private int order(int one, int other) {
        int byTime = Long.compare(posts.time()[one], posts.time()[other]);
        return byTime != 0 ? byTime : text(one).compareTo(text(other));
    }

    private String text(int post) {
        var words = new StringBuilder();
        for (int at = texts.start()[post]; at < texts.start()[post + 1]; at++) {
            words.append(texts.spelling().orElseThrow().word()[texts.words()[at]])
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

    Uniformity uniformity(int group) {
        var budget = new Budget(texts, posts.account(), byGroup.get(group), alike.least());
        return new Uniformity(
                Estimate.jackknife(budget.repeated(part, -1), PARTS, i -> budget.repeated(part, i), 0, 1),
                Estimate.jackknife(budget.packed(part, -1), PARTS, i -> budget.packed(part, i), 1, Double.MAX_VALUE),
                alike.least());
    }

    List<LoadedWord> loaded(int group) {
        var some = new Vocabulary(texts, posts.account());
        var others = new Vocabulary(texts, posts.account());
        Set<Integer> counted = new HashSet<>();
        for (int g = 0; g < accounts.length; g++) {
            if (g == group || accounts[g] >= Group.LEAST) {
                counted.add(g);
                byGroup.get(g).forEach((g == group ? some : others)::add);
            }
        }
        return counted.size() < 2
                ? List.of()
                : withoutMakeweights(Contrast.standOut(some.against(others)))
                        .sorted(Comparator.comparingDouble(LoadedWord::z).reversed())
                        .limit(MOST_LOADED)
                        .toList();
    }

    /** Words that stand out do so with every word beside them; such a phrase says something if many say it. */
    private static Stream<LoadedWord> withoutMakeweights(List<LoadedWord> found) {
        Map<String, Integer> single = found.stream()
                .filter(word -> !word.words().contains(" "))
                .collect(Collectors.toMap(LoadedWord::words, LoadedWord::accounts));
        return found.stream()
                .filter(one -> Arrays.stream(one.words().split(" ", -1))
                        .allMatch(word -> single.getOrDefault(word, 0) <= 2 * one.accounts()));
    }
}
