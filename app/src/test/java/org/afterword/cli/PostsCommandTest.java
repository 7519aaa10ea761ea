package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.afterword.casefile.Frames;
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
}
