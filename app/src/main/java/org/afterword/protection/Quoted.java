package org.afterword.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Id;
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
    /** By the hash of five words in a row, where they stand: indices into {@link #accounts}, the first bearer's. */
    private final Map<Long, Integer> shingles = new HashMap<>();

    private final Set<Long> allowed = new HashSet<>();
    private final List<Id> accounts = new ArrayList<>();

    private Quoted() {}

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
        var quoted = new Quoted();
        for (Account account : notQuotable) {
            int index = quoted.accounts.size();
            quoted.accounts.add(account.id());
            hashes(Word.of(account.text())).forEach(hash -> quoted.shingles.putIfAbsent(hash, index));
            hashes(Word.of(account.title())).forEach(hash -> quoted.shingles.putIfAbsent(hash, index));
        }
        return quoted;
    }

    /**
     * The same, but runs of the program's own fixed text (its pages' wording, the codebook's statements) do not count,
     * since they were not taken from an account.
     */
    public Quoted allowing(Collection<String> fixedTexts) {
        var quoted = new Quoted();
        quoted.shingles.putAll(shingles);
        quoted.accounts.addAll(accounts);
        quoted.allowed.addAll(allowed);
        fixedTexts.forEach(text -> quoted.allowed.addAll(hashes(Word.of(text))));
        return quoted;
    }

    /** Runs of accounts that may not be quoted, in a text that is to be published. */
    public static List<Run> runs(String published, Collection<Account> notQuotable) {
        return of(notQuotable).runs(published);
    }

    /** In the order of the text; each as long as it can be. */
    public List<Run> runs(String published) {
        List<Word> words = Word.of(published);
        List<Long> hashes = hashes(words);
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < hashes.size()) {
            if (!hit(hashes.get(at))) {
                at++;
                continue;
            }
            int from = at;
            while (at < hashes.size() && hit(hashes.get(at))) {
                at++;
            }
            List<Word> run = words.subList(from, at + RUN - 1);
            if (run.size() >= LONG_RUN || !trivial(run)) {
                runs.add(new Run(
                        new Span(
                                run.getFirst().span().start(),
                                run.getLast().span().end()),
                        accounts.get(shingles.get(hashes.get(from))),
                        run.size()));
            }
        }
        return runs;
    }

    /** The accounts of which a finished file has runs, in any of the forms in which its text can be read. */
    public Set<Id> accountsIn(String path, byte[] bytes) {
        return Views.of(path, bytes).stream()
                .flatMap(view -> accountsIn(view.text()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The accounts of which a text has runs. */
    public Set<Id> accountsIn(String text) {
        return runs(text).stream().map(Run::account).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean hit(long hash) {
        return shingles.containsKey(hash) && !allowed.contains(hash);
    }

    private static boolean trivial(List<Word> run) {
        return run.stream().allMatch(word -> COMMON.contains(word.folded()));
    }

    /** One for each word that has four after it. */
    private static List<Long> hashes(List<Word> words) {
        var hashes = new ArrayList<Long>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            long hash = 0xcbf29ce484222325L;
            for (int k = i; k < i + RUN; k++) {
                String word = words.get(k).folded();
                for (int c = 0; c < word.length(); c++) {
                    hash = (hash ^ word.charAt(c)) * 0x100000001b3L;
                }
                hash = (hash ^ ' ') * 0x100000001b3L;
            }
            hashes.add(hash);
        }
        return hashes;
    }

    private record Word(String folded, Span span) {
        /** Runs of letters and digits; an apostrophe inside belongs to the word and is dropped. */
        static List<Word> of(String text) {
            Folding folding = Folding.of(text);
            String folded = folding.text();
            var words = new ArrayList<Word>();
            int at = 0;
            while (at < folded.length()) {
                int from = at;
                while (at < folded.length() && inWord(folded, at)) {
                    at++;
                }
                if (at > from) {
                    words.add(
                            new Word(folded.substring(from, at).replace("'", ""), folding.origin(new Span(from, at))));
                } else {
                    at++;
                }
            }
            return words;
        }

        private static boolean inWord(String text, int at) {
            char c = text.charAt(at);
            return Character.isLetterOrDigit(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK
                    || (c == '\''
                            && at > 0
                            && at + 1 < text.length()
                            && Character.isLetter(text.charAt(at - 1))
                            && Character.isLetter(text.charAt(at + 1)));
        }
    }
}
