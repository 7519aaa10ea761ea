package org.afterword.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Trains the learned finder of names and writes its weights: {@code ./train names}. */
final class TrainNames {
    private static final System.Logger LOG = System.getLogger("train");

    private TrainNames() {}

    /**
     * @param arguments the folder with the data ({@code wnut17}, {@code btc}); the folder for the weights; seeds
     */
    @SuppressWarnings("SystemOut") // a program for the terminal
    public static void main(String[] arguments) throws IOException, EncoderUnavailable {
        Path data = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        try (Encoder encoder = Encoder.open()) {
            long start = System.nanoTime();
            var texts = new ArrayList<>(Marked.read(data.resolve("wnut17/wnut17train.conll")));
            texts.addAll(Marked.read(data.resolve("btc/btc.train")));
            List<List<Example>> encoded = Example.of(texts, encoder, to.resolve("states"));
            float[][] spread =
                    NameTraining.spread(encoded.stream().flatMap(List::stream).toList());
            encoded.forEach(
                    list -> list.forEach(one -> NameHead.standardise(one.inputs(), one.size(), spread[0], spread[1])));
            System.out.printf(
                    Locale.ROOT,
                    "%,d texts, %,d words, %,d persons; encoded in %.0f s%n",
                    texts.size(),
                    encoded.stream()
                            .flatMap(List::stream)
                            .mapToInt(Example::size)
                            .sum(),
                    texts.stream()
                            .flatMap(t -> t.names().stream())
                            .filter(n -> n.label() == 1)
                            .count(),
                    (System.nanoTime() - start) / 1e9);
            var developed = new LinkedHashMap<String, List<Spotted.Read>>();
            for (String dev : List.of("wnut17/emerging.dev.conll", "btc/btc.dev")) {
                List<Marked> marked = Marked.read(data.resolve(dev));
                developed.put(
                        dev,
                        marked.stream()
                                .map(one -> Spotted.Read.of(one, encoder))
                                .toList());
                developed.put(
                        dev + " in lower case",
                        marked.stream()
                                .map(one -> Spotted.Read.of(one.inLowerCase(), encoder))
                                .toList());
            }
            for (int i = 2; i < arguments.length; i++) {
                long seed = Long.parseLong(arguments[i]);
                start = System.nanoTime();
                NameWeights weights = train(encoded, seed, encoder, spread);
                System.out.printf(Locale.ROOT, "seed %d: %.0f s%n", seed, (System.nanoTime() - start) / 1e9);
                Files.write(to.resolve("seed-" + seed + ".weights"), weights.write());
                NameTagger tagger = new NameTagger(weights, "");
                developed.forEach((name, read) -> {
                    System.out.println(name + ", balanced: " + Spotted.of(read, tagger, false));
                    System.out.println(name + ", recall: " + Spotted.of(read, tagger, true));
                });
            }
        }
    }

    private static NameWeights train(List<List<Example>> encoded, long seed, Encoder encoder, float[][] spread) {
        var order = new ArrayList<>(encoded);
        Collections.shuffle(order, new Random(seed));
        int tenth = order.size() / 10;
        List<Example> held =
                order.subList(0, tenth).stream().flatMap(List::stream).toList();
        List<Example> rest = order.subList(tenth, order.size()).stream()
                .flatMap(List::stream)
                .toList();
        var training = new NameTraining(seed, encoder.hash(), spread[0], spread[1]);
        return training.train(rest, weights -> judge(weights, held), LOG);
    }

    /** The best F1 of persons over what may be taken from "no name", and that. */
    private static float[] judge(NameWeights weights, List<Example> held) {
        NameHead head = new NameHead(weights);
        var best = new float[] {-1, 0};
        List<float[]> scores = held.stream()
                .map(one -> head.standardisedScores(one.inputs(), one.size()))
                .toList();
        for (float bias = -1; bias <= 1.5f; bias += .25f) {
            int found = 0;
            int marked = 0;
            int right = 0;
            for (int i = 0; i < held.size(); i++) {
                Example one = held.get(i);
                int[] labels = new Labels(
                                scores.get(i).clone(), one.size(), weights.part(NameWeights.Part.STEPS), bias, 0)
                        .best();
                var a = persons(labels);
                var b = persons(one.labels());
                found += a.size();
                marked += b.size();
                a.retainAll(b);
                right += a.size();
            }
            float f = found + marked == 0 ? 0 : 2f * right / (found + marked);
            if (f > best[0]) {
                best = new float[] {f, bias};
            }
        }
        return best;
    }

    private static List<List<Integer>> persons(int[] labels) {
        var persons = new ArrayList<List<Integer>>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 1) {
                int last = i;
                while (last + 1 < labels.length && labels[last + 1] == 2) {
                    last++;
                }
                persons.add(Arrays.asList(i, last));
            }
        }
        return persons;
    }
}
