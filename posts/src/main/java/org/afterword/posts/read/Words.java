package org.afterword.posts.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes texts apart into words, and gives every word a number. The words themselves are kept only on demand. */
final class Words {
    private final Labels labels = new Labels();
    private final Ints starts = new Ints();
    private final Ints words = new Ints();
    private final List<String> spelling = new ArrayList<>();
    private final BitSet handles = new BitSet();
    private boolean spelled;

    /** Gets a word. */
    interface Each {
        /**
         * @param hash of its letters, lower case
         * @param to exclusive
         */
        void word(long hash, int from, int to);
    }

    /**
     * The words of the next post.
     *
     * @param spell whether the words' letters are wanted as well
     */
    void add(String text, boolean spell) {
        spelled |= spell;
        starts.add(words.size());
        each(text, labels.seed(), (hash, from, to) -> word(labels.of(hash), text, from, to, spell));
    }

    /**
     * Takes a text apart.
     *
     * @param seed of the hashes
     */
    static void each(String text, long seed, Each each) {
        int from = 0;
        long hash = seed;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
                if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
                    hash = Labels.next(hash, lower);
                    from = inside ? from : i;
                    inside = true;
                    continue;
                }
            } else if (Character.isLetterOrDigit(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
                for (int j = 0; j < lower.length(); j++) {
                    hash = Labels.next(hash, lower.charAt(j));
                }
                from = inside ? from : i;
                inside = true;
                continue;
            }
            if (inside) {
                each.word(Labels.last(hash), from, i);
                hash = seed;
                inside = false;
            }
        }
        if (inside) {
            each.word(Labels.last(hash), from, text.length());
        }
    }

    private void word(int number, String text, int from, int to, boolean spell) {
        words.add(number);
        if (spell) {
            while (spelling.size() <= number) {
                spelling.add("");
            }
            if (spelling.get(number).isEmpty()) {
                spelling.set(number, text.substring(from, to).toLowerCase(Locale.ROOT));
            }
            if (from > 0 && text.charAt(from - 1) == '@') {
                handles.set(number);
            }
        }
    }

    Texts texts() {
        starts.add(words.size());
        return new Texts(
                labels.size(),
                starts.toArray(),
                words.toArray(),
                spelled ? Optional.of(new Texts.Spelling(spelling.toArray(String[]::new), handles)) : Optional.empty());
    }
}
