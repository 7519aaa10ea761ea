package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.Frames;
import org.afterword.posts.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsCommandTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;

    @BeforeEach
    void posts() throws IOException {
        line = new CommandLine(folder);
        var rows = new StringBuilder("who,when,link,words\n");
        for (int i = 0; i < 24; i++) {
            rows.append("a%d,%d,https://u%d.example/,some words of our own number %d%n"
                    .formatted(i % 12, 1_700_000_000 + i * 40, i / 2, i));
        }
        rows.append("a1,never,https://u1.example/,x\n");
        file = Files.writeString(folder.resolve("posts.csv"), rows).toString();
    }

    @Test
    void writesWhatItMeasuredAndAnswersInJson() throws IOException {
        Path out = folder.resolve("results");
        String columns = "account=who,time=when,url=link,text=words";
        JsonNode said = line.done(
                        "posts", file, "--out", out.toString(), "--columns", columns, "--window", "39,40", "--json")
                .json()
                .getFirst();
        assertEquals(said, Frames.json().readTree(out.resolve("summary.json").toFile()));
        assertEquals(24, said.get("posts").asInt());
        assertEquals(1, said.get("leftOut").get("time not understood").asInt());
        assertEquals(0, said.get("windows").get("39").get("edges").get("1").asInt());
        assertEquals(6, said.get("windows").get("40").get("edges").get("2").asInt());
        assertTrue(Files.readString(out.resolve("report.html")).contains("Within 40 seconds"));
        String people = line.done("posts", file, "--out", out.toString(), "--columns", columns)
                .out();
        assertTrue(people.contains("24 posts by 12 accounts"), people);
        assertTrue(people.contains("Left out: 1"), people);
    }

    @Test
    void aBoundForMemoryChangesNothingInTheResults() throws IOException {
        String columns = "account=who,time=when,url=link,text=words";
        Path usual = folder.resolve("usual");
        Path bounded = folder.resolve("bounded");
        line.done("posts", file, "--out", usual.toString(), "--columns", columns, "--only", "sharing");
        line.done(
                "posts",
                file,
                "--out",
                bounded.toString(),
                "--columns",
                columns,
                "--only",
                "sharing",
                "--memory",
                "64M");
        for (String name : Report.FILES) {
            assertEquals(Files.readString(usual.resolve(name)), Files.readString(bounded.resolve(name)), name);
        }
        String[][] wrong = {{"--memory", "much"}, {"--memory", "1M"}, {"--memory", "64M", "--only", "texts"}};
        for (String[] options : wrong) {
            var all = new ArrayList<String>(List.of("posts", file, "--out", "x", "--columns", columns));
            all.addAll(List.of(options));
            CommandLine.Answer answer = line.type(all.toArray(String[]::new));
            assertEquals(2, answer.exit(), answer.err());
            assertTrue(answer.err().contains("memory"), answer.err());
        }
    }

    @Test
    void saysWhichColumnIsMissing() {
        CommandLine.Answer answer =
                line.type("posts", file, "--out", folder.resolve("none").toString());
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("--columns account=NAME"), answer.err());
        answer = line.type("posts", file, "--out", "x", "--columns", "whose=who");
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("'whose'"), answer.err());
        assertEquals(
                1,
                line.type("posts", folder.resolve("nowhere").toString(), "--out", "x")
                        .exit());
    }

    /** Two groups of twelve who answer each other and the lamp. */
    private String talk() throws IOException {
        var rows = new StringBuilder("id,author,time,group,reply_to,text\n");
        for (int i = 0; i < 480; i++) {
            String group = i % 24 < 12 ? "climbers" : "rowers";
            rows.append("p%d,a%d,%d,%s,p%d,%s%n"
                    .formatted(
                            i,
                            i % 24,
                            1_700_000_000 + i * 3_000L,
                            group,
                            Math.max(0, i - 1 - i % 7),
                            i % 5 == 0 ? "our group is wrong @lamp" : "what a day"));
        }
        return Files.writeString(folder.resolve("talk.csv"), rows).toString();
    }

    @Test
    void asksOfGroupsTargetsAndThoseWhoCode() throws IOException {
        String talk = talk();
        String out = folder.resolve("out").toString();
        Path coders = folder.resolve("coders");
        JsonNode said = line.done(
                        "posts",
                        talk,
                        "--out",
                        out,
                        "--claimed",
                        "climbers=3000",
                        "--target",
                        "lamp",
                        "--sample",
                        coders.toString(),
                        "--sample-size",
                        "200",
                        "--json")
                .json()
                .getFirst();
        assertEquals(3000, said.get("groups").get(0).get("claimedMembers").asInt());
        assertEquals("answers", said.get("insularity").get("madeOf").asText());
        assertTrue(said.get("insularity").get("eiIndex").get("probability").asDouble() > 0);
        assertEquals(96, said.get("target").get("posts").asInt());
        assertTrue(Files.readString(Path.of(out, "report.html")).contains("Claimed and observed size"));

        Path sheet = coders.resolve("to-code.csv");
        Files.writeString(
                sheet,
                Files.readString(sheet)
                        .replaceAll("(our group.*),,", "$1,yes,yes")
                        .replaceAll("(day),,", "$1,no,"));
        String key = coders.resolve("key.csv").toString();
        said = line.done("posts", talk, "--out", out, "--coded", sheet.toString(), "--key", key, "--json")
                .json()
                .getFirst();
        JsonNode climbers = said.get("dissent").get("groups").get(0);
        assertEquals(200, climbers.get("coded").asInt());
        assertEquals(0.2, climbers.get("shareThatCriticises").get("value").asDouble(), 0.05);
        assertEquals(1, climbers.get("shareOfThoseThatSpeak").get("value").asDouble());
    }

    @Test
    void saysWhatIsMissingOfWhatIsAsked() throws IOException {
        String talk = talk();
        Path none = folder.resolve("none");
        String out = none.toString();
        CommandLine.Answer answer = line.type("posts", talk, "--out", out, "--claimed", "sailors=5");
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("there are climbers, rowers"), answer.err());
        answer = line.type("posts", talk, "--out", out, "--coded", "sheet.csv");
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("--coded and --key belong together"), answer.err());
        answer = line.type(
                "posts",
                file,
                "--columns",
                "account=who,time=when,url=link,text=words",
                "--out",
                out,
                "--sample",
                folder.resolve("s").toString());
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("--columns group=NAME"), answer.err());
        assertTrue(Files.notExists(none), "nothing is written of half an answer");
    }
}
