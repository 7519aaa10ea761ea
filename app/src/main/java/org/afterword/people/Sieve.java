package org.afterword.people;

import java.util.List;

/**
 * The beginnings of all forms, for telling quickly that nothing begins at a word: wrong about a few that begin nothing,
 * and about none that does.
 */
final class Sieve {
    /** A shorter form is not looked for within words. */
    static final int SHORTEST_INSIDE = 7;

    /** Every word with which a form begins; the others tell more of the few that pass. */
    private final Hashes starts = new Hashes();

    private final Hashes lone = new Hashes();
    private final Hashes firsts = new Hashes();
    private final Hashes pairs = new Hashes();
    private final Hashes joinedStarts = new Hashes();
    private final Hashes joinedEnds = new Hashes();
    private final Digits digits;
    private final Addresses addresses;
    private int longest = 1;

    Sieve(Digits digits, Addresses addresses) {
        this.digits = digits;
        this.addresses = addresses;
    }

    /**
     * @param words of a form; at least one
     */
    void add(List<String> words) {
        int first = words.getFirst().hashCode();
        longest = Math.max(longest, words.size());
        starts.add(first);
        if (words.size() == 1) {
            lone.add(first);
        } else {
            firsts.add(first);
            pairs.add(Hashes.pair(first, words.get(1).hashCode()));
        }
    }

    /** A form that counts at the start and the end of a longer word too. */
    void addJoined(String word) {
        joinedStarts.add(word.substring(0, SHORTEST_INSIDE).hashCode());
        joinedEnds.add(word.substring(word.length() - SHORTEST_INSIDE).hashCode());
    }

    /** So many words a form may have at most. */
    int longest() {
        return Math.max(longest, Math.max(addresses.longest(), digits.longest()));
    }

    boolean mayBegin(Words words, int at) {
        int hash = words.hash(at);
        return mayBeginAlone(words.units(), words.start(at), words.end(at), hash)
                || (at + 1 < words.size()
                        && mayBeginTwo(hash)
                        && mayBeTwo(hash, words.units(), words.start(at + 1), words.end(at + 1), words.hash(at + 1)));
    }

    /** Whether a form of any length may begin with it; nearly no word gets further. */
    boolean mayBegin(char[] units, int from, int to, int hash) {
        return starts.mayHave(units, from, to, 0, hash) || addresses.mayBegin(units, from, to, hash);
    }

    /** Whether the word alone, with or without an ending, may be a form, or an address may begin with it. */
    boolean mayBeginAlone(char[] units, int from, int to, int hash) {
        return lone.mayHave(units, from, to, 0, hash) || addresses.mayBegin(units, from, to, hash);
    }

    boolean mayBeginTwo(int hash) {
        return firsts.mayHave(hash);
    }

    /** Whether a form may begin with these two. */
    boolean mayBeTwo(int first, char[] units, int from, int to, int hash) {
        return pairs.mayHave(units, from, to, Hashes.pair(first, 0), hash);
    }

    /** Whether a joined form may be at the start or the end of the longer word. */
    boolean mayBeWithin(char[] units, int from, int to) {
        return to - from > SHORTEST_INSIDE
                && (joinedStarts.mayHave(hash(units, from)) || joinedEnds.mayHave(hash(units, to - SHORTEST_INSIDE)));
    }

    private static int hash(char[] units, int from) {
        int hash = 0;
        for (int at = from; at < from + SHORTEST_INSIDE; at++) {
            hash = 31 * hash + units[at];
        }
        return hash;
    }

    /** Whether there are numbers to be found. */
    boolean numbers() {
        return digits.longest() > 0;
    }

    boolean mayBeginNumber(char[] units, int from, int to) {
        return digits.mayBegin(units, from, to);
    }
}
