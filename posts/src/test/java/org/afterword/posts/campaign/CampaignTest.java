package org.afterword.posts.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.afterword.posts.Measured;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignTest {
    private static final long START = 1_700_000_000;
    private static final int DAY = 86_400;

    @TempDir
    private Path folder;

    private int id;

    private String row(String who, long time, String to, String link, String text) {
        return "p%d,%s,%d,%s,https://%s.example/,%s".formatted(id++, who, time, to, link, text);
    }

    /**
     * Sixty days, three hundred accounts, some of which answer the lamp now and then. Fifteen of a troop that
     * shares links together come at once on day 40 and on day 50, then with twenty who never wrote before.
     */
    private List<String> rows() {
        var random = new Random(6);
        var rows = new ArrayList<String>();
        for (int i = 0; i < 9_000; i++) {
            String who = "a" + random.nextInt(300);
            long time = START + (long) (random.nextDouble() * 60 * DAY);
            boolean lamp = random.nextInt(90) == 0;
            rows.add(row(who, time, lamp ? "lamp9" : "", "u" + random.nextInt(3_000), lamp ? "you" : "own words"));
        }
        for (int action = 0; action < 12; action++) {
            for (int member = 0; member < 15; member++) {
                String who = "troop" + member;
                rows.add(row(who, START + action * 4L * DAY + 7_000 + member, "", "t" + action, "see"));
                long later = START + (long) (random.nextDouble() * 60 * DAY);
                rows.add(row(who, later, "", "u" + random.nextInt(3_000), "own words"));
            }
        }
        for (int member = 0; member < 15; member++) {
            rows.add(row("troop" + member, START + 40L * DAY + member * 60L, "lamp9", "", "shame"));
            rows.add(row("troop" + member, START + 50L * DAY + member * 60L, "", "", "shame on @LampOfDay"));
        }
        for (int other = 0; other < 20; other++) {
            rows.add(row("new" + other, START + 50L * DAY + other * 50L, "lamp9", "", "shame"));
        }
        rows.add(row("lamp9", START + DAY, "", "", "what I saw"));
        rows.add(row("lamp9", START + 2L * DAY, "lamp9", "", "and @lampofday again"));
        return rows;
    }

    private Measured measured(List<String> rows, String... target) throws IOException {
        Path file = Files.writeString(
                folder.resolve("posts.csv"),
                "id,author,time,in_reply_to_user_id,url,text\n" + String.join("\n", rows) + "\n");
        Settings usual = Settings.USUAL;
        return Analysis.of(
                List.of(file),
                new Settings(
                        usual.columns(),
                        usual.kind(),
                        usual.windows(),
                        usual.sharing(),
                        usual.likeness(),
                        usual.parts(),
                        new Settings.Asked(java.util.Map.of(), List.of(target), Optional.empty())),
                Progress.NONE);
    }

    @Test
    void twoBurstsAndWhoIsInThemAsSums() throws IOException {
        List<String> rows = rows();
        Measured measured = measured(rows, "lamp9", "@lampofday");
        Campaign campaign = measured.campaign().orElseThrow();
        assertEquals(2, campaign.bursts().size(), campaign::toString);
        assertFalse(campaign.ownRhythm());
        Campaign.Burst first = campaign.bursts().getFirst();
        Campaign.Burst second = campaign.bursts().getLast();
        assertEquals("2023-12-24", first.day().toString());
        assertEquals("2024-01-03", second.day().toString());
        assertTrue(first.accounts() >= 15 && first.accounts() <= 18, first::toString);
        assertTrue(second.accounts() >= 35 && second.accounts() <= 38, second::toString);
        assertTrue(first.times().low() > 2 && first.probability() <= 0.005);
        assertTrue(first.together().orElseThrow().value().value() > 0.8, first::toString);
        assertTrue(first.together().orElseThrow().probability() <= 0.001);
        assertTrue(first.again().isEmpty());
        assertEquals(0, first.recent().orElseThrow().share().value());
        assertEquals(
                20.0 / second.accounts(), second.recent().orElseThrow().share().value(), 1e-9);
        assertTrue(second.recent().orElseThrow().shareOfOthers().high() < 0.1);
        assertTrue(second.again().orElseThrow().value().value() >= 15.0 / second.accounts());
        assertTrue(second.again().orElseThrow().probability() <= 0.001);
        betraysNobody(measured);
        Collections.shuffle(rows, new Random(2));
        assertEquals(
                Optional.of(campaign), measured(rows, "lamp9", "@lampofday").campaign());
    }

    private void betraysNobody(Measured measured) throws IOException {
        Report.write(measured, Summary.of(measured), folder.resolve("out"));
        for (String name : Report.FILES) {
            String text = Files.readString(folder.resolve("out").resolve(name)).toLowerCase(java.util.Locale.ROOT);
            for (String secret : List.of("lamp", "troop", "new1", "a17,", "shame")) {
                assertFalse(text.contains(secret), name + " says " + secret);
            }
        }
        assertEquals(3, Files.readAllLines(folder.resolve("out/bursts.csv")).size());
    }

    @Test
    void answersToItsPostsAreAimedAtItWhereverTheyStand() throws IOException {
        var rows = new StringBuilder("id,author,time,reply_to,text\n");
        for (int i = 0; i < 120; i++) {
            rows.append("r%d,a%d,%d,t1_lampost,you\n".formatted(i, i % 40, START + i * 5L * 3_600));
        }
        rows.append("lampost,lamp9,%d,,what I saw\n".formatted(START));
        rows.append("own,lamp9,%d,lampost,more\n".formatted(START + 99));
        rows.append("r999,b,%d,gone,you\n".formatted(START));
        Path file = Files.writeString(folder.resolve("answers.csv"), rows);
        Settings usual = Settings.USUAL;
        Campaign campaign = Analysis.of(
                        List.of(file),
                        new Settings(
                                usual.columns(),
                                usual.kind(),
                                usual.windows(),
                                usual.sharing(),
                                usual.likeness(),
                                Settings.Parts.TEXTS,
                                new Settings.Asked(java.util.Map.of(), List.of("lamp9"), Optional.empty())),
                        Progress.NONE)
                .campaign()
                .orElseThrow();
        assertEquals(120, campaign.posts());
        assertEquals(40, campaign.accounts());
        assertTrue(campaign.ownRhythm());
        assertTrue(campaign.bursts().isEmpty());
    }

    @Test
    void aPostIsAimedAtTheTargetIfAnyOfItsRowsIs() throws IOException {
        var rows = new ArrayList<String>();
        for (String text : List.of("own words", "shame on @LampOfDay", "own words")) {
            rows.add("p1,b,%d,,https://u%d.example/,%s".formatted(START, rows.size(), text));
        }
        rows.add("p2,b,%d,,,own words".formatted(START));
        assertEquals(1, measured(rows, "@lampofday").campaign().orElseThrow().posts());
    }

    @Test
    void littleGetsASentence() throws IOException {
        Measured measured = measured(rows(), "nobody");
        assertEquals(0, measured.campaign().orElseThrow().posts());
        assertTrue(measured.campaign().orElseThrow().sentence().contains("nothing"));
        assertTrue(Summary.of(measured).get("target").toString().contains("Too little to look for bursts"));
    }
}
