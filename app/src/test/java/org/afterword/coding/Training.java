package org.afterword.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.afterword.language.Encoder;
import org.afterword.language.Sentences;
import org.afterword.model.Polarity;
import org.afterword.model.Span;

/** Learns {@link PracticeWeights} from coded accounts; by whole accounts, what is learned is tried on others. */
final class Training {
    static final double STRENGTH = .01;
    static final int FOLDS = 3;
    /** Of what is suggested, at least this share of sentences is coded so, on accounts that were not learned from. */
    private static final double PRECISION = .6;

    private static final float LIKELY = .5f;

    /** A sentence of an account, which has a number. */
    private static final class Example {
        private final int account;
        private final float[] input;
        private final List<CodedPassages.Gold> gold;

        Example(int account, float[] input, List<CodedPassages.Gold> gold) {
            this.account = account;
            this.input = input;
            this.gold = gold;
        }

        boolean is(String code) {
            return gold.stream().anyMatch(one -> one.coding().code().equals(code));
        }

        boolean coded() {
            return !gold.isEmpty();
        }

        boolean denied() {
            return gold.stream().allMatch(one -> one.coding().polarity() == Polarity.DENIES);
        }
    }

    private final List<Example> examples;
    private final List<String> codes =
            Codebook.practices().codes().stream().map(Code::id).toList();

    private Training(List<Example> examples) {
        this.examples = examples;
    }

    static Training of(List<CodedPassages> accounts, Encoder encoder) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < accounts.size(); i++) {
            CodedPassages passages = accounts.get(i);
            String text = passages.account().text();
            List<Span> sentences = Sentences.of(text, Locale.ENGLISH);
            Map<Span, float[]> inputs = Meaning.inputs(encoder, text, sentences);
            for (Span sentence : sentences) {
                float[] input = inputs.get(sentence);
                if (input != null) {
                    examples.add(new Example(
                            i,
                            input,
                            passages.gold().stream()
                                    .filter(gold -> gold.span().overlaps(sentence))
                                    .toList()));
                }
            }
        }
        return new Training(examples);
    }

    int sentences() {
        return examples.size();
    }

    Map<String, PracticeWeights.Row> learn(Map<String, Float> least) {
        return learn(examples, least);
    }

    private Map<String, PracticeWeights.Row> learn(List<Example> from, Map<String, Float> least) {
        var rows = new LinkedHashMap<String, PracticeWeights.Row>();
        var regression =
                new Regression(from.stream().map(example -> example.input).toList(), STRENGTH);
        for (String code : codes) {
            rows.put(code, regression.fit(flags(from, code), least.getOrDefault(code, LIKELY)));
        }
        List<Example> coded = from.stream().filter(Example::coded).toList();
        var denied = new boolean[coded.size()];
        for (int i = 0; i < denied.length; i++) {
            denied[i] = coded.get(i).denied();
        }
        rows.put(
                PracticeWeights.DENIES,
                new Regression(coded.stream().map(example -> example.input).toList(), STRENGTH).fit(denied, LIKELY));
        return rows;
    }

    private static boolean[] flags(List<Example> from, String code) {
        var flags = new boolean[from.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = from.get(i).is(code);
        }
        return flags;
    }

    /** One guess on an account that was not learned from. */
    record Guess(String code, double likely, boolean right) {}

    List<Guess> tried() {
        var guesses = new ArrayList<Guess>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            var rows = learn(
                    examples.stream().filter(one -> one.account % FOLDS != left).toList(), Map.of());
            for (Example example : examples) {
                if (example.account % FOLDS == fold) {
                    codes.forEach(code -> guesses.add(new Guess(
                            code, Objects.requireNonNull(rows.get(code)).likely(example.input), example.is(code))));
                }
            }
        }
        return guesses;
    }

    /** The lowest threshold at which enough is right, all codes together. */
    static float least(List<Guess> guesses) {
        List<Guess> sorted = guesses.stream()
                .sorted((a, b) -> Double.compare(b.likely(), a.likely()))
                .toList();
        double least = 1;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (i > 20 && (double) right / (i + 1) >= PRECISION) {
                least = sorted.get(i).likely();
            }
        }
        return (float) least;
    }

    static String table(List<Guess> guesses, float least) {
        var counts = new HashMap<String, int[]>();
        var table = new StringBuilder();
        for (Guess guess : guesses) {
            for (String key : Arrays.asList(guess.code(), "all")) {
                int[] count = counts.computeIfAbsent(key, _ -> new int[3]);
                count[0] += guess.right() ? 1 : 0;
                count[1] += guess.likely() >= least ? 1 : 0;
                count[2] += guess.right() && guess.likely() >= least ? 1 : 0;
            }
        }
        counts.keySet().stream().sorted().forEach(code -> {
            int[] count = counts.get(code);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.2f | %.2f |%n",
                    code.replace("practice/", ""),
                    count[0],
                    count[1],
                    count[2],
                    count[1] == 0 ? 0 : (double) count[2] / count[1],
                    (double) count[2] / count[0]));
        });
        return table.toString();
    }
}
