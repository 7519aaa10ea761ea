package org.afterword.coding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.afterword.model.Sha256;

/**
 * What {@link Meaning} learned, and its file: a mark, a version, the hash of the model whose vectors it reads, the
 * number of inputs, of each row its name, its numbers, its bias and its threshold, and a hash of all that.
 *
 * @param model of whose vectors these are the weights
 * @param rows by code; the last, {@value #DENIES}, tells whether what is coded is said not to have happened
 */
record PracticeWeights(Sha256 model, Map<String, Row> rows) {
    static final String DENIES = "denies";

    private static final String RESOURCE = "practice.weights";
    private static final int MARK = 0x41465052;
    private static final int VERSION = 1;
    private static final int HASH = 32;
    private static final int MOST_ROWS = 1000;

    /** One regression: its weights, its bias, and how likely something must be to be said. */
    static final class Row {
        private final float[] weights;
        private final float bias;
        private final float least;

        Row(float[] weights, float bias, float least) {
            this.weights = weights.clone();
            this.bias = bias;
            this.least = least;
        }

        /** How likely, 0 to 1. */
        double likely(float[] input) {
            double sum = bias;
            for (int i = 0; i < weights.length; i++) {
                sum += (double) weights[i] * input[i];
            }
            return 1 / (1 + Math.exp(-sum));
        }

        boolean says(float[] input) {
            return likely(input) >= least;
        }
    }

    /** The bytes of the file that comes with the program. */
    static byte[] shipped() throws IOException {
        try (InputStream file = PracticeWeights.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IOException("there are no weights");
            }
            return file.readAllBytes();
        }
    }

    /** @throws IOException if the bytes are damaged or of another version */
    static PracticeWeights read(byte[] bytes) throws IOException {
        int end = bytes.length - HASH;
        if (end < 0
                || !Sha256.of(Arrays.copyOf(bytes, end))
                        .equals(Sha256.ofDigest(Arrays.copyOfRange(bytes, end, bytes.length)))) {
            throw new IOException("the weights are damaged");
        }
        var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        if (in.readInt() != MARK || in.readInt() != VERSION) {
            throw new IOException("the weights are of another version");
        }
        var model = Sha256.ofDigest(in.readNBytes(HASH));
        int inputs = in.readInt();
        int count = in.readInt();
        if (inputs != Meaning.INPUTS || count < 1 || count > MOST_ROWS) {
            throw new IOException("the weights are of another size");
        }
        var rows = new LinkedHashMap<String, Row>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            var weights = new float[inputs];
            for (int j = 0; j < inputs; j++) {
                weights[j] = in.readFloat();
            }
            rows.put(name, new Row(weights, in.readFloat(), in.readFloat()));
        }
        return new PracticeWeights(model, rows);
    }

    byte[] write() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MARK);
        out.writeInt(VERSION);
        out.write(model.bytes());
        out.writeInt(Meaning.INPUTS);
        out.writeInt(rows.size());
        for (Map.Entry<String, Row> row : rows.entrySet()) {
            out.writeUTF(row.getKey());
            for (float weight : row.getValue().weights) {
                out.writeFloat(weight);
            }
            out.writeFloat(row.getValue().bias);
            out.writeFloat(row.getValue().least);
        }
        bytes.writeBytes(Sha256.of(bytes.toByteArray()).bytes());
        return bytes.toByteArray();
    }
}
