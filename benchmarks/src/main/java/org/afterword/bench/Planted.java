package org.afterword.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Passages of 30 made-up words with planted copies. Words come as in natural text, the word of rank r about 1 / (r +
 * 2.7) times, and a seventh of them in one of 3,000 phrases of 3 to 7 common words that others use as well, so that
 * passages have words in common that nobody copied. A fifth of the passages are copies of one other passage
 * each, in equal shares of every form and every share of edits.
 */
final class Planted {
    /** What was done to a passage besides editing. */
    enum Form {
        WHOLE("the whole passage"),
        HALF("half of it (15 words)"),
        INTERLEAVED("the whole, in runs of 3 to 8 words between runs of own text (60 words)"),
        HALF_INTERLEAVED("half of it, in runs of 3 to 8 words between runs of own text (30 words)");

        private final String described;

        Form(String described) {
            this.described = described;
        }

        String described() {
            return described;
        }
    }

    static final int[] EDITED = {0, 5, 10, 20, 30, 40};
    static final int KINDS = EDITED.length * Form.values().length;

    private static final List<Form> FORMS = List.of(Form.values());

    private static final int WORDS = 30;
    private static final int VOCABULARY = 100_000;
    private static final int PHRASES = 3_000;
    private static final int COMMON = 2_000;
    private static final int ONE_PHRASE_IN = 30;
    private static final int SHARE = 5;

    private final SplittableRandom random;
    private final double[] upTo = new double[VOCABULARY];
    private final String[] words = new String[VOCABULARY];
    private final List<List<String>> phrases = new ArrayList<>();
    private final String[] texts;
    private final int[] original;
    private final int[] kind;

    Planted(int size, long seed) {
        random = new SplittableRandom(seed);
        texts = new String[size];
        original = new int[size];
        kind = new int[size];
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += 1 / (rank + 2.7);
            upTo[rank] = sum;
            words[rank] = word(rank);
        }
        for (int i = 0; i < PHRASES; i++) {
            phrases.add(phrase(3 + random.nextInt(5)));
        }
        int[] order = shuffled(size);
        int copies = size / SHARE;
        Arrays.fill(original, -1);
        for (int i = copies; i < size; i++) {
            texts[order[i]] = String.join(" ", own(WORDS));
        }
        for (int i = 0; i < copies; i++) {
            int from = order[copies + i];
            original[order[i]] = from;
            kind[order[i]] = i % KINDS;
            texts[order[i]] = String.join(" ", copy(List.of(texts[from].split(" ", -1)), i % KINDS));
        }
    }

    List<String> texts() {
        return List.of(texts);
    }

    /** The passage that a passage was copied from; −1 if it is nobody's copy. */
    int original(int passage) {
        return original[passage];
    }

    /** The kind of a copy: its form times the number of shares of edits, plus the place of its share of edits. */
    int kind(int copy) {
        return kind[copy];
    }

    static Form form(int kind) {
        return FORMS.get(kind / EDITED.length);
    }

    private int[] shuffled(int size) {
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Another word for each rank. */
    private static String word(int rank) {
        var word = new StringBuilder();
        int left = rank + 70;
        while (left > 0) {
            word.append("bdfgklmnprstvz".charAt(left % 14));
            left /= 14;
            word.append("aeiou".charAt(left % 5));
            left /= 5;
        }
        return word.toString();
    }

    private String draw() {
        return word(upTo[VOCABULARY - 1]);
    }

    private String word(double most) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * most);
        return words[Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found)];
    }

    /** Of common words, as phrases are. */
    private List<String> phrase(int count) {
        var phrase = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            phrase.add(word(upTo[COMMON]));
        }
        return phrase;
    }

    /** Words of one's own, with phrases of which a few are in many mouths. */
    private List<String> own(int count) {
        var own = new ArrayList<String>(count);
        while (own.size() < count) {
            if (random.nextInt(ONE_PHRASE_IN) == 0) {
                own.addAll(phrases.get((int) (Math.pow(PHRASES, random.nextDouble()) - 1)));
            } else {
                own.add(draw());
            }
        }
        return new ArrayList<>(own.subList(0, count));
    }

    private List<String> copy(List<String> passage, int kindOfCopy) {
        Form form = form(kindOfCopy);
        boolean half = form == Form.HALF || form == Form.HALF_INTERLEAVED;
        int from = half && random.nextBoolean() ? WORDS / 2 : 0;
        var copy = new ArrayList<>(passage.subList(from, half ? from + WORDS / 2 : WORDS));
        int edits = Math.round(copy.size() * EDITED[kindOfCopy % EDITED.length] / 100f);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(copy.size());
            switch (random.nextInt(3)) {
                case 0 -> copy.set(at, draw());
                case 1 -> copy.remove(at);
                default -> copy.add(at, draw());
            }
        }
        return form == Form.INTERLEAVED || form == Form.HALF_INTERLEAVED ? interleaved(copy) : copy;
    }

    private List<String> interleaved(List<String> copy) {
        var mixed = new ArrayList<String>();
        int at = 0;
        while (at < copy.size()) {
            int run = Math.min(copy.size() - at, 3 + random.nextInt(6));
            mixed.addAll(own(run));
            mixed.addAll(copy.subList(at, at + run));
            at += run;
        }
        return mixed;
    }
}
