package org.afterword.posts.read;

/** Takes in texts whose words come as hashes, and gives every word a number. */
public final class Gathered {
    private final Labels labels = new Labels();
    private final Ints starts = new Ints();
    private final Ints words = new Ints();

    /**
     * The words of the next text.
     *
     * @param to exclusive
     */
    public void add(long[] hashes, int from, int to) {
        starts.add(words.size());
        for (int i = from; i < to; i++) {
            words.add(labels.of(hashes[i]));
        }
    }

    public Texts texts() {
        starts.add(words.size());
        return new Texts(labels.size(), starts.toArray(), words.toArray());
    }
}
