package org.afterword.posts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
    @TempDir
    Path folder;

    /** Twelve accounts that share the same links with nearly the same words, among two thousand others. */
    private Path corpus() throws IOException {
        var random = new Random(2);
        var rows = new StringBuilder("message_id,user_id,timestamp,urls,message\n");
        int id = 0;
        for (int action = 0; action < 8; action++) {
            for (int member = 0; member < 12; member++) {
                rows.append(
                        "m%d,zealot%d,%d,https://planted%d.example/,on day%d we say thing%d for cause%d the very same\n"
                                .formatted(
                                        id++,
                                        member,
                                        1_700_000_000 + action * 90_000 + random.nextInt(60),
                                        action,
                                        action,
                                        action,
                                        action));
            }
        }
        for (int i = 0; i < 20_000; i++) {
            rows.append("m%d,person%d,%d,https://u%d.example/,own words %d and %d about %d with %d too\n"
                    .formatted(
                            id++,
                            random.nextInt(2_000),
                            1_700_000_000 + random.nextInt(2_000_000),
                            (int) Math.pow(5_000, random.nextDouble()),
                            random.nextInt(9_000),
                            random.nextInt(9_000),
                            random.nextInt(9_000),
                            random.nextInt(9_000)));
        }
        return Files.writeString(folder.resolve("posts.csv"), rows);
    }

    @Test
    void measuresWritesAndBetraysNobody() throws IOException {
        Path file = corpus();
        Measured measured = Analysis.of(List.of(file), Settings.USUAL, Progress.NONE);
        assertEquals(1, measured.sharing().getFirst().clusters().size());
        assertEquals(12, measured.sharing().getFirst().clusters().getFirst().accounts());
        assertEquals(1, measured.alike().getFirst().clusters().size());
        assertEquals(8 * 12 * 11 / 2, measured.likeness().orElseThrow().pairs());

        Map<String, Object> summary = Summary.of(measured);
        Report.write(measured, summary, folder.resolve("one"));
        Measured again = Analysis.of(List.of(file), Settings.USUAL, Progress.NONE);
        Report.write(again, Summary.of(again), folder.resolve("two"));
        for (String name : Report.FILES) {
            byte[] bytes = Files.readAllBytes(folder.resolve("one").resolve(name));
            assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("two").resolve(name)), name);
            String text = Files.readString(folder.resolve("one").resolve(name));
            for (String secret : List.of("zealot", "person", "planted", "u17", "1700", "cause3")) {
                assertFalse(text.contains(secret), name + " says " + secret);
            }
        }
        String page = Files.readString(folder.resolve("one/report.html"));
        assertTrue(page.contains("<svg") && page.contains("Clusters of 10 accounts or more: 1;"), page);
        assertTrue(page.contains(measured.posts().inputs().getFirst().sha256()));
        assertFalse(page.contains("<script") || page.contains("http:"), "it asks for nothing");
    }

    @Test
    void summaryHasTheNamesThatOtherToolsRelyOn() throws IOException {
        Map<String, Object> summary = Summary.of(Analysis.of(List.of(corpus()), Settings.USUAL, Progress.NONE));
        assertEquals(20_096, summary.get("posts"));
        assertTrue(
                summary.keySet().containsAll(List.of("accounts", "objects", "leftOut", "windows", "nearDuplicates")));
        Map<?, ?> window = (Map<?, ?>) ((Map<?, ?>) summary.get("windows")).get("60");
        for (String edges : List.of("edges", "distinctObjectEdges")) {
            assertEquals(List.of("1", "2", "3", "5", "10"), List.copyOf(((Map<?, ?>) window.get(edges)).keySet()));
        }
        assertTrue(((Map<?, ?>) summary.get("nearDuplicates")).containsKey("pairs"));
    }

    @Test
    void fewAccountsGetASentenceAndNoComparison() throws IOException {
        Path file = Files.writeString(
                folder.resolve("few.csv"), "account,time,url\na,1714557600,x\nb,1714557601,x\nc,1714557602,y\n");
        Map<String, Object> summary = Summary.of(Analysis.of(List.of(file), Settings.USUAL, Progress.NONE));
        assertFalse(summary.toString().contains("edgesThatStandOut"));
        assertTrue(summary.get("notes").toString().contains("too few"));
    }
}
