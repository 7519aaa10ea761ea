package org.afterword.language;

import org.afterword.model.Span;

/**
 * What a sentence model makes of a stretch of text: a vector for the whole, and for each piece of a word the states of
 * three layers.
 */
public final class Encoded {
    /** Values of a state, and of the vector for the whole. */
    public static final int WIDTH = 384;

    /** Layers whose states are kept: the fourth, the eighth and the last, the twelfth. */
    public static final int LAYERS = 3;

    private final Span span;
    private final WordPieces.Pieces pieces;
    private final int from;
    private final int size;
    private final float[][] states;
    private final int row;

    /**
     * @param from the first of the pieces that belong to the stretch
     * @param size how many do
     * @param states of a whole batch, a layer each
     * @param row where the stretch's pieces begin in them; the opening piece stands before
     */
    Encoded(Span span, WordPieces.Pieces pieces, int from, int size, float[][] states, int row) {
        this.span = span;
        this.pieces = pieces;
        this.from = from;
        this.size = size;
        this.states = states;
        this.row = row;
    }

    /** Where it stands in the text. */
    public Span span() {
        return span;
    }

    /** The number of its pieces. */
    public int pieces() {
        return size;
    }

    /**
     * The vector for the whole, of length one: the last state of the opening piece, as the model's authors want it.
     * Those of texts that mean the same have a dot product near one.
     *
     * @return {@value #WIDTH} values; a copy
     */
    public float[] embedding() {
        float[] last = states[LAYERS - 1];
        int at = (row - 1) * WIDTH;
        double square = 0;
        for (int i = 0; i < WIDTH; i++) {
            square += (double) last[at + i] * last[at + i];
        }
        float length = (float) Math.sqrt(square);
        var vector = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = length == 0 ? 0 : last[at + i] / length;
        }
        return vector;
    }

    /** Where a piece begins, in UTF-16 code units of the text. */
    public int start(int piece) {
        return pieces.start(from + piece);
    }

    /** Where a piece ends. */
    public int end(int piece) {
        return pieces.end(from + piece);
    }

    /** Adds a piece's state of one layer, the first being 0, to an array. */
    public void add(int piece, int layer, float[] to, int at) {
        float[] state = states[layer];
        int start = (row + piece) * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
            to[at + i] += state[start + i];
        }
    }
}
