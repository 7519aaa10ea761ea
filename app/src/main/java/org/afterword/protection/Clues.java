package org.afterword.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Span;
import org.afterword.model.Turn;

/**
 * What tellers say of themselves in every account, and who says what: it follows from the texts alone, and stays whatever
 * is decided. Accounts and speakers have numbers from 0, in the order of the case.
 */
public final class Clues {
    /** Of a turn: where it begins and ends, and who speaks in words of their own, or {@link #NOBODY}. */
    private static final int PER_TURN = 3;

    static final int NOBODY = -1;

    private final IdTable accounts = new IdTable();
    private final IdTable speakers = new IdTable();
    private final List<Id> ids = new ArrayList<>();
    private final List<Id> names = new ArrayList<>();
    /** By account. */
    private final List<int[]> turns = new ArrayList<>();
    /** Who has each clue, each once; by its key. */
    private final Map<String, Bearers> bearers = new HashMap<>();

    private final Map<Id, List<List<Clue>>> kept = new HashMap<>();

    private static final class Bearers {
        private int[] speakers = new int[2];
        private int size;

        void add(int speaker) {
            if (size > 0 && speakers[size - 1] == speaker) {
                return;
            }
            if (size == speakers.length) {
                speakers = Arrays.copyOf(speakers, 2 * size);
            }
            speakers[size++] = speaker;
        }
    }

    private Clues() {}

    /** Reads every text: of a hundred thousand letters that takes the better part of a minute. */
    public static Clues of(Contents contents) {
        return of(contents, _ -> false);
    }

    /** @param soon which accounts are looked at closely afterwards, so that they need not be read again */
    static Clues of(Contents contents, Predicate<Id> soon) {
        var clues = new Clues();
        try (Stream<Account> all = contents.accounts()) {
            all.parallel().map(account -> Said.in(account, soon)).forEachOrdered(clues::add);
        }
        return clues;
    }

    /**
     * What one account adds: little, since many wait for those before them.
     *
     * @param own by turn, who speaks in words of their own
     * @param keys by turn, of what is found
     */
    private record Said(
            Id account, List<Span> turns, List<Optional<Id>> own, List<List<String>> keys, List<List<Clue>> kept) {
        static Said in(Account account, Predicate<Id> soon) {
            List<List<Clue>> found = find(account);
            return new Said(
                    account.id(),
                    account.turns().stream().map(Turn::span).toList(),
                    account.turns().stream()
                            .map(turn -> turn.voice() == Turn.Voice.OWN
                                    ? Optional.of(account.speakerOf(turn).id())
                                    : Optional.<Id>empty())
                            .toList(),
                    found.stream()
                            .map(here -> here.stream().map(Clue::key).toList())
                            .toList(),
                    soon.test(account.id()) ? found : List.of());
        }
    }

    private void add(Said said) {
        accounts.add(said.account());
        ids.add(said.account());
        var here = new int[PER_TURN * said.turns().size()];
        for (int i = 0; i < said.turns().size(); i++) {
            int speaker = said.own().get(i).map(this::number).orElse(NOBODY);
            here[PER_TURN * i] = said.turns().get(i).start();
            here[PER_TURN * i + 1] = said.turns().get(i).end();
            here[PER_TURN * i + 2] = speaker;
            said.keys()
                    .get(i)
                    .forEach(key ->
                            bearers.computeIfAbsent(key, _ -> new Bearers()).add(speaker));
        }
        turns.add(here);
        if (!said.kept().isEmpty()) {
            kept.put(said.account(), said.kept());
        }
    }

    private int number(Id speaker) {
        int number = speakers.add(speaker);
        if (number == names.size()) {
            names.add(speaker);
        }
        return number;
    }

    /** By turn; nothing in turns that are in no teller's own words. */
    private static List<List<Clue>> find(Account account) {
        return account.turns().stream()
                .map(turn -> turn.voice() == Turn.Voice.OWN ? find(account, turn) : List.<Clue>of())
                .toList();
    }

    private static List<Clue> find(Account account, Turn turn) {
        return ClueFinder.english().find(account.id(), account.text(), turn.span()).stream()
                .filter(clue -> account.turnAt(clue.span()).filter(turn::equals).isPresent())
                .toList();
    }

    /** What is found in an account, by its turns. */
    List<List<Clue>> in(Account account) {
        return Optional.ofNullable(kept.get(account.id())).orElseGet(() -> find(account));
    }

    int accounts() {
        return ids.size();
    }

    /** Below 0 if there is no such account. */
    int account(Id id) {
        return accounts.number(id);
    }

    Id account(int number) {
        return ids.get(number);
    }

    int speakers() {
        return names.size();
    }

    /** Below 0 if nobody of that id speaks in words of their own. */
    int speaker(Id id) {
        return speakers.number(id);
    }

    Id speaker(int number) {
        return names.get(number);
    }

    /** Who speaks in an account in words of their own, in the order of its turns. */
    IntStream speakers(int account) {
        int[] here = turns.get(account);
        return IntStream.range(0, here.length / PER_TURN)
                .map(turn -> here[PER_TURN * turn + 2])
                .filter(speaker -> speaker != NOBODY);
    }

    /** Who says the words of a span as their own, in the innermost turn around it; else {@link #NOBODY}. */
    int speaker(int account, Span span) {
        int[] here = turns.get(account);
        int speaker = NOBODY;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < here.length; i += PER_TURN) {
            int length = here[i + 1] - here[i];
            if (here[i] <= span.start() && span.end() <= here[i + 1] && length < shortest) {
                shortest = length;
                speaker = here[i + 2];
            }
        }
        return speaker;
    }

    /** Who has a clue; some perhaps more than once. */
    IntStream bearers(String key) {
        return Optional.ofNullable(bearers.get(key))
                .map(all -> Arrays.stream(all.speakers, 0, all.size))
                .orElseGet(IntStream::empty);
    }
}
