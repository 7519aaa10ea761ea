package org.afterword.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.model.Span;

/** A stretch of a marked text as the head reads it. */
final class Example {
    private final NameWords words;
    private final float[] inputs;
    private final float[] lowerLooks;
    private final int[] labels;

    private Example(NameWords words, float[] inputs, float[] lowerLooks, int[] labels) {
        this.words = words;
        this.inputs = inputs;
        this.lowerLooks = lowerLooks;
        this.labels = labels;
    }

    /**
     * Examples of each text, in the order of the texts.
     *
     * @param kept a file with the states of an earlier run, or where to keep them for the next
     */
    static List<List<Example>> of(List<Marked> texts, Encoder encoder, Path kept) throws IOException {
        if (!Files.exists(kept)) {
            keep(texts, encoder, kept);
        }
        var all = new ArrayList<List<Example>>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept), 1 << 20))) {
            if (!in.readUTF().equals(encoder.hash().hex())) {
                throw new IOException(kept + " is of another model; delete it");
            }
            for (Marked text : texts) {
                var examples = new ArrayList<Example>();
                for (int i = in.readInt(); i > 0; i--) {
                    examples.add(read(in, text));
                }
                all.add(examples);
            }
        }
        return all;
    }

    private static Example read(DataInputStream in, Marked text) throws IOException {
        var span = new Span(in.readInt(), in.readInt());
        NameWords words = NameWords.of(text.text(), span);
        var inputs = new float[words.size() * NameHead.INPUT];
        for (int word = 0; word < words.size(); word++) {
            for (int i = 0; i < NameHead.STATES; i++) {
                inputs[word * NameHead.INPUT + i] = Float.float16ToFloat(in.readShort());
            }
        }
        words.features(inputs, NameHead.STATES, NameHead.INPUT);
        var lower = new float[words.size() * NameWords.FEATURES];
        NameWords.of(text.text().toLowerCase(Locale.ROOT), span).features(lower, 0, NameWords.FEATURES);
        return new Example(words, inputs, lower, labels(words, text));
    }

    private static void keep(List<Marked> texts, Encoder encoder, Path kept) throws IOException {
        Files.createDirectories(kept.toAbsolutePath().getParent());
        Path whole = kept.resolveSibling(kept.getFileName() + ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole), 1 << 20))) {
            out.writeUTF(encoder.hash().hex());
            for (Marked text : texts) {
                List<Encoded> encoded = encoder.encode(text.text(), Sentences.of(text.text(), Locale.ROOT));
                out.writeInt(encoded.size());
                for (Encoded one : encoded) {
                    NameWords words = NameWords.of(text.text(), one.span());
                    float[] inputs = NameHead.inputs(one, words);
                    out.writeInt(one.span().start());
                    out.writeInt(one.span().end());
                    for (int word = 0; word < words.size(); word++) {
                        for (int i = 0; i < NameHead.STATES; i++) {
                            out.writeShort(Float.floatToFloat16(inputs[word * NameHead.INPUT + i]));
                        }
                    }
                }
            }
        }
        Files.move(whole, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int[] labels(NameWords words, Marked marked) {
        var labels = new int[words.size()];
        for (Marked.Name name : marked.names()) {
            boolean first = true;
            for (int word = 0; word < labels.length && name.label() > 0; word++) {
                if (words.span(word).overlaps(name.span())) {
                    labels[word] = first ? name.label() : name.label() + 1;
                    first = false;
                }
            }
        }
        return labels;
    }

    int size() {
        return labels.length;
    }

    int[] labels() {
        return labels;
    }

    Span span(int word) {
        return words.span(word);
    }

    /** Standardised once before training. */
    float[] inputs() {
        return inputs;
    }

    /** The value of an input of a word, as if the text were in lower case. */
    float lower(int word, int input) {
        return input < NameHead.STATES
                ? inputs[word * NameHead.INPUT + input]
                : lowerLooks[word * NameWords.FEATURES + input - NameHead.STATES];
    }
}
