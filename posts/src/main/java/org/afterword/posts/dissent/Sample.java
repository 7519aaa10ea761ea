package org.afterword.posts.dissent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.afterword.posts.group.Group;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Texts;

/**
 * A sample of posts, of each group as many, spread over four stretches of time with as many posts of the group in each.
 *
 * @param rows in an order that says nothing
 * @param dataset a hash of the hashes of the files
 */
public record Sample(List<Row> rows, String dataset, long seed) {
    static final int SLICES = 4;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /**
     * A post that was drawn.
     *
     * @param label drawn at random
     * @param post its number in the dataset
     * @param slice which stretch of time, from 0
     * @param cluster a number for its account, drawn at random
     * @param of how many posts of the group are in that stretch
     * @param drawn how many of them were drawn
     */
    public record Row(String label, int post, String group, int slice, int cluster, int of, int drawn) {}

    /**
     * Of groups of ten accounts and more, and of posts with words.
     *
     * @param size how many of each group
     * @throws BadInput if there are no texts or no groups
     */
    public static Sample draw(Posts posts, int size, long seed) {
        Texts texts = posts.texts()
                .orElseThrow(() -> new BadInput(
                        "There are no texts to draw from; say which column holds them with" + " --columns text=NAME."));
        Membership members = posts.members()
                .orElseThrow(() -> new BadInput("No column says which group an account belongs to; say which with"
                        + " --columns group=NAME. What accounts post may not decide who belongs."));
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<Row>();
        for (int g = 0; g < members.names().size(); g++) {
            int[] frame = frame(posts, texts, members, g);
            long accounts =
                    Arrays.stream(frame).map(p -> posts.account()[p]).distinct().count();
            for (int slice = 0; slice < SLICES && accounts >= Group.LEAST; slice++) {
                int from = (int) ((long) frame.length * slice / SLICES);
                int to = (int) ((long) frame.length * (slice + 1) / SLICES);
                int wanted = Math.min(to - from, size / SLICES + (slice < size % SLICES ? 1 : 0));
                int[] some = shuffled(Arrays.copyOfRange(frame, from, to), random);
                for (int i = 0; i < wanted; i++) {
                    rows.add(new Row(
                            "", some[i], members.names().get(g), slice, posts.account()[some[i]], to - from, wanted));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new BadInput("No group has " + Group.LEAST + " accounts that wrote words; nothing can be drawn.");
        }
        return new Sample(blinded(rows, posts, random), Key.dataset(posts.inputs()), seed);
    }

    /** The posts of a group, in an order that is the same in every run. */
    private static int[] frame(Posts posts, Texts texts, Membership members, int group) {
        var place = new int[posts.accounts()];
        IntStream.range(0, place.length).forEach(i -> place[posts.order()[i]] = i);
        return IntStream.range(0, posts.size())
                .filter(p -> members.of()[posts.account()[p]] == group && texts.start()[p + 1] > texts.start()[p])
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(p -> posts.time()[p])
                        .thenComparingInt(p -> place[posts.account()[p]]))
                .mapToInt(p -> p)
                .toArray();
    }

    private static int[] shuffled(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
        return values;
    }

    /** New labels, new numbers for accounts, and a new order. */
    private static List<Row> blinded(List<Row> rows, Posts posts, SplittableRandom random) {
        Set<Integer> drawn = new HashSet<>();
        rows.forEach(row -> drawn.add(row.cluster()));
        int[] accounts =
                shuffled(Arrays.stream(posts.order()).filter(drawn::contains).toArray(), random);
        Map<Integer, Integer> cluster = new HashMap<>();
        for (int i = 0; i < accounts.length; i++) {
            cluster.put(accounts[i], i + 1);
        }
        Set<String> labels = new HashSet<>();
        var blinded = new ArrayList<Row>();
        for (int i : shuffled(IntStream.range(0, rows.size()).toArray(), random)) {
            Row row = rows.get(i);
            String label = label(random);
            while (!labels.add(label)) {
                label = label(random);
            }
            blinded.add(new Row(
                    label,
                    row.post(),
                    row.group(),
                    row.slice(),
                    cluster.getOrDefault(row.cluster(), 0),
                    row.of(),
                    row.drawn()));
        }
        return List.copyOf(blinded);
    }

    private static String label(SplittableRandom random) {
        var label = new StringBuilder("r");
        for (int i = 0; i < 6; i++) {
            label.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return label.toString();
    }

    /** The numbers of the posts. */
    public BitSet posts() {
        var posts = new BitSet();
        rows.forEach(row -> posts.set(row.post()));
        return posts;
    }
}
