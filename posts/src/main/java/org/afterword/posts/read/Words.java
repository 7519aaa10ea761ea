package org.afterword.posts.read;

import java.util.Locale;

/** Takes texts apart into words, and gives every word a number. The words themselves are not kept. */
final class Words {
    private final Labels labels = new Labels();
    private final Ints starts = new Ints();
    private final Ints words = new Ints();

    /** The words of the next post. */
    void add(String text) {
        starts.add(words.size());
        long hash = labels.seed();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
                if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
                    hash = Labels.next(hash, lower);
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
                inside = true;
                continue;
            }
            if (inside) {
                words.add(labels.of(Labels.last(hash)));
                hash = labels.seed();
                inside = false;
            }
        }
        if (inside) {
            words.add(labels.of(Labels.last(hash)));
        }
    }

    Texts texts() {
        starts.add(words.size());
        return new Texts(labels.size(), starts.toArray(), words.toArray());
    }
}
