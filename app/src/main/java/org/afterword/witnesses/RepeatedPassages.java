package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.posts.alike.Repeat;
import org.afterword.posts.alike.Repeats;
import org.afterword.posts.read.Gathered;
import org.afterword.posts.read.Texts;

/**
 * Passages of one account that another has as well, also where they are shorter or more edited than what {@link Copies}
 * takes for a copy. They are shown, and change no count.
 */
public final class RepeatedPassages {
    private static final int PASSAGE = 60;
    private static final int STEP = 30;

    private RepeatedPassages() {}

    /**
     * A stretch of two accounts' texts, in UTF-16 code units.
     *
     * @param one the account that came into the case first
     */
    public record Repeated(Id one, Span here, Id other, Span there) {}

    /** Where a passage begins: the number of its account, and of its first word there. */
    private record Place(int account, int word) {}

    /** In words of the two accounts, ends exclusive. */
    private record Run(int one, int from, int to, int other, int otherFrom, int otherTo) {
        boolean meets(Run next) {
            return one == next.one
                    && other == next.other
                    && next.from <= to
                    && next.otherFrom <= otherTo
                    && otherFrom <= next.otherTo;
        }

        Run and(Run next) {
            return new Run(
                    one,
                    from,
                    Math.max(to, next.to),
                    other,
                    Math.min(otherFrom, next.otherFrom),
                    Math.max(otherTo, next.otherTo));
        }
    }

    /**
     * Looks for passages that two accounts have in common.
     *
     * @param accounts in the order in which they came into the case
     * @return by the accounts' order, then by place
     */
    public static List<Repeated> in(List<Account> accounts) {
        List<WordList> lists =
                accounts.stream().map(account -> WordList.of(account.text())).toList();
        var places = new ArrayList<Place>();
        var texts = new Gathered();
        for (int a = 0; a < lists.size(); a++) {
            long[] words = lists.get(a).shingles(1);
            for (int from = 0; from == 0 || from + STEP < words.length; from += STEP) {
                places.add(new Place(a, from));
                texts.add(words, from, Math.min(words.length, from + PASSAGE));
            }
        }
        Repeats repeats = Repeats.among(
                texts.texts(),
                (one, other) -> places.get(one).account() != places.get(other).account());
        return joined(repeats.found(), places).stream()
                .map(run -> new Repeated(
                        accounts.get(run.one()).id(),
                        lists.get(run.one()).span(run.from(), run.to() - 1),
                        accounts.get(run.other()).id(),
                        lists.get(run.other()).span(run.otherFrom(), run.otherTo() - 1)))
                .toList();
    }

    /** Puts together what neighbouring passages have of one run. */
    private static List<Run> joined(List<Repeat> found, List<Place> places) {
        List<Run> runs = found.stream()
                .map(repeat -> run(repeat, places.get(repeat.one()), places.get(repeat.other())))
                .sorted(Comparator.comparingInt(Run::one)
                        .thenComparingInt(Run::other)
                        .thenComparingInt(Run::from)
                        .thenComparingInt(Run::otherFrom))
                .toList();
        var joined = new ArrayList<Run>();
        for (Run run : runs) {
            if (!joined.isEmpty() && joined.getLast().meets(run)) {
                joined.set(joined.size() - 1, joined.getLast().and(run));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static Run run(Repeat repeat, Place one, Place other) {
        return new Run(
                one.account(),
                one.word() + repeat.oneFrom(),
                one.word() + repeat.oneTo(),
                other.account(),
                other.word() + repeat.otherFrom(),
                other.word() + repeat.otherTo());
    }

    /**
     * Looks for passages that repeat others.
     *
     * @return their numbers, with the words that are in both; and what was compared for it
     */
    public static Repeats among(List<String> passages) {
        return Repeats.among(texts(passages), Repeats.Comparing.ALL);
    }

    private static Texts texts(List<String> passages) {
        var texts = new Gathered();
        for (String passage : passages) {
            long[] words = WordList.of(passage).shingles(1);
            texts.add(words, 0, words.length);
        }
        return texts.texts();
    }
}
