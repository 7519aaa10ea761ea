package org.afterword.coding;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.language.Encoded;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * How likely a sentence speaks of each practice, by what it means: a logistic regression a code on the states of a
 * sentence model, learned from coded accounts that were written for this project (docs/models/practices.md). What comes
 * out depends on the text, the weights and the processor; so suggestions are logged and never made anew.
 */
public final class Meaning {
    /** The vector for the whole, and the mean of the eighth layer's states. */
    static final int INPUTS = 2 * Encoded.WIDTH;

    private static final int MIDDLE = 1;

    private static @Nullable Meaning shared;

    private final Encoder encoder;
    private final PracticeWeights weights;

    Meaning(Encoder encoder, PracticeWeights weights) {
        this.encoder = encoder;
        this.weights = weights;
    }

    /**
     * The one of this program.
     *
     * @throws EncoderUnavailable if the model cannot run here, or the weights cannot be read; phrases go on alone
     */
    public static synchronized Meaning shared() throws EncoderUnavailable {
        if (shared == null) {
            Encoder encoder = Encoder.shared();
            try {
                PracticeWeights weights = PracticeWeights.read(PracticeWeights.shipped());
                if (!weights.model().equals(encoder.hash())) {
                    throw new EncoderUnavailable("the weights of suggestions are for another model");
                }
                shared = new Meaning(encoder, weights);
            } catch (IOException e) {
                throw new EncoderUnavailable("the weights of suggestions are damaged; install Afterword anew", e);
            }
        }
        return shared;
    }

    /** As {@link #shared}; empty if it cannot run here. */
    public static Optional<Meaning> ifItRuns() {
        try {
            return Optional.of(shared());
        } catch (EncoderUnavailable e) {
            return Optional.empty();
        }
    }

    /** What a sentence is likely to say. */
    final class Scores {
        private final float[] input;

        private Scores(float[] input) {
            this.input = input;
        }

        /** How likely it speaks of the code, 0 to 1; 0 of a code that was not learned. */
        double likely(String code) {
            PracticeWeights.Row row = weights.rows().get(code);
            return row == null ? 0 : row.likely(input);
        }

        /** Whether that is likely enough to be suggested. */
        boolean says(String code) {
            PracticeWeights.Row row = weights.rows().get(code);
            return row != null && row.says(input);
        }

        /** Whether what it speaks of is rather said not to have happened. */
        boolean denies() {
            return says(PracticeWeights.DENIES);
        }
    }

    /**
     * @param sentences of the text, not overlapping
     * @return by sentence; none for one without a word
     */
    Map<Span, Scores> of(String text, List<Span> sentences) {
        var scores = new HashMap<Span, Scores>();
        inputs(encoder, text, sentences).forEach((span, input) -> scores.put(span, new Scores(input)));
        return scores;
    }

    /** What the regressions read of each sentence. */
    static Map<Span, float[]> inputs(Encoder encoder, String text, List<Span> sentences) {
        var inputs = new HashMap<Span, float[]>();
        var pieces = new HashMap<Span, Integer>();
        // stretches come in the order of the sentences
        var left = new ArrayDeque<>(sentences);
        encoder.encode(text, sentences, stretch -> {
            while (!left.getFirst().contains(stretch.span())) {
                left.removeFirst();
            }
            Span sentence = left.getFirst();
            // of a sentence that is too long for one stretch, the vector of the first
            float[] input = inputs.computeIfAbsent(sentence, _ -> {
                var first = new float[INPUTS];
                System.arraycopy(stretch.embedding(), 0, first, 0, Encoded.WIDTH);
                return first;
            });
            for (int piece = 0; piece < stretch.pieces(); piece++) {
                stretch.add(piece, MIDDLE, input, Encoded.WIDTH);
            }
            pieces.merge(sentence, stretch.pieces(), Integer::sum);
        });
        inputs.forEach((sentence, input) -> {
            int count = Math.max(1, pieces.getOrDefault(sentence, 1));
            for (int i = Encoded.WIDTH; i < INPUTS; i++) {
                input[i] /= count;
            }
        });
        return inputs;
    }
}
