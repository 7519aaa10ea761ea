package org.afterword.witnesses;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.afterword.casefile.ListCase;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/** A case in lists, for tests: things come in by the adding methods, decisions supersede as in a log. */
public final class ListContents extends ListCase {
    public ListContents() {}

    public ListContents(ListContents other) {
        super(other);
    }

    public Group group(String name, boolean baseline) {
        var group = new Group(Id.random(), name, baseline);
        groups.add(group);
        return group;
    }

    public Account add(Account account) {
        accounts.add(account);
        return account;
    }

    public void remove(Account account) {
        accounts.removeIf(a -> a.id().equals(account.id()));
    }

    public void add(Suggestion suggestion) {
        suggestions.add(suggestion);
    }

    public void decide(Id target, String verdict) {
        decided(target, Verdict.parse(verdict));
    }

    /** Looks for copies anew, in the order of the accounts; decisions on earlier suggestions are lost. */
    public ListContents findCopies() {
        suggestions.addAll(Copies.find(accounts));
        return this;
    }

    public ListContents shuffled(Random random) {
        var other = new ListContents(this);
        Collections.shuffle(other.accounts, random);
        return other;
    }

    public List<Account> list() {
        return List.copyOf(accounts);
    }

    /** So many made-up words that no other call with another seed gives in that order. */
    public static String words(long seed, int count) {
        var random = new Random(seed * 7919 + 17);
        String[] syllables = {"ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "wo", "dra", "plen", "sti", "gor"};
        return IntStream.range(0, count)
                .mapToObj(i -> syllables[random.nextInt(syllables.length)]
                        + syllables[random.nextInt(syllables.length)]
                        + (i % 12 == 11 ? "." : ""))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
