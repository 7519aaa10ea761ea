package org.afterword.coding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.language.Encoded;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Access;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * How likely a sentence speaks of each practice, by what it means where it stands: a sentence model whose last layers
 * were trained further on coded accounts that were written for this project (docs/models/practices.md). Sentences of a
 * paragraph are read together. What comes out depends on the text, the weights and the processor; so suggestions are
 * logged and never made anew.
 */
public class Meaning {
    /** So many pieces of words are read together, unless one sentence alone has more. */
    private static final int TOGETHER = 126;

    /** From so many on, a new paragraph is read for itself. */
    private static final int ENOUGH = 60;

    /** With more between them, two sentences do not stand together. */
    private static final int APART = 40;

    /** An answer of one of several is taken from this likelihood on. */
    private static final double SURE = 0.5;

    /** As near to 0 and 1 as a likelihood comes. */
    private static final double NEARLY = 1e-6;

    private static @Nullable Meaning shared;

    private final Encoder encoder;
    private final PracticeWeights weights;
    private final List<String> names;
    private final List<PracticeWeights.Question> questions;

    Meaning(Encoder encoder, PracticeWeights weights) {
        this.encoder = encoder;
        this.weights = weights;
        this.names = List.copyOf(weights.questions().keySet());
        this.questions = List.copyOf(weights.questions().values());
    }

