package org.afterword.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.language.NameWeights.Part;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;
import org.afterword.model.Span;

/** Finds persons, places and groups in what {@link Encoder} made of a text, by weights that were learned. */
public final class NameTagger {
    /**
     * How much of what the recall setting takes from "no name" it gives to persons alone: more is lost if a person is
     * published than if a group is, and groups in lower case ("the workers") would be half of all questions.
     */
    private static final float PERSONS_FIRST = 2;

    /** In doubt a name is a person's. */
    private static final float DOUBT = .5f;

    private final NameHead head;
    private final NameWeights weights;
    private final String version;

    NameTagger(NameWeights weights, String version) {
        this.weights = weights;
        this.version = version;
        head = new NameHead(weights);
    }

    /**
     * @param model that will give the states
     * @throws EncoderUnavailable if the weights cannot be read, or are for another model
     */
    public static NameTagger open(Sha256 model) throws EncoderUnavailable {
        try {
            byte[] file = NameWeights.shipped();
            var weights = NameWeights.read(file);
            if (!weights.model().equals(model)) {
                throw new EncoderUnavailable("the learned finder's weights are for another model");
            }
            return new NameTagger(weights, Sha256.of(file).hex().substring(0, 12));
        } catch (IOException e) {
            throw new EncoderUnavailable("the learned finder's weights are damaged; install Afterword anew", e);
        }
    }

    /** The first twelve digits of the SHA-256 of the weights' file. */
    public String version() {
        return version;
    }

    /**
     * What seems to be a name.
     *
     * @param kind a person, a place or a group
     * @param score how likely the least likely of its words is part of a name of that kind, 0 to 1
     */
    public record Tagged(Span span, IdentityKind kind, double score) {}

    /**
     * @param recall whether rather too much is found, as for a review by a person
     * @return in the order of the text, not overlapping
     */
    public List<Tagged> find(String text, List<Encoded> encoded, boolean recall) {
        float bias = recall ? weights.part(Part.BIAS)[1] - PERSONS_FIRST : weights.part(Part.BIAS)[0];
        float persons = recall ? PERSONS_FIRST + DOUBT : 0;
        var found = new ArrayList<Tagged>();
        for (Encoded stretch : encoded) {
            NameWords words = NameWords.of(text, stretch.span());
            if (words.size() > 0) {
                float[] scores = head.scores(NameHead.inputs(stretch, words), words.size());
                add(found, words, new Labels(scores, words.size(), weights.part(Part.STEPS), bias, persons));
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<Tagged> found, NameWords words, Labels labels) {
        int[] best = labels.best();
        double[] likely = labels.likelihoods();
        int word = 0;
        while (word < best.length) {
            int label = best[word];
            int last = word;
            if (label > 0) {
                while (last + 1 < best.length && best[last + 1] == label + 1) {
                    last++;
                }
                tagged(words, word, last, label, likely).ifPresent(found::add);
            }
            word = last + 1;
        }
    }

    /** Without punctuation at its ends, except the stop after an initial; empty if there is nothing else. */
    private static Optional<Tagged> tagged(NameWords words, int from, int to, int label, double[] likely) {
        int first = from;
        int last = to;
        while (first <= last && words.mark(first)) {
            first++;
        }
        while (last > first && words.mark(last) && !words.initialBefore(last)) {
            last--;
        }
        if (first > last) {
            return Optional.empty();
        }
        double score = 1;
        for (int word = first; word <= last; word++) {
            int at = word * NameHead.COUNT + label;
            score = Math.min(score, likely[at] + likely[at + 1]);
        }
        IdentityKind kind = switch (NameHead.LABELS.get(label)) {
            case "B-PER" -> IdentityKind.PERSON;
            case "B-LOC" -> IdentityKind.PLACE;
            default -> IdentityKind.GROUP;
        };
        var span = new Span(words.span(first).start(), words.span(last).end());
        return Optional.of(new Tagged(span, kind, score));
    }
}
