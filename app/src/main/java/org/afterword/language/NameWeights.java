package org.afterword.language;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.afterword.model.Sha256;

/**
 * The weights of {@link NameHead}, as training made them, and their file: a mark, a version, the hash of the model
 * whose states they read, the numbers of each part with their size before them, and a hash of all that.
 */
final class NameWeights {
    private static final String RESOURCE = "names.weights";
    private static final int MARK = 0x41464e48;
    private static final int VERSION = 1;

    /** What the numbers are, in their order in the file. */
    enum Part {
        /** Of the states in training. */
        MEAN(NameHead.STATES),
        /** One over the standard deviation of the states in training. */
        SCALE(NameHead.STATES),
        /** A row of {@link NameHead#HIDDEN} for each input of each word of the window. */
        HIDDEN(NameHead.WINDOW * NameHead.INPUT * NameHead.HIDDEN),
        HIDDEN_BIAS(NameHead.HIDDEN),
        /** A row of {@link NameHead#COUNT} for each hidden unit. */
        LABELS(NameHead.HIDDEN * NameHead.COUNT),
        LABEL_BIAS(NameHead.COUNT),
        /** From each label to each, and in the last row to a sentence's first. */
        STEPS((NameHead.COUNT + 1) * NameHead.COUNT),
        /** What is taken from "no name" where finds shall be right; where names shall be touched. */
        BIAS(2);

        private final int size;

        Part(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }
    }

    private final Sha256 model;
    private final Map<Part, float[]> parts;

    /** @param model of whose states these are the weights */
    NameWeights(Sha256 model, Map<Part, float[]> parts) {
        this.model = model;
        this.parts = new EnumMap<>(parts);
    }

    /** The bytes of the file that comes with the program. */
    static byte[] shipped() throws IOException {
        return WeightsFile.shipped(NameWeights.class, RESOURCE);
    }

    /** @throws IOException if the bytes are damaged or of another version */
    static NameWeights read(byte[] bytes) throws IOException {
        DataInputStream in = WeightsFile.open(bytes, MARK, VERSION);
        Sha256 model = WeightsFile.model(in);
        var parts = new EnumMap<Part, float[]>(Part.class);
        for (Part part : Part.values()) {
            if (in.readInt() != part.size()) {
                throw new IOException("the weights are of another size");
            }
            var numbers = new float[part.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readFloat();
            }
            parts.put(part, numbers);
        }
        return new NameWeights(model, parts);
    }

    byte[] write() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MARK);
        out.writeInt(VERSION);
        out.write(model.bytes());
        for (Part part : Part.values()) {
            out.writeInt(part.size());
            for (float number : part(part)) {
                out.writeFloat(number);
            }
        }
        bytes.writeBytes(Sha256.of(bytes.toByteArray()).bytes());
        return bytes.toByteArray();
    }

    Sha256 model() {
        return model;
    }

    /** The numbers of a part, not a copy. */
    float[] part(Part part) {
        float[] numbers = parts.get(part);
        if (numbers == null) {
            throw new IllegalStateException("no " + part);
        }
        return numbers;
    }
}
