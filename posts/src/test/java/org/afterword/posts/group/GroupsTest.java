package org.afterword.posts.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.afterword.posts.Analysis;
import org.afterword.posts.Measured;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.read.Shares;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupsTest {
    @TempDir
    private Path folder;

    /** Thirty accounts that often copy each other and say "the ascent"; sixty that write for themselves; four more. */
    private static List<String> rows(long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<String>();
        for (int i = 0; i < 600; i++) {
            boolean copied = random.nextInt(3) == 0;
            String text = copied
                    ? "today we walk on together towards the light of day " + random.nextInt(6) + " again"
                    : own(random) + (random.nextInt(2) == 0 ? " the ascent calls" : "") + " @lamp" + random.nextInt(30);
            rows.add("a%d,%d,climbers,%s".formatted(random.nextInt(30), 1_700_000_000 + i * 60, text));
            rows.add("b%d,%d,rowers,%s".formatted(random.nextInt(60), 1_700_000_000 + i * 60, own(random)));
        }
        for (int i = 0; i < 40; i++) {
            rows.add("c%d,%d,few,%s".formatted(i % 4, 1_700_000_000 + i, own(random)));
        }
        rows.add("b1,1700000000,climbers,in two boats at once today");
        return rows;
    }

    private static String own(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            words.append(i == 0 ? "" : " ")
                    .append("word")
                    .append((char) ('a' + random.nextInt(26)))
                    .append((char) ('a' + random.nextInt(26)));
        }
        return words.toString();
    }

    private Measured measured(List<String> rows, String name) throws IOException {
        Path file =
                Files.writeString(folder.resolve(name), "author,time,group,text\n" + String.join("\n", rows) + "\n");
        return Analysis.of(List.of(file), Settings.USUAL, Progress.NONE);
    }

    @Test
    void groupsAreSetBesideEachOther() throws IOException {
        Groups groups = measured(rows(3), "posts.csv").groups().orElseThrow();
        assertEquals(1, groups.several());
        assertEquals(
                List.of("climbers", "few", "rowers"),
                groups.groups().stream().map(Group::name).toList());
        Group climbers = groups.groups().getFirst();
        Group rowers = groups.groups().getLast();
        assertEquals(30, climbers.accounts());
        assertTrue(groups.groups().get(1).measures().isEmpty(), "of four accounts nothing is said");

        Group.Measures one = climbers.measures().orElseThrow();
        Group.Measures other = rowers.measures().orElseThrow();
        Uniformity alike = one.uniformity().orElseThrow();
        Uniformity apart = other.uniformity().orElseThrow();
        assertTrue(
                one.nearlySame().orElseThrow().low()
                        > other.nearlySame().orElseThrow().high(),
                one + " " + other);
        assertTrue(alike.repeated().low() > apart.repeated().high(), alike + " " + apart);
        assertTrue(alike.packed().low() > apart.packed().high(), alike + " " + apart);
        assertTrue(one.effective().low() <= one.effective().value()
                && one.effective().high() <= 30);

        List<String> words =
                one.loaded().orElseThrow().stream().map(LoadedWord::words).toList();
        assertTrue(words.contains("the ascent"), words::toString);
        assertFalse(words.toString().contains("lamp"), "names of accounts are no words");
        assertTrue(one.loaded().orElseThrow().stream().allMatch(word -> word.accounts() >= Group.LEAST));
        assertTrue(other.loaded().orElseThrow().isEmpty(), other.loaded()::toString);
    }

    /** "Lantern" stands beside each other word in two fifths of the accounts. */
    @Test
    void wordsBesideOneThatStandsOutDoNotFloodTheList() throws IOException {
        var rows = new ArrayList<String>();
        for (int account = 0; account < 60; account++) {
            boolean keeper = account % 2 == 0;
            for (int word = 0; word < 20; word++) {
                if ((account / 2 + word) % 5 < 2) {
                    rows.add("a%d,2024-05-%02dT10:00:00Z,%s,w%d %s %d"
                            .formatted(
                                    account,
                                    word + 1,
                                    keeper ? "keepers" : "rowers",
                                    word,
                                    keeper ? "lantern x" + account + " outer dark" : "",
                                    account));
                }
            }
        }
        List<String> words = measured(rows, "lamps.csv")
                .groups()
                .orElseThrow()
                .groups()
                .getFirst()
                .measures()
                .orElseThrow()
                .loaded()
                .orElseThrow()
                .stream()
                .map(LoadedWord::words)
                .toList();
        assertEquals(Set.of("lantern", "outer", "dark", "outer dark"), Set.copyOf(words));
    }

    @Test
    void nearlySameIsWhatCountingEveryPairSays() throws IOException {
        List<String> rows = rows(5).subList(0, 900);
        Group climbers =
                measured(rows, "posts.csv").groups().orElseThrow().groups().getFirst();
        var accounts = new ArrayList<String>();
        var texts = new ArrayList<Set<String>>();
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            if (fields[2].equals("climbers")) {
                accounts.add(fields[0]);
                texts.add(Set.of(Arrays.stream(fields[3].split("[^a-z0-9]+", -1))
                        .distinct()
                        .toArray(String[]::new)));
            }
        }
        long pairs = 0;
        long possible = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!accounts.get(i).equals(accounts.get(j))) {
                    possible++;
                    var both = new HashSet<>(texts.get(i));
                    both.retainAll(texts.get(j));
                    int all = texts.get(i).size() + texts.get(j).size() - both.size();
                    pairs += both.size() >= 0.8 * all ? 1 : 0;
                }
            }
        }
        assertTrue(pairs > 0);
        double share =
                climbers.measures().orElseThrow().nearlySame().orElseThrow().value();
        assertEquals(pairs / (double) possible, share, 1e-12);
    }

    @Test
    void theOrderOfRowsOfOneSecondChangesNothing() throws IOException {
        List<String> rows = rows(3);
        Measured before = measured(rows, "one.csv");
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        Measured after = measured(shuffled, "two.csv");
        assertEquals(before.groups(), after.groups());
        Report.write(before, Summary.of(before), folder.resolve("a"));
        Measured again = measured(rows, "one.csv");
        Report.write(again, Summary.of(again), folder.resolve("b"));
        for (String name : Report.FILES) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(name)),
                    Files.readAllBytes(folder.resolve("b").resolve(name)));
        }
        String page = Files.readString(folder.resolve("a/report.html"));
        assertTrue(page.contains("Groups side by side") && page.contains("the ascent"));
    }

    @Test
    void sameSharedIsWhatCountingEveryPairSays() {
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            int accounts = 10 + random.nextInt(20);
            int objects = 1 + random.nextInt(6);
            int size = 20 + random.nextInt(150);
            var group = new int[accounts];
            Arrays.setAll(group, a -> random.nextInt(3) - 1);
            var account = new int[size];
            var object = new int[size];
            Arrays.setAll(account, i -> random.nextInt(accounts));
            Arrays.setAll(object, i -> random.nextInt(objects));
            Arrays.sort(object);
            var start = new int[objects + 1];
            Arrays.setAll(start, o ->
                    (int) Arrays.stream(object).filter(one -> one < o).count());
            var shares = new Shares(accounts, start, account, new long[size], 0);
            for (int g = 0; g < 2; g++) {
                Optional<Estimate> found = new SameShared(shares, group, 2).of(g);
                int some = g;
                long sharing = Arrays.stream(account)
                        .filter(a -> group[a] == some)
                        .distinct()
                        .count();
                assertEquals(sharing >= Group.LEAST, found.isPresent());
                double all = part(account, object, group, g, -1);
                if (found.isPresent()) {
                    assertEquals(all, found.get().value(), 1e-12);
                    double[] without = Arrays.stream(account)
                            .filter(a -> group[a] == some)
                            .distinct()
                            .mapToDouble(a -> part(account, object, group, some, a))
                            .toArray();
                    Estimate expected = Estimate.jackknife(all, without.length, i -> without[i], 0, 1);
                    assertEquals(expected.low(), found.get().low(), 1e-9);
                    assertEquals(expected.high(), found.get().high(), 1e-9);
                }
            }
        }
    }

    private static double part(int[] account, int[] object, int[] group, int some, int without) {
        double same = 0;
        double pairs = 0;
        for (int i = 0; i < account.length; i++) {
            for (int j = 0; j < account.length; j++) {
                boolean counts = account[i] != account[j]
                        && group[account[i]] == some
                        && group[account[j]] == some
                        && account[i] != without
                        && account[j] != without;
                pairs += counts ? 1 : 0;
                same += counts && object[i] == object[j] ? 1 : 0;
            }
        }
        return same / pairs;
    }
}
