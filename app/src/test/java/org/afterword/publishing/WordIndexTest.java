package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.afterword.model.Sha256;
import org.afterword.model.Standing;
import org.afterword.page.Strings;
import org.afterword.protection.Quoted;
import org.afterword.protection.Shows;
import org.junit.jupiter.api.Test;

class WordIndexTest {
    private static final Strings ENGLISH = Strings.of(Locale.ENGLISH);
    private final Random random = new Random(8);

    @Test
    void anIndexThatReadsSiteAfterSiteIsTheOneThatReadsOnlyTheLast() {
        var kept = new WordIndex(word -> !word.startsWith("x"));
        List<Shown.Passage> passages = passages(60);
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 3; i++) {
                passages.set(random.nextInt(passages.size()), passage());
            }
            passages.remove(random.nextInt(passages.size()));
            passages.add(random.nextInt(passages.size()), passage());
            Site site = site(passages.subList(0, 40 + random.nextInt(20)));
            kept.read(site);
            var anew = new WordIndex(word -> !word.startsWith("x"));
            anew.read(site);
            assertEquals(anew.letters(ENGLISH), kept.letters(ENGLISH));
            Map<String, byte[]> expected = files(anew);
            Map<String, byte[]> got = files(kept);
            assertEquals(expected.keySet(), got.keySet());
            expected.forEach((name, bytes) -> assertArrayEquals(bytes, got.get(name), name));
        }
    }

    @Test
    void onePassageLessChangesFewFiles() {
        List<Shown.Passage> passages = passages(15_000);
        var index = new WordIndex(_ -> true);
        index.read(site(passages));
        Map<String, byte[]> before = files(index);
        passages.remove(7_500);
        index.read(site(passages));
        Map<String, byte[]> after = files(index);
        long same = after.entrySet().stream()
                .filter(file ->
                        before.containsKey(file.getKey()) && Arrays.equals(before.get(file.getKey()), file.getValue()))
                .count();
        assertTrue(after.size() > 50, after.size() + " files");
        // its twelve words, those of the one that goes to the other answer, the two, and where a cut went with them
        assertTrue(after.size() - same <= 32, (after.size() - same) + " of " + after.size() + " changed");
    }

    @Test
    void aWordIsShownInLowerCaseWhereverItIsWrittenSo() {
        Shown.Passage capital = passage("Lantern");
        Shown.Passage small = passage("the lantern");
        var index = new WordIndex(_ -> true);
        index.read(site(List.of(capital, small)));
        assertEquals(List.of("lantern"), shown(index));
        index.read(site(List.of(capital)));
        assertEquals(List.of("Lantern"), shown(index));
    }

    private static List<String> shown(WordIndex index) {
        var shown = new ArrayList<String>();
        index.words()
                .filter(one -> one.word().equals("lantern"))
                .forEach(one -> shown.add(one.shown().text()));
        return shown;
    }

    private static Map<String, byte[]> files(WordIndex index) {
        return ExampleSite.bytes(
                SearchFiles.of(index, ENGLISH, new Last(Quoted.of(List.of()))).files());
    }

    private List<Shown.Passage> passages(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(_ -> passage()).toList());
    }

    private Shown.Passage passage() {
        var words = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String word = "abexlmost".charAt(random.nextInt(9))
                    + Integer.toString(random.nextInt(26_000), 26).replaceAll("[0-9]", "e");
            words.append(
                            random.nextBoolean()
                                    ? word
                                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .append(' ');
        }
        return passage(words.toString());
    }

    private Shown.Passage passage(String words) {
        byte[] by = new byte[8];
        random.nextBytes(by);
        return new Shown.Passage(
                1,
                Optional.empty(),
                Standing.FIRST_HAND,
                false,
                false,
                Optional.empty(),
                Shows.text(words),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sha256.of(new String(by, StandardCharsets.ISO_8859_1)));
    }

    /** Of two answers, and an account that is not there in every other. */
    private Site site(List<Shown.Passage> passages) {
        Site one = ExampleSite.site();
        int half = passages.size() / 2;
        return new Site(
                one.start(),
                one.groups(),
                List.of(
                        one.findings().get(0).with(passages.subList(0, half), List.of()),
                        one.findings().get(1).with(passages.subList(half, passages.size()), List.of())),
                one.accounts().subList(0, passages.size() % 2),
                one.method(),
                one.leftOut(),
                one.corrections());
    }
}
