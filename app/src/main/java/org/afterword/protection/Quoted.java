package org.afterword.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Span;

/**
 * Finds runs of five words or more of accounts that may not be quoted. Words are compared without case and accents;
 * punctuation, line breaks and mark-up between them do not matter.
 *
 * <p>Five words that anybody writes ("at the end of the day") are no quotation: a run does not count while it is
 * shorter than eight words and each of them is among some 150 of the commonest English ones. No name, number or other
 * word with content of its own is among them, so what tells an account apart is never let through; and eight such words
 * in a row count like any other. Texts in other languages have no such exception.
 */
public final class Quoted {
    private static final int RUN = 5;
    private static final int LONG_RUN = 8;
    private static final Set<String> COMMON = Set.of(("a about all also am an and any are as at be because been before"
                    + " being but by can could did do does doing for from get go going got had has have he her him his how i"
                    + " if in into is it its just like me more most much my no not now of off on one only or other our out"
                    + " over own she so some than that the their them then there these they this those to too up us very was"
                    + " we were what when where which who will with would you your end time day days way lot rest kind"
                    + " sort part middle beginning start same first last moment year years week weeks month months back"
                    + " long again thing things bit couple few next whole")
            .split(" ", -1));
    /** Every five words in a row, each once. */
    private final IdTable runs;

    /** By the number of a run: the first account that has it, as a place in {@link #accounts}. */
    private final int[] bearers;

    private final List<Id> accounts;
    /** By the number of a run. */
    private final BitSet allowed;

    private Quoted(IdTable runs, int[] bearers, List<Id> accounts, BitSet allowed) {
        this.runs = runs;
        this.bearers = bearers;
        this.accounts = accounts;
        this.allowed = allowed;
    }

    /**
     * A run that may not stand there.
     *
     * @param span in the text that was to be published (UTF-16 code units)
     * @param account the account that it is of
     * @param words how many words long
     */
    public record Run(Span span, Id account, int words) {}

    /** Ready to look for runs of these accounts' texts and titles. */
    public static Quoted of(Collection<Account> notQuotable) {
        var runs = new IdTable();
        var accounts = new ArrayList<Id>();
        int[] bearers = new int[64];
        for (Account account : notQuotable) {
            for (String told : List.of(account.text(), account.title())) {
                var words = new WordRuns(told, RUN);
                for (int i = 0; i < words.size(); i++) {
                    int fresh = runs.size();
                    if (words.enter(i, runs) == fresh) {
                        bearers = fresh < bearers.length ? bearers : Arrays.copyOf(bearers, fresh * 2);
                        bearers[fresh] = accounts.size();
                    }
                }
            }
            accounts.add(account.id());
        }
        return new Quoted(runs, bearers, List.copyOf(accounts), new BitSet());
    }

    /**
     * The same, but runs of the program's own fixed text (its pages' wording, the codebook's statements) do not count,
     * since they were not taken from an account.
     */
    public Quoted allowing(Collection<String> fixedTexts) {
        var more = (BitSet) allowed.clone();
        for (String text : fixedTexts) {
            var words = new WordRuns(text, RUN);
            for (int i = 0; i < words.size(); i++) {
                int number = words.find(i, runs);
                if (number >= 0) {
                    more.set(number);
                }
            }
        }
        return new Quoted(runs, bearers, accounts, more);
    }

    /** Runs of accounts that may not be quoted, in a text that is to be published. */
    public static List<Run> runs(String published, Collection<Account> notQuotable) {
        return of(notQuotable).runs(published);
    }

    /** In the order of the text; each as long as it can be. */
    public List<Run> runs(String published) {
        return runs(published, _ -> {});
    }

    private List<Run> runs(String published, IntConsumer leant) {
        var words = new WordRuns(published, RUN);
        var found = new ArrayList<Run>();
        int at = 0;
        while (at < words.size()) {
            int number = words.find(at, runs);
            if (!counts(number, leant)) {
                at++;
                continue;
            }
            int from = at;
            do {
                at++;
            } while (at < words.size() && counts(words.find(at, runs), leant));
            int length = at - from + RUN - 1;
            if (length >= LONG_RUN || !trivial(words, from, length)) {
                found.add(new Run(words.span(from, length), accounts.get(bearers[number]), length));
            }
        }
        return found;
    }

    /** The accounts of which a finished file has runs, in any of the forms in which its text can be read. */
    public Set<Id> accountsIn(String path, byte[] bytes) {
        return Views.of(path, bytes).stream()
                .flatMap(view -> accountsIn(view.text()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The accounts of which a text has runs. */
    public Set<Id> accountsIn(String text) {
        return accountsIn(text, _ -> {});
    }

    /**
     * The same.
     *
     * @param leant is given each run that does not count only because a fixed text has it, as {@link #allows} knows it
     */
    public Set<Id> accountsIn(String text, IntConsumer leant) {
        return runs(text, leant).stream().map(Run::account).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a run that {@link #accountsIn} gave out does not count here either: of the same accounts, with other fixed texts. */
    public boolean allows(int run) {
        return allowed.get(run);
    }

    private boolean counts(int number, IntConsumer leant) {
        if (number >= 0 && allowed.get(number)) {
            leant.accept(number);
        }
        return number >= 0 && !allowed.get(number);
    }

    private static boolean trivial(WordRuns words, int from, int length) {
        return IntStream.range(from, from + length).allMatch(word -> COMMON.contains(words.word(word)));
    }
}
