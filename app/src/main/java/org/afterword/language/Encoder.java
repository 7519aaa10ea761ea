package org.afterword.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.model.Sha256;
import org.afterword.model.Span;

/**
 * A sentence model (bge-small-en-v1.5, quantised, MIT licence), run by ONNX Runtime on this computer. One pass gives
 * the states of words, by which names are found, and a vector for each sentence, by which meaning is compared.
 *
 * <p>The arithmetic is quantised over what is computed together, so stretches of one text are, and never with those of
 * another: what comes out depends on the text and the processor alone. To be used by one thread at a time.
 */
public final class Encoder implements AutoCloseable {
    /** Pieces that are computed together, padding included. */
    private static final int BATCH = 400;

    /** The longest stretch; a longer sentence is cut. */
    private static final int LONGEST = 254;

    private static final int THREADS = 2;
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final List<String> LAYERS = List.of(
            "/encoder/layer.3/output/LayerNorm/Add_1_output_0",
            "/encoder/layer.7/output/LayerNorm/Add_1_output_0",
            "last_hidden_state");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces words;
    private final Sha256 hash;

    private Encoder(OrtEnvironment environment, OrtSession session, WordPieces words, Sha256 hash) {
        this.environment = environment;
        this.session = session;
        this.words = words;
        this.hash = hash;
    }

    /**
     * Loads the model, which takes about half a second and 150 MB.
     *
     * @throws EncoderUnavailable if it cannot run here, with the reason
     */
    public static Encoder open() throws EncoderUnavailable {
        OrtEnvironment environment = NativeLibrary.load();
        try (InputStream vocabulary = resource(VOCABULARY);
                InputStream graph = resource(MODEL);
                var options = new OrtSession.SessionOptions()) {
            byte[] model = graph.readAllBytes();
            options.setIntraOpNumThreads(THREADS);
            options.setInterOpNumThreads(1);
            byte[] opened = MoreOutputs.in(model, LAYERS.subList(0, LAYERS.size() - 1), Encoded.WIDTH);
            return new Encoder(
                    environment, environment.createSession(opened, options), WordPieces.of(vocabulary), Sha256.of(model));
        } catch (IOException | OrtException e) {
            throw new EncoderUnavailable("the learned finder's model could not be read", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Encoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no " + name);
        }
        return stream;
    }

    /** Of the model's file. */
    public Sha256 hash() {
        return hash;
    }

    private record Part(Span span, WordPieces.Pieces pieces, int from, int size) {}

    /**
     * @param sentences stretches of the text, in any order; what is longer than about 200 words comes as several
     * @return in the order of the sentences; nothing for one without a letter, a digit or a mark
     * @throws IllegalStateException if ONNX Runtime fails, which is not expected of any text
     */
    public List<Encoded> encode(String text, List<Span> sentences) {
        var parts = new ArrayList<Part>();
        for (Span sentence : sentences) {
            cut(text, sentence, parts);
        }
        Integer[] order = new Integer[parts.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> parts.get(i).size()));
        var encoded = new Encoded[parts.size()];
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || (i - from + 1) * (parts.get(order[i]).size() + 2) > BATCH) {
                run(Arrays.asList(order).subList(from, i), parts, encoded);
                from = i;
            }
        }
        return List.of(encoded);
    }

    private void cut(String text, Span sentence, List<Part> parts) {
        WordPieces.Pieces pieces = words.of(text, sentence);
        int start = sentence.start();
        for (int from = 0; from < pieces.size(); ) {
            int to = Math.min(pieces.size(), from + LONGEST);
            while (to < pieces.size() && to > from + LONGEST / 2 && !gap(text, pieces, to)) {
                to--;
            }
            int end = to == pieces.size() ? sentence.end() : pieces.start(to);
            parts.add(new Part(new Span(start, end), pieces, from, to - from));
            start = end;
            from = to;
        }
    }

    private static boolean gap(String text, WordPieces.Pieces pieces, int at) {
        return Character.isWhitespace(text.charAt(pieces.start(at) - 1));
    }

    private void run(List<Integer> batch, List<Part> parts, Encoded[] into) {
        if (batch.isEmpty()) {
            return;
        }
        int longest = parts.get(batch.getLast()).size() + 2;
        var ids = new long[batch.size() * longest];
        var mask = new long[batch.size() * longest];
        for (int row = 0; row < batch.size(); row++) {
            Part part = parts.get(batch.get(row));
            int at = row * longest;
            ids[at] = words.opening();
            for (int i = 0; i < part.size(); i++) {
                ids[at + 1 + i] = part.pieces().id(part.from() + i);
            }
            ids[at + 1 + part.size()] = words.closing();
            Arrays.fill(mask, at, at + part.size() + 2, 1);
        }
        float[][] states = states(ids, mask, batch.size(), longest);
        for (int row = 0; row < batch.size(); row++) {
            Part part = parts.get(batch.get(row));
            into[batch.get(row)] =
                    new Encoded(part.span(), part.pieces(), part.from(), part.size(), states, row * longest + 1);
        }
    }

    private float[][] states(long[] ids, long[] mask, int rows, int longest) {
        long[] shape = {rows, longest};
        try (OnnxTensor in = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor seen = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor type = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
            inputs.put("input_ids", in);
            inputs.put("attention_mask", seen);
            inputs.put("token_type_ids", type);
            try (OrtSession.Result result = session.run(inputs, Set.copyOf(LAYERS))) {
                var states = new float[LAYERS.size()][];
                for (int layer = 0; layer < states.length; layer++) {
                    var tensor = (OnnxTensor) result.get(LAYERS.get(layer)).orElseThrow();
                    FloatBuffer values = tensor.getFloatBuffer();
                    states[layer] = new float[values.remaining()];
                    values.get(states[layer]);
                }
                return states;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    /** @throws IllegalStateException if ONNX Runtime does not let go of it */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model could not be closed", e);
        }
    }
}