    /**
     * The one of this program.
     *
     * @throws EncoderUnavailable if the model cannot run here, or the weights cannot be read; phrases go on alone
     */
    public static synchronized Meaning shared() throws EncoderUnavailable {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    private static Meaning open() throws EncoderUnavailable {
        PracticeWeights weights;
        try {
            weights = PracticeWeights.read(PracticeWeights.shipped());
        } catch (IOException e) {
            throw new EncoderUnavailable("the weights of suggestions are damaged; install Afterword anew", e);
        }
        Encoder encoder = Encoder.open(weights.numbers());
        if (!weights.model().equals(encoder.hash())) {
            encoder.close();
            throw new EncoderUnavailable("the weights of suggestions are for another model");
        }
        return new Meaning(encoder, weights);
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
        private final Map<String, Double> answers;

        private Scores(Map<String, Double> answers) {
            this.answers = answers;
        }

        /** How likely it says so of the code, 0 to 1, as the model has it; 0 of a code that was not learned. */
        double said(String code, Polarity polarity) {
            double speaksOf = logistic(answers.getOrDefault(code, Double.NEGATIVE_INFINITY));
            double denies = logistic(answers.getOrDefault(PracticeWeights.DENIES, 0.0)
                    + answers.getOrDefault(PracticeWeights.DENIES + "/" + code, 0.0));
            return speaksOf * (polarity == Polarity.DENIES ? denies : 1 - denies);
        }

        /** How likely a suggestion of that is right, 0 to 1; 0 of a code that was not learned. */
        double likely(String code, Polarity polarity, boolean whereThin) {
            double said = Math.clamp(said(code, polarity), NEARLY, 1 - NEARLY);
            return calibration(code, polarity)
                    .map(one -> one.likely(Math.log(said / (1 - said)), whereThin))
                    .orElse(0.0);
        }

        /** From which likelihood on it is suggested; above 1 of a code that was not learned. */
        double least(String code, Polarity polarity, boolean whereThin) {
            return calibration(code, polarity).map(one -> one.least(whereThin)).orElse(2.0);
        }

        private Optional<PracticeWeights.Calibration> calibration(String code, Polarity polarity) {
            String name = polarity == Polarity.DENIES ? PracticeWeights.DENIES + "/" + code : code;
            return Optional.ofNullable(weights.questions().get(name)).map(PracticeWeights.Question::calibration);
        }

        private static double logistic(double odds) {
            return 1 / (1 + Math.exp(-odds));
        }

        /** How the speaker came by it; empty where none is likely enough. */
        Optional<Access> access() {
            return likeliest(PracticeWeights.ACCESS).map(Access::parse);
        }

        /** What kind of statement it is; empty where none is likely enough. */
        Optional<Claim> claim() {
            return likeliest(PracticeWeights.CLAIM).map(Claim::parse);
        }

        private Optional<String> likeliest(String prefix) {
            double all = 0;
            String best = "";
            double most = 0;
            for (Map.Entry<String, Double> answer : answers.entrySet()) {
                if (answer.getKey().startsWith(prefix)) {
                    double weight = Math.exp(answer.getValue());
                    all += weight;
                    if (weight > most) {
                        most = weight;
                        best = answer.getKey().substring(prefix.length());
                    }
                }
            }
            return most >= SURE * all && !best.isEmpty() ? Optional.of(best) : Optional.empty();
        }
    }

    /**
     * @param sentences of the text, in its order, not overlapping
     * @return by sentence; none for one without a word
     */
    Map<Span, Scores> of(String text, List<Span> sentences) {
        var scores = new HashMap<Span, Scores>();
        List<List<Span>> windows = windows(text, sentences);
        List<Span> wholes = windows.stream()
                .map(window ->
                        new Span(window.getFirst().start(), window.getLast().end()))
                .toList();
        var answers = new HashMap<Span, Answer>();
        var at = new int[1];
        encoder.encode(text, wholes, stretch -> {
            while (!wholes.get(at[0]).contains(stretch.span())) {
                at[0]++;
            }
            hear(stretch, windows.get(at[0]), answers);
        });
        answers.forEach((sentence, answer) -> scores.put(sentence, new Scores(answer.whole())));
        return scores;
    }

    private void hear(Encoded stretch, List<Span> window, Map<Span, Answer> answers) {
        int next = 0;
        for (int piece = 0; piece < stretch.pieces(); piece++) {
            int start = stretch.start(piece);
            while (next < window.size() && window.get(next).end() <= start) {
                next++;
            }
            if (next < window.size() && window.get(next).start() <= start) {
                var state = new float[Encoded.WIDTH];
                stretch.add(piece, Encoded.LAYERS - 1, state, 0);
                answers.computeIfAbsent(window.get(next), _ -> new Answer()).take(state);
            }
        }
    }

    /** What is asked, over the pieces of one sentence. */
    private final class Answer {
        private final double[] heeded = new double[questions.size()];
        private final double[] said = new double[questions.size()];
        private final float[] sum = new float[Encoded.WIDTH];
        private int pieces;

        void take(float[] state) {
            for (int i = 0; i < heeded.length; i++) {
                double weight = Math.exp(Math.min(30, questions.get(i).heed(state)));
                heeded[i] += weight;
                said[i] += weight * questions.get(i).says(state);
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += state[i];
            }
            pieces++;
        }

        Map<String, Double> whole() {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= pieces;
            }
            var whole = new LinkedHashMap<String, Double>();
            for (int i = 0; i < heeded.length; i++) {
                whole.put(names.get(i), said[i] / heeded[i] + questions.get(i).ofMean(sum));
            }
            return whole;
        }
    }

    /** Sentences that are read together: of one paragraph, or of short ones that follow each other. */
    private List<List<Span>> windows(String text, List<Span> sentences) {
        var windows = new ArrayList<List<Span>>();
        var window = new ArrayList<Span>();
        int pieces = 0;
        for (Span sentence : sentences) {
            int size = encoder.pieces(text, sentence);
            if (!window.isEmpty()) {
                String between = text.substring(window.getLast().end(), sentence.start());
                boolean paragraph = between.indexOf('\n') >= 0;
                if (pieces + size > TOGETHER || (paragraph && pieces > ENOUGH) || between.length() > APART) {
                    windows.add(List.copyOf(window));
                    window.clear();
                    pieces = 0;
                }
            }
            window.add(sentence);
            pieces += size;
        }
        if (!window.isEmpty()) {
            windows.add(List.copyOf(window));
        }
        return windows;
    }
}
