package org.afterword.posts.alike;

import java.util.Arrays;
import org.afterword.posts.read.Texts;

/**
 * The different sets of words among the texts of posts, each once, the rarest words of a set first.
 *
 * @param start where the words of a set begin; those of set s end before {@code start[s + 1]}
 * @param words ranks of words, 0 for the rarest
 * @param setOf the set of each post, −1 for a post with too few words
 */
@SuppressWarnings("ArrayRecordComponent")
record WordSets(int[] start, int[] words, int[] setOf) {
    int size() {
        return start.length - 1;
    }

    int length(int set) {
        return start[set + 1] - start[set];
    }

    /**
     * @param least how many different words a text needs
     */
    static WordSets of(Texts texts, int least) {
        int[] rank = ranks(texts);
        var setOf = new int[texts.posts()];
        var words = new int[texts.words().length];
        var starts = new int[texts.posts() + 1];
        var known = new int[Integer.highestOneBit(Math.max(1 << 10, texts.posts() * 2))];
        Arrays.fill(known, -1);
        int used = 0;
        int sets = 0;
        for (int p = 0; p < setOf.length; p++) {
            int length = put(texts, p, rank, words, used);
            if (length < least) {
                setOf[p] = -1;
                continue;
            }
            int slot = slot(known, starts, words, used, length, sets);
            if (known[slot] < 0) {
                known[slot] = sets++;
                used += length;
                starts[sets] = used;
            }
            setOf[p] = known[slot];
        }
        return new WordSets(Arrays.copyOf(starts, sets + 1), Arrays.copyOf(words, used), setOf);
    }

    /** Writes the different words of a post, sorted; how many they are. */
    private static int put(Texts texts, int post, int[] rank, int[] words, int at) {
        int count = 0;
        int from = texts.start()[post];
        int to = texts.start()[post + 1];
        for (int i = from; i < to; i++) {
            words[at + count++] = rank[texts.words()[i]];
        }
        sort(words, at, at + count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || words[at + i] != words[at + i - 1]) {
                words[at + kept++] = words[at + i];
            }
        }
        return kept;
    }

    private static void sort(int[] words, int from, int to) {
        if (to - from > 60) {
            Arrays.sort(words, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int word = words[i];
            int j = i - 1;
            while (j >= from && words[j] > word) {
                words[j + 1] = words[j];
                j--;
            }
            words[j + 1] = word;
        }
    }

    /** Where the same set is known, or may be put. */
    private static int slot(int[] known, int[] starts, int[] words, int at, int length, int sets) {
        long hash = length;
        for (int i = at; i < at + length; i++) {
            hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) hash & (known.length - 1);
        while (known[slot] >= 0) {
            int set = known[slot];
            int end = set + 1 == sets ? at : starts[set + 1];
            if (Arrays.equals(words, starts[set], end, words, at, at + length)) {
                break;
            }
            slot = (slot + 1) & (known.length - 1);
        }
        return slot;
    }

    /** The rank of each word of the vocabulary, the rarest first; among equals, by its first coming. */
    private static int[] ranks(Texts texts) {
        var keys = new long[texts.vocabulary()];
        for (int word : texts.words()) {
            keys[word] += 1L << 32;
        }
        for (int w = 0; w < keys.length; w++) {
            keys[w] |= w;
        }
        Arrays.sort(keys);
        var rank = new int[keys.length];
        for (int r = 0; r < keys.length; r++) {
            rank[(int) keys[r]] = r;
        }
        return rank;
    }
}
