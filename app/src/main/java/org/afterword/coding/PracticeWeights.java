package org.afterword.coding;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.afterword.language.Encoded;
import org.afterword.language.WeightsFile;
import org.afterword.model.Sha256;

/**
 * What {@link Meaning} learned, and its file: a mark, a version, the hash of the model whose last layers were trained
 * further, the numbers that take the place of that model's, with their names and sizes in bytes, then of each question
 * its name, its weights, its bias and how its answer is to be taken, and a hash of all that. {@code training/practices.py}
 * writes it.
 *
 * @param model of whose numbers some are replaced
 * @param numbers by the tensor's name, as the model's file has them
 * @param questions by name: the codes, {@value #DENIES} of all and of each code, {@code access/…}, {@code claim/…}
 */
record PracticeWeights(Sha256 model, Map<String, byte[]> numbers, Map<String, Question> questions) {
    static final String DENIES = "denies";
    static final String ACCESS = "access/";
    static final String CLAIM = "claim/";

    private static final String RESOURCE = "practice.weights";
    private static final int MARK = 0x41465052;
    private static final int VERSION = 3;
    private static final int MOST = 1000;

    /**
     * How likely an answer makes a suggestion right, as seen on accounts that were not learned from (Platt 1999), and from
     * which likelihood on it is suggested; both are others where little surely speaks of practices.
     */
    record Calibration(float shift, float tilt, float thin, float least, float leastWhereThin) {
        private static Calibration read(DataInputStream in) throws IOException {
            return new Calibration(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
        }

        /** @param odds logarithm of the answer's odds */
        double likely(double odds, boolean whereThin) {
            return 1 / (1 + Math.exp(-(shift + tilt * odds + (whereThin ? thin : 0))));
        }

        double least(boolean whereThin) {
            return whereThin ? leastWhereThin : least;
        }
    }

    /**
     * What is asked of a sentence. Its answer is a weighted mean over its pieces of what each says, where the weights are
     * learned too (attention), and what the plain mean of its pieces says.
     */
    static final class Question {
        private final float[] heed;
        private final float[] says;
        private final float[] mean;
        private final float bias;
        private final Calibration calibration;

        private Question(float[] heed, float[] says, float[] mean, float bias, Calibration calibration) {
            this.heed = heed;
            this.says = says;
            this.mean = mean;
            this.bias = bias;
            this.calibration = calibration;
        }

        double heed(float[] state) {
            return dot(heed, state);
        }

        double says(float[] state) {
            return dot(says, state);
        }

        double ofMean(float[] mean) {
            return dot(this.mean, mean) + bias;
        }

        Calibration calibration() {
            return calibration;
        }

        private static double dot(float[] a, float[] b) {
            float sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }

    /** The bytes of the file that comes with the program. */
    static byte[] shipped() throws IOException {
        return WeightsFile.shipped(PracticeWeights.class, RESOURCE);
    }

    /** The hash that the file ends with; empty if it cannot be read. */
    static Optional<Sha256> shippedHash() {
        return SHIPPED;
    }

    private static final Optional<Sha256> SHIPPED = hash();

    private static Optional<Sha256> hash() {
        try {
            return Optional.of(WeightsFile.hash(shipped()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws IOException if the bytes are damaged or of another version */
    static PracticeWeights read(byte[] bytes) throws IOException {
        DataInputStream in = WeightsFile.open(bytes, MARK, VERSION);
        Sha256 model = WeightsFile.model(in);
        var numbers = new HashMap<String, byte[]>();
        for (int left = count(in); left > 0; left--) {
            String name = in.readUTF();
            int size = in.readInt();
            if (size < 0 || size > in.available()) {
                throw new IOException("the weights are of another size");
            }
            numbers.put(name, in.readNBytes(size));
        }
        var questions = new LinkedHashMap<String, Question>();
        for (int left = count(in); left > 0; left--) {
            String name = in.readUTF();
            questions.put(name, new Question(floats(in), floats(in), floats(in), in.readFloat(), Calibration.read(in)));
        }
        return new PracticeWeights(model, numbers, questions);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("the weights are of another size");
        }
        return count;
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var floats = new float[Encoded.WIDTH];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }
}
