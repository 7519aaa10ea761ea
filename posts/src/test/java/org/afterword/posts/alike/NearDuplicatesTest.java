package org.afterword.posts.alike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.PostsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The join of sets beside one who compares every pair of texts. */
class NearDuplicatesTest {
    @TempDir
    Path folder;

    private record Post(String account, List<String> words) {}

    private NearDuplicates found(List<Post> posts, double similarity) throws IOException {
        var text = new StringBuilder("account,time,text\n");
        for (Post post : posts) {
            text.append(post.account())
                    .append(",1714557600,")
                    .append(String.join(" ", post.words()))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("posts.csv"), text);
        Posts read = new PostsReader(Columns.USUAL, Optional.empty(), true, List.of(), rows -> {})
                .read(Inputs.of(List.of(file)));
        return NearDuplicates.of(read, read.texts().orElseThrow(), new NearDuplicates.Rule(similarity, 5));
    }

    private static boolean alike(Set<String> a, Set<String> b, double similarity) {
        var common = new HashSet<>(a);
        common.retainAll(b);
        return common.size() >= similarity * (a.size() + b.size() - common.size()) - 1e-9;
    }

    @Test
    void findsWhatComparingAllPairsFinds() throws IOException {
        var random = new Random(5);
        long pairs = 0;
        for (int run = 0; run < 120; run++) {
            var posts = new ArrayList<Post>();
            int vocabulary = 6 + random.nextInt(60);
            int size = random.nextInt(60);
            for (int i = 0; i < size; i++) {
                var words = new ArrayList<String>();
                if (!posts.isEmpty() && random.nextInt(3) > 0) {
                    words.addAll(posts.get(random.nextInt(posts.size())).words());
                    for (int change = random.nextInt(4); change > 0 && !words.isEmpty(); change--) {
                        words.set(random.nextInt(words.size()), "w" + random.nextInt(vocabulary));
                    }
                } else {
                    for (int w = random.nextInt(26); w > 0; w--) {
                        words.add("w" + random.nextInt(vocabulary));
                    }
                }
                posts.add(new Post("a" + random.nextInt(run % 9 == 0 ? 1 : 12), words));
            }
            double similarity = new double[] {0.5, 0.7, 0.8, 0.9, 1}[run % 5];
            NearDuplicates found = found(posts, similarity);
            long ofOthers = 0;
            long ofOne = 0;
            Set<Integer> inPairs = new HashSet<>();
            List<Set<String>> sets = posts.stream()
                    .<Set<String>>map(p -> new HashSet<>(p.words()))
                    .toList();
            for (int i = 0; i < sets.size(); i++) {
                for (int j = i + 1; j < sets.size(); j++) {
                    if (sets.get(i).size() < 5
                            || sets.get(j).size() < 5
                            || !alike(sets.get(i), sets.get(j), similarity)) {
                        continue;
                    }
                    if (posts.get(i).account().equals(posts.get(j).account())) {
                        ofOne++;
                    } else {
                        ofOthers++;
                        inPairs.addAll(List.of(i, j));
                    }
                }
            }
            assertEquals(ofOthers, found.pairs(), "run " + run);
            assertEquals(ofOne, found.pairsOfOneAccount(), "run " + run);
            assertEquals(inPairs.size(), found.posts(), "run " + run);
            assertEquals(found.compared(), found.chains().size(), "run " + run);
            pairs += ofOthers;
        }
        assertTrue(pairs > 300, "too few pairs to say anything: " + pairs);
    }

    @Test
    void shortPostsDoNotFlood() throws IOException {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < 20_000; i++) {
            posts.add(new Post("a" + i, List.of("so", "true", "friend")));
        }
        posts.add(new Post("b", List.of("one", "two", "three", "four", "five")));
        posts.add(new Post("c", List.of("Five", "four", "three", "two", "ONE")));
        NearDuplicates found = found(posts, 0.8);
        assertEquals(1, found.pairs());
        assertEquals(2, found.posts());
        assertEquals(20_000, found.tooShort());
    }

    @Test
    void aTextThatTenThousandRepeatIsCountedAndNotListed() throws IOException {
        var posts = new ArrayList<Post>();
        List<String> words = Arrays.asList("these", "are", "the", "words", "of", "the", "campaign", "of", "today");
        for (int i = 0; i < 10_000; i++) {
            posts.add(new Post("a" + i % 5_000, words));
        }
        NearDuplicates found = found(posts, 0.8);
        assertEquals(5_000, found.pairsOfOneAccount());
        assertEquals(10_000L * 9_999 / 2 - 5_000, found.pairs());
        assertEquals(1, found.chains().objects());
    }
}
