package org.afterword.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence model (bge-small-en-v1.5, quantised, MIT licence), run by ONNX Runtime on this computer. One pass gives
 * the states of words, by which names are found, and a vector for each sentence, by which meaning is compared.
 *
 * <p>The arithmetic is quantised over what is computed together, so stretches of one text are, and never with those of
 * another: what comes out depends on the text and the processor alone.
 */
public final class Encoder implements AutoCloseable {
    /** Pieces that are computed together, padding included. */
    private static final int BATCH = 400;

    /** Stretches among which those of one length are sought, and whose states are in memory at once. */
    private static final int TOGETHER = 256;

    /** The longest stretch; a longer sentence is cut. */
    private static final int LONGEST = 254;

    private static final int THREADS = 2;
    static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final List<String> LAYERS = List.of(
            "/encoder/layer.3/output/LayerNorm/Add_1_output_0",
            "/encoder/layer.7/output/LayerNorm/Add_1_output_0",
            "last_hidden_state");

    private static @Nullable Encoder shared;

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
        return open(Map.of());
    }

    /**
     * As {@link #open()}, a model of one's own making: of the same form, with other numbers in the place of some.
     *
     * @param numbers by the tensor's name, as many bytes as the model's file has of it
     */
    public static Encoder open(Map<String, byte[]> numbers) throws EncoderUnavailable {
        OrtEnvironment environment = NativeLibrary.load();
        try (InputStream vocabulary = resource(VOCABULARY);
                InputStream graph = resource(MODEL);
                var options = new OrtSession.SessionOptions()) {
            byte[] model = graph.readAllBytes();
            options.setIntraOpNumThreads(THREADS);
            options.setInterOpNumThreads(1);
            byte[] opened = OnnxFile.withOutputs(
                    numbers.isEmpty() ? model : OnnxFile.withNumbers(model, numbers),
                    LAYERS.subList(0, LAYERS.size() - 1),
                    Encoded.WIDTH);
            return new Encoder(
                    environment,
                    environment.createSession(opened, options),
                    WordPieces.of(vocabulary),
                    Sha256.of(model));
        } catch (IOException | OrtException e) {
            throw new EncoderUnavailable("the learned finder's model could not be read", e);
        }
    }

    /**
     * The one of this program, which stays in memory. It takes one text at a time, whoever asks.
     *
     * @throws EncoderUnavailable if it cannot run here, with the reason
     */
    public static synchronized Encoder shared() throws EncoderUnavailable {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Encoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no " + name);
        }
        return stream;
    }

    /** How many pieces of words a stretch of a text has. */
    public int pieces(String text, Span stretch) {
        return words.of(text, stretch).size();
    }

    /** Of the model's file, as it comes. */
    public Sha256 hash() {
        return hash;
    }

    private record Part(Span span, WordPieces.Pieces pieces, int from, int size) {
        /** What the model would read. */
        IntBuffer ids() {
            var ids = new int[size];
            Arrays.setAll(ids, i -> pieces.id(from + i));
            return IntBuffer.wrap(ids);
        }
    }

    /** As {@link #encode(String, List, Consumer)}, all at once; for texts of some pages, as a page takes about 4 MB. */
    public List<Encoded> encode(String text, List<Span> sentences) {
        var all = new ArrayList<Encoded>();
        encode(text, sentences, all::add);
        return List.copyOf(all);
    }

    /**
     * @param sentences stretches of the text, in any order; what is longer than about 200 words comes as several
     * @param each takes them in the order of the sentences; nothing for one without a letter, a digit or a mark
     * @throws IllegalStateException if ONNX Runtime fails, which is not expected of any text
     */
    public synchronized void encode(String text, List<Span> sentences, Consumer<Encoded> each) {
        var parts = new ArrayList<Part>();
        for (Span sentence : sentences) {
            cut(text, sentence, parts);
            if (parts.size() >= TOGETHER) {
                encode(parts, each);
                parts.clear();
            }
        }
        encode(parts, each);
    }

    /** What stands there twice is computed once. */
    private void encode(List<Part> parts, Consumer<Encoded> each) {
        var first = new HashMap<IntBuffer, Integer>();
        var same = new int[parts.size()];
        Arrays.setAll(same, i -> {
            Integer before = first.putIfAbsent(parts.get(i).ids(), i);
            return before == null ? i : before;
        });
        List<Integer> order = first.values().stream()
                .sorted(Comparator.comparingInt((Integer i) -> parts.get(i).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        var rows = new Row[parts.size()];
        int from = 0;
        for (int i = 1; i <= order.size(); i++) {
            if (i == order.size() || (i - from + 1) * (parts.get(order.get(i)).size() + 2) > BATCH) {
                run(order.subList(from, i), parts, rows);
                from = i;
            }
        }
        for (int i = 0; i < same.length; i++) {
            Part part = parts.get(i);
            Row row = rows[same[i]];
            each.accept(new Encoded(part.span(), part.pieces(), part.from(), part.size(), row.states(), row.first()));
        }
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

    /** The states of a batch, and where in them those of one part begin. */
    private static final class Row {
        private final float[][] states;
        private final int first;

        Row(float[][] states, int first) {
            this.states = states;
            this.first = first;
        }

        float[][] states() {
            return states;
        }

        int first() {
            return first;
        }
    }

    private void run(List<Integer> batch, List<Part> parts, Row[] into) {
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
            into[batch.get(row)] = new Row(states, row * longest + 1);
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
