package org.afterword.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Turn;
import org.afterword.witnesses.Witnesses;

/**
 * Which witnesses say the same of themselves. It does not change: what somebody decides of witnesses makes another, of the
 * same {@link Clues}.
 */
public final class Bearers {
    private final Clues clues;
    private final int witnesses;
    /** Those who tell something, by number. */
    private final IdTable numbers = new IdTable();

    private final List<Id> ids = new ArrayList<>();
    /** By speaker: the witness, or below 0. */
    private final int[] witness;
    /** By witness: where in {@link #told} the accounts begin in which they tell; and where the last one's end. */
    private final int[] from;

    private final int[] told;

    public Bearers(Clues clues, Witnesses witnesses) {
        this.clues = clues;
        this.witnesses = witnesses.all().size();
        witness = new int[clues.speakers()];
        for (int speaker = 0; speaker < witness.length; speaker++) {
            witness[speaker] =
                    witnesses.witness(clues.speaker(speaker)).map(this::number).orElse(Clues.NOBODY);
        }
        from = new int[ids.size() + 1];
        for (int account = 0; account < clues.accounts(); account++) {
            tellers(account).forEach(one -> from[one + 1]++);
        }
        for (int one = 0; one < ids.size(); one++) {
            from[one + 1] += from[one];
        }
        told = new int[from[ids.size()]];
        int[] next = from.clone();
        for (int account = 0; account < clues.accounts(); account++) {
            int here = account;
            tellers(account).forEach(one -> told[next[one]++] = here);
        }
    }

    private int number(Id one) {
        int number = numbers.add(one);
        if (number == ids.size()) {
            ids.add(one);
        }
        return number;
    }

    private IntStream tellers(int account) {
        return clues.speakers(account)
                .map(speaker -> witness[speaker])
                .filter(one -> one >= 0)
                .distinct();
    }

    Clues clues() {
        return clues;
    }

    /** How many the case has. */
    int witnesses() {
        return witnesses;
    }

    /** Who tells in one of these accounts; in any, if there are none. */
    IntStream tellers(Set<Id> chosen) {
        return chosen.isEmpty()
                ? IntStream.range(0, ids.size())
                : chosen.stream()
                        .mapToInt(clues::account)
                        .filter(account -> account >= 0)
                        .flatMap(this::tellers)
                        .distinct();
    }

    Id witness(int number) {
        return ids.get(number);
    }

    /** In which a witness tells, in the order of the case. */
    int[] accounts(int number) {
        return IntStream.range(from[number], from[number + 1])
                .map(at -> told[at])
                .toArray();
    }

    /** Whether a turn is in the witness's own words. */
    boolean says(int number, Account account, Turn turn) {
        int speaker = turn.voice() == Turn.Voice.OWN
                ? clues.speaker(account.speakerOf(turn).id())
                : Clues.NOBODY;
        return speaker >= 0 && witness[speaker] == number;
    }

    /** Who has a clue. */
    BitSet of(String key) {
        return of(clues.bearers(key));
    }

    /** Who speaks of being at a place. */
    BitSet at(Id place, Protection protection) {
        return of(protection.accounts(place).stream()
                .filter(account -> clues.account(account) >= 0)
                .flatMapToInt(account -> protection.places(account).entrySet().stream()
                        .filter(named -> named.getValue().equals(place))
                        .mapToInt(named -> clues.speaker(clues.account(account), named.getKey()))));
    }

    private BitSet of(IntStream speakers) {
        var all = new BitSet();
        speakers.filter(speaker -> speaker >= 0)
                .map(speaker -> witness[speaker])
                .filter(one -> one >= 0)
                .forEach(all::set);
        return all;
    }
}
