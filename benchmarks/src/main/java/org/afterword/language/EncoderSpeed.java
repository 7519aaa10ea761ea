package org.afterword.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Seconds of processor time for the model alone, and for all that finds names by it. */
public final class EncoderSpeed {
    private static final int RUNS = 3;
    private static final int PIECES = 50;
    private static final int ROWS = 8;
    private static final int BATCHES = 40;

    private EncoderSpeed() {}

    /**
     * @param pieces of words in a second of the processor
     * @param alone the same for ONNX Runtime with the model as it is, in batches of 400 pieces without padding
     */
    public record Speed(double pieces, double alone) {}

    /** @param text English prose */
    public static Speed of(String text) throws IOException, EncoderUnavailable {
        try (Encoder encoder = Encoder.open()) {
            NameTagger tagger = NameTagger.open(encoder.hash());
            var pieces = new int[1];
            Runnable all = () -> {
                List<Encoded> encoded = encoder.encode(text, Sentences.of(text, Locale.ENGLISH));
                encoded.forEach(Encoded::embedding);
                tagger.find(text, encoded, true);
                pieces[0] = encoded.stream().mapToInt(one -> one.pieces() + 2).sum();
            };
            OrtEnvironment environment = NativeLibrary.load();
            try (var model = EncoderSpeed.class.getResourceAsStream(Encoder.MODEL);
                    var options = new OrtSession.SessionOptions()) {
                if (model == null) {
                    throw new IOException("there is no model");
                }
                options.setIntraOpNumThreads(2);
                options.setInterOpNumThreads(1);
                try (OrtSession session = environment.createSession(model.readAllBytes(), options)) {
                    Runnable alone = () -> alone(environment, session);
                    all.run();
                    alone.run();
                    var ours = new double[RUNS];
                    var floor = new double[RUNS];
                    for (int i = 0; i < RUNS; i++) {
                        ours[i] = pieces[0] / processor(all);
                        floor[i] = PIECES * ROWS * BATCHES / processor(alone);
                    }
                    Arrays.sort(ours);
                    Arrays.sort(floor);
                    return new Speed(ours[RUNS / 2], floor[RUNS / 2]);
                }
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double processor(Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - start) / 1e9;
    }

    private static void alone(OrtEnvironment environment, OrtSession session) {
        long[] shape = {ROWS, PIECES};
        var ids = new long[ROWS * PIECES];
        var ones = new long[ids.length];
        Arrays.setAll(ids, i -> i % PIECES == 0 ? 101 : i % PIECES == PIECES - 1 ? 102 : 1996 + i * 37 % 8000);
        Arrays.fill(ones, 1);
        try (var in = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var type = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
            for (int i = 0; i < BATCHES; i++) {
                session.run(
                                Map.of("input_ids", in, "attention_mask", mask, "token_type_ids", type),
                                Set.of("last_hidden_state"))
                        .close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
