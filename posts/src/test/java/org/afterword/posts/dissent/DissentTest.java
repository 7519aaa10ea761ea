package org.afterword.posts.dissent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.posts.Analysis;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.PostsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DissentTest {
    @TempDir
    private Path folder;

    /** Of climbers' posts one in 15 speaks of the group and criticises it, mostly by the same few; of rowers' one in 4. */
    private static List<String> rows() {
        var random = new Random(9);
        var rows = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            int who = random.nextInt(60);
            boolean climber = who < 30;
            boolean critic = climber ? who % 10 == 0 : who % 2 == 0;
            boolean own = random.nextInt(3) == 0;
            boolean criticises = own && random.nextDouble() < (critic ? 0.8 : climber ? 0.1 : 0.6);
            String text = (own ? "our group " : "the weather ")
                    + (criticises ? "is wrong" : "is fine")
                    + " says @lamp.%d see https://u%d.example/x".formatted(who, i);
            rows.add("a%d,%d,%s,%s".formatted(who, 1_700_000_000 + i * 60, climber ? "climbers" : "rowers", text));
        }
        for (int i = 0; i < 30; i++) {
            rows.add("c%d,%d,few,our group is wrong".formatted(i % 3, 1_700_000_000 + i));
        }
        return rows;
    }

    private Path file(List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("posts.csv"), "author,time,group,text\n" + String.join("\n", rows) + "\n");
    }

    private static Posts read(Path file) throws IOException {
        return new PostsReader(Columns.USUAL, Optional.empty(), true, List.of(), rows -> {})
                .read(Inputs.of(List.of(file)));
    }

    private Path drawn(Path file, int size, long seed, String name) throws IOException {
        Sample sample = Sample.draw(read(file), size, seed);
        Path into = folder.resolve(name);
        Sheet.write(
                sample, Analysis.texts(Inputs.of(List.of(file)), Settings.USUAL, sample.posts(), Progress.NONE), into);
        return into;
    }

    /** As somebody does who reads what is there. */
    private static void code(Path sheet) throws IOException {
        var lines = new ArrayList<String>();
        for (String line : Files.readAllLines(sheet)) {
            boolean own = line.contains("our group");
            lines.add(
                    line.startsWith("row")
                            ? line
                            : line.substring(0, line.length() - 2)
                                    + (own ? ",yes," : ",no,")
                                    + (own ? line.contains("wrong") ? "yes" : "no" : ""));
        }
        Files.write(sheet, lines);
    }

    private static double truth(List<String> rows, String group) {
        List<String> own = rows.stream().filter(row -> row.contains(group)).toList();
        return own.stream().filter(row -> row.contains("our group is wrong")).count() / (double) own.size();
    }

    @Test
    void whatPeopleCodedOfASampleSaysWhatAllPostsDo() throws IOException {
        List<String> rows = rows();
        Path file = file(rows);
        List<Posts.Input> inputs = read(file).inputs();
        int held = 0;
        for (int seed = 0; seed < 40; seed++) {
            Path into = drawn(file, 121, seed, "drawn" + seed);
            code(into.resolve("to-code.csv"));
            Dissent found = Dissent.of(List.of(into.resolve("to-code.csv")), into.resolve("key.csv"), inputs);
            assertEquals(2, found.groups().size(), "of three accounts nothing is drawn");
            for (Dissent.OfGroup group : found.groups()) {
                assertEquals(121, group.coded());
                double share = truth(rows, group.name());
                Estimate estimate = group.criticises().orElseThrow();
                held += estimate.low() <= share && share <= estimate.high() ? 1 : 0;
                assertEquals(share, estimate.value(), 0.13);
            }
            Estimate climbers = found.groups().getFirst().ofOwn().orElseThrow();
            assertTrue(climbers.value()
                    < found.groups().getLast().ofOwn().orElseThrow().value());
        }
        assertTrue(held >= 74, "95 % intervals held " + held + " times of 80");
    }

    /** A second sheet on which every so manieth row that speaks of the group is judged the other way. */
    private static Path otherCoder(Path sheet, int every) throws IOException {
        var lines = new ArrayList<String>();
        int own = 0;
        for (String line : Files.readAllLines(sheet)) {
            boolean turned = line.contains(",yes,") && ++own % every == 0;
            lines.add(
                    !turned
                            ? line
                            : line.endsWith(",yes") ? line.replaceAll("yes$", "no") : line.replaceAll("no$", "yes"));
        }
        return Files.write(sheet.resolveSibling("other" + every + ".csv"), lines);
    }

    @Test
    void severalCodersAreAveragedAndTheirDisagreementWidensTheIntervals() throws IOException {
        Path file = file(rows());
        List<Posts.Input> inputs = read(file).inputs();
        Path into = drawn(file, 200, 1, "several");
        Path key = into.resolve("key.csv");
        Path one = into.resolve("to-code.csv");
        code(one);
        Dissent alone = Dissent.of(List.of(one), key, inputs);
        assertTrue(alone.agreement().isEmpty());

        Dissent same = Dissent.of(List.of(one, otherCoder(one, 100_000)), key, inputs);
        assertEquals(1, same.agreement().orElseThrow().ofCriticising().orElseThrow());
        assertEquals(400, same.agreement().orElseThrow().rows());
        assertEquals(2, same.groups().getFirst().coders());
        assertEquals(
                alone.groups().getFirst().criticises(), same.groups().getFirst().criticises());

        Path other = otherCoder(one, 3);
        Dissent two = Dissent.of(List.of(one, other), key, inputs);
        Dissent second = Dissent.of(List.of(other), key, inputs);
        Agreement agreement = two.agreement().orElseThrow();
        assertEquals(1, agreement.ofSpeaking().orElseThrow(), "both say the same of what speaks of the group");
        double alpha = agreement.ofCriticising().orElseThrow();
        assertTrue(alpha > 0.3 && alpha < 0.9, "alpha " + alpha);
        for (int g = 0; g < 2; g++) {
            Estimate mean = two.groups().get(g).ofOwn().orElseThrow();
            Estimate first = alone.groups().get(g).ofOwn().orElseThrow();
            Estimate last = second.groups().get(g).ofOwn().orElseThrow();
            assertEquals((first.value() + last.value()) / 2, mean.value(), 1e-12);
            assertTrue(
                    mean.high() - mean.low() > Math.max(first.high() - first.low(), last.high() - last.low()),
                    "no wider: " + mean + " beside " + first + " and " + last);
        }
        String said = assertThrows(BadInput.class, () -> Dissent.of(List.of(one, one), key, inputs))
                .getMessage();
        assertTrue(said.contains("named twice"), said);
    }

    /** Rubin 1987: the total variance of two coders' shares is that within, and three halves of that between. */
    @Test
    void theVarianceBetweenCoders() {
        var coders = List.of(new Ratio(), new Ratio());
        for (int i = 0; i < 400; i++) {
            coders.get(0).add(i % 40, 1, i % 8 == 0);
            coders.get(1).add(i % 40, 1, i % 5 == 0);
        }
        double within = (coders.get(0).variance() + coders.get(1).variance()) / 2;
        double between = Math.pow(.2 - .125, 2) / 2;
        assertEquals(
                Estimate.share(.1625, .1625 * .8375 / (within + 1.5 * between)).low(),
                Ratio.estimate(coders).low(),
                1e-12);
    }

    @Test
    void whoCodesSeesTextsAndNothingElse() throws IOException {
        Path file = file(rows());
        Path into = drawn(file, 40, 1, "one");
        List<String> sheet = Files.readAllLines(into.resolve("to-code.csv"));
        assertEquals("row,text,speaks-of-own-group,criticises", sheet.getFirst());
        assertEquals(81, sheet.size());
        for (String secret : List.of("lamp", "climbers", "rowers", "1700", "https", "a1,")) {
            assertTrue(sheet.stream().noneMatch(line -> line.contains(secret)), secret);
        }
        assertTrue(sheet.get(1).contains("says @… see [link]"), sheet.get(1));
        List<String> key = Files.readAllLines(into.resolve("key.csv"));
        assertEquals(81, key.size());
        assertTrue(key.stream().noneMatch(line -> line.matches(".*\\ba\\d+,.*") || line.contains("the weather")));

        Path again = drawn(file, 40, 1, "two");
        for (String name : List.of("to-code.csv", "key.csv")) {
            assertArrayEquals(Files.readAllBytes(into.resolve(name)), Files.readAllBytes(again.resolve(name)));
        }
        assertFalse(sheet.equals(Files.readAllLines(drawn(file, 40, 2, "three").resolve("to-code.csv"))));
        assertTrue(assertThrows(BadInput.class, () -> drawn(file, 40, 1, "one"))
                .getMessage()
                .contains("somebody's work"));
    }

    @Test
    void whatASpreadsheetMakesOfTheSheetIsRead() throws IOException {
        Path file = file(rows());
        Path into = drawn(file, 40, 1, "one");
        Path sheet = into.resolve("to-code.csv");
        code(sheet);
        Dissent before =
                Dissent.of(List.of(sheet), into.resolve("key.csv"), read(file).inputs());
        var lines = new ArrayList<String>();
        for (String line : Files.readAllLines(sheet)) {
            lines.add(line.replace(",", ";")
                    .replace("@…", "@")
                    .replace("yes", "JA")
                    .replace("no;", "nein;")
                    .replace("fine", "schön"));
        }
        Files.write(sheet, lines, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(
                before,
                Dissent.of(List.of(sheet), into.resolve("key.csv"), read(file).inputs()));
    }

    @Test
    void whatDoesNotBelongTogetherIsSaid() throws IOException {
        Path file = file(rows());
        Path into = drawn(file, 40, 1, "one");
        Path sheet = into.resolve("to-code.csv");
        Path key = into.resolve("key.csv");
        List<Posts.Input> inputs = read(file).inputs();
        List<String> lines = Files.readAllLines(sheet);
        Dissent nothing = Dissent.of(List.of(sheet), key, inputs);
        assertEquals(0, nothing.groups().getFirst().coded());
        assertTrue(nothing.groups().getFirst().criticises().isEmpty(), "what nobody coded is no share of zero");

        lines.set(1, lines.get(1).replaceAll(",,$", ",perhaps,"));
        Files.write(sheet, lines);
        assertTrue(assertThrows(BadInput.class, () -> Dissent.of(List.of(sheet), key, inputs))
                .getMessage()
                .contains("'perhaps' is neither yes nor no"));
        lines.set(1, "rxxxxxx,\"a text\",yes,no");
        Files.write(sheet, lines);
        assertTrue(assertThrows(BadInput.class, () -> Dissent.of(List.of(sheet), key, inputs))
                .getMessage()
                .contains("rxxxxxx"));
        List<String> other = rows();
        Collections.swap(other, 0, 1);
        List<Posts.Input> others = read(file(other)).inputs();
        code(drawn(folder.resolve("posts.csv"), 40, 1, "other").resolve("to-code.csv"));
        assertTrue(assertThrows(
                        BadInput.class, () -> Dissent.of(List.of(folder.resolve("other/to-code.csv")), key, others))
                .getMessage()
                .contains("sample of other files"));
    }

    /**
     * Cochran 1977, section 3.12: of 104 persons in 30 households 30 had seen a physician; the variance of the share is
     * .00520, and .00197 if they were independent. The households here are made to have the sums of his.
     */
    @Test
    void theVarianceBetweenClusters() {
        int[] persons = {3, 1, 2, 3, 3, 5, 7, 5, 4, 3, 4, 2, 3, 4, 3, 3, 1, 4, 4, 3, 4, 4, 4, 5, 4, 2, 4, 3, 4, 3};
        int[] seen = {1, 1, 0, 3, 0, 0, 4, 0, 0, 1, 0, 1, 3, 4, 0, 0, 1, 4, 2, 3, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0};
        var ratio = new Ratio();
        for (int household = 0; household < persons.length; household++) {
            for (int person = 0; person < persons[household]; person++) {
                ratio.add(household, 1, person < seen[household]);
            }
        }
        assertEquals(.2885, ratio.value(), 5e-5);
        assertEquals(.00520, ratio.variance(), 1e-5);
        Estimate share = ratio.estimate();
        assertEquals(2 * 1.96 * Math.sqrt(.0052), share.high() - share.low(), 0.02);
    }

    @Test
    void whereAllAgreeTheIntervalIsThatOfTheAccounts() {
        var ratio = new Ratio();
        for (int i = 0; i < 200; i++) {
            ratio.add(i % 20, 1, false);
        }
        assertEquals(Estimate.share(0, 20), ratio.estimate());
    }

    @Test
    void aFormulaIsNoFormula() {
        assertEquals("'=1+1", Sheet.blinded("=1+1"));
        assertEquals("mail lamp@light.example now", Sheet.blinded("mail lamp@light.example now"));
    }
}
