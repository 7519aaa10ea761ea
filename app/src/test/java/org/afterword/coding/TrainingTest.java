package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class TrainingTest {
    private static final Path WEIGHTS = Path.of("src/main/resources/org/afterword/coding/practice.weights");

    /** {@code mvn test -Dtest=TrainingTest -Dafterword.train=true} writes the weights that the program ships. */
    @Test
    @EnabledIfSystemProperty(named = "afterword.train", matches = "true")
    void learn() throws IOException, EncoderUnavailable {
        Encoder encoder = Encoder.shared();
        Training training = Training.of(CodedPassages.of("training"), encoder);
        List<Training.Guess> guesses = training.tried();
        float least = Training.least(guesses);
        System.out.println(training.sentences() + " sentences, threshold " + least);
        System.out.println(Training.table(guesses, least));
        Map<String, Float> thresholds = new LinkedHashMap<>();
        Codebook.practices().codes().forEach(code -> thresholds.put(code.id(), least));
        var weights = new PracticeWeights(encoder.hash(), training.learn(thresholds));
        Files.write(WEIGHTS, weights.write());
        var meaning = new Meaning(encoder, weights);
        for (String part : List.of("development", "held-out", "paraphrased")) {
            Measured measured = Measured.of(CodedPassages.of(part), Optional.of(meaning));
            System.out.println(part + " " + measured.all() + " p "
                    + measured.all().precision() + " r "
                    + measured.all().recall() + " first-hand " + measured.firstHandRight() + " of " + measured.matched()
                    + ", false on ordinary " + measured.falseOrdinary() + " in " + measured.wordsOrdinary());
        }
    }

    @Test
    void aRegressionFindsThePlaneThatPartsThem() {
        var random = new Random(3);
        var rows = new java.util.ArrayList<float[]>();
        var yes = new boolean[400];
        for (int i = 0; i < yes.length; i++) {
            var row = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian() * 10, 5};
            rows.add(row);
            yes[i] = 3 * row[0] - row[1] / 10 > 1;
        }
        PracticeWeights.Row learned = new Regression(rows, 1).fit(yes, .5f);
        int right = 0;
        for (int i = 0; i < yes.length; i++) {
            right += learned.likely(rows.get(i)) >= .5 == yes[i] ? 1 : 0;
        }
        assertTrue(right > 385, right + " of 400");
    }
}
