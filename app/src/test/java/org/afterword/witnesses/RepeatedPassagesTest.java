package org.afterword.witnesses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.junit.jupiter.api.Test;

final class RepeatedPassagesTest {
    private static final Group GROUP = new Group(Id.random(), "The Lantern Circle", false);

    /** Words of which some are frequent, as in any text. */
    private static List<String> passage(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> "w" + (int) Math.pow(5_000, random.nextDouble()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> edited(Random random, List<String> passage, int percent) {
        var edited = new ArrayList<>(passage);
        for (int edits = passage.size() * percent / 100; edits > 0; edits--) {
            int at = random.nextInt(edited.size());
            switch (random.nextInt(3)) {
                case 0 -> edited.set(at, "new" + edits);
                case 1 -> edited.remove(at);
                default -> edited.add(at, "new" + edits);
            }
        }
        return edited;
    }

    private static Set<List<String>> pairs(List<String> passages) {
        Set<List<String>> pairs = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        RepeatedPassages.among(passages).found().forEach(repeat -> {
            var pair = new ArrayList<>(List.of(passages.get(repeat.one()), passages.get(repeat.other())));
            Collections.sort(pair);
            pairs.add(pair);
        });
        return pairs;
    }

    @Test
    void aCopyWithUpToAFifthEditedIsFoundInAnyOrder() {
        var random = new Random(3);
        for (int run = 0; run < 30; run++) {
            var passages = new ArrayList<String>();
            Set<List<String>> planted = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
            for (int i = 0; i < 200; i++) {
                List<String> passage = passage(random, 30);
                passages.add(String.join(" ", passage));
                if (i % 20 == 0) {
                    String copy = String.join(" ", edited(random, passage, random.nextInt(21)))
                            .toUpperCase(Locale.ROOT);
                    var pair = new ArrayList<>(List.of(copy, passages.getLast()));
                    Collections.sort(pair);
                    planted.add(pair);
                    passages.add(copy);
                }
            }
            assertEquals(planted, pairs(passages), "run " + run);
            Collections.shuffle(passages, random);
            assertEquals(planted, pairs(passages), "shuffled, run " + run);
            assertEquals(RepeatedPassages.among(passages), RepeatedPassages.among(passages));
        }
    }

    @Test
    void whatHasNoWordInCommonIsNeverARepeat() {
        var passages = IntStream.range(0, 300)
                .mapToObj(i ->
                        IntStream.range(0, 30).mapToObj(w -> "p" + i + "w" + w).collect(Collectors.joining(" ")))
                .toList();
        assertEquals(List.of(), RepeatedPassages.among(passages).found());
        assertEquals(
                List.of(), RepeatedPassages.among(List.of("", "one", "one")).found());
    }

    @Test
    void whatManySayInPassingIsNoCopyAndAWholeTextOfManyIs() {
        var random = new Random(4);
        String phrase = String.join(" ", passage(random, 7));
        var passages = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            passages.add(
                    String.join(" ", passage(random, 12)) + " " + phrase + " " + String.join(" ", passage(random, 12)));
        }
        assertEquals(List.of(), RepeatedPassages.among(passages).found());
        String campaign = String.join(" ", passage(random, 30));
        for (int i = 0; i < 40; i++) {
            passages.add(campaign);
        }
        var found = RepeatedPassages.among(passages);
        var linked = new TreeSet<Integer>();
        found.found().forEach(repeat -> linked.addAll(List.of(repeat.one(), repeat.other())));
        assertEquals(IntStream.range(60, 100).boxed().collect(Collectors.toSet()), linked);
        assertTrue(found.crowded() > 0);
    }

    @Test
    void accountsShowTheirCommonPassageOnceAndNotTheirOwnRepetition() {
        var random = new Random(5);
        String common = String.join(" ", passage(random, 90));
        String own = String.join(" ", passage(random, 100));
        Account one = Draft.essay(GROUP, "a", own + " " + common);
        Account other = Draft.essay(GROUP, "b", common + " " + String.join(" ", passage(random, 200)));
        Account apart = Draft.essay(GROUP, "c", String.join(" ", passage(random, 300)));
        var found = RepeatedPassages.in(List.of(one, apart, other));
        assertEquals(1, found.size());
        assertEquals(one.id(), found.getFirst().one());
        assertEquals(other.id(), found.getFirst().other());
        assertEquals(common, found.getFirst().here().of(one.text()).replaceAll("\\.$", ""));
        assertEquals(common, found.getFirst().there().of(other.text()));
        assertEquals(List.of(), RepeatedPassages.in(List.of(Draft.essay(GROUP, "d", own + " " + own))));
    }
}
