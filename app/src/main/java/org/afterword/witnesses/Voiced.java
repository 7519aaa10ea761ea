package org.afterword.witnesses;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.Turn;

/** An account's words, each with its turn. */
final class Voiced {
    private static final Pattern QUOTED_PARAGRAPH =
            Pattern.compile("(?m)^[ \\t]*[\"“„«‘][^\\n]{40,}[\"”“»’][.,]?[ \\t]*$");

    private final Account account;
    private final WordList words;
    private final int[] turnOf;

    private Voiced(Account account, WordList words, int[] turnOf) {
        this.account = account;
        this.words = words;
        this.turnOf = turnOf;
    }

    static Voiced of(Account account) {
        var words = WordList.of(account.text());
        int[] turnOf = new int[words.size()];
        Arrays.fill(turnOf, -1);
        // the long ones first, so that a quotation inside a turn has the last word
        IntStream.range(0, account.turns().size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer turn) ->
                                account.turns().get(turn).span().length())
                        .reversed())
                .forEach(turn -> {
                    var span = account.turns().get(turn).span();
                    for (int word = words.firstFrom(span.start());
                            word < words.size() && words.start(word) < span.end();
                            word++) {
                        turnOf[word] = turn;
                    }
                });
        return new Voiced(account, words, turnOf);
    }

    Account account() {
        return account;
    }

    WordList words() {
        return words;
    }

    /** The innermost turn around a word. */
    Optional<Turn> turn(int word) {
        return turnOf[word] < 0 ? Optional.empty() : Optional.of(account.turns().get(turnOf[word]));
    }

    /** Which words are quoted: in turns of another's voice, and in paragraphs set in quotation marks. */
    BitSet quoted() {
        BitSet quoted = where(turn -> turn.voice() == Turn.Voice.QUOTED);
        Matcher paragraphs = QUOTED_PARAGRAPH.matcher(account.text());
        while (paragraphs.find()) {
            for (int word = words.firstFrom(paragraphs.start());
                    word < words.size() && words.start(word) < paragraphs.end();
                    word++) {
                quoted.set(word);
            }
        }
        return quoted;
    }

    /** A speaker's own words. */
    BitSet own(int speaker) {
        return where(turn -> turn.voice() == Turn.Voice.OWN && turn.speaker() == speaker);
    }

    BitSet where(Predicate<Turn> test) {
        var chosen = new BitSet();
        for (int word = 0; word < turnOf.length; word++) {
            if (turnOf[word] >= 0 && test.test(account.turns().get(turnOf[word]))) {
                chosen.set(word);
            }
        }
        return chosen;
    }

    static int inBoth(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
