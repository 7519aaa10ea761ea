package org.afterword.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs what people run most, once, while the build makes the start-up cache. */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    private static void run(String... arguments) {
        Main.run(Writer.nullWriter(), Writer.nullWriter(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("afterword-train");
        Path phrase = Files.writeString(folder.resolve("phrase"), "only for the start-up cache\n");
        Path letter = Files.writeString(folder.resolve("letter.txt"), "I went with Ada Quill. They asked for money.\n");
        String file = folder.resolve("train.afterword").toString();
        run("--version");
        run("new", file, "--passphrase-file", phrase.toString());
        run(
                "add",
                file,
                letter.toString(),
                "--group",
                "A group",
                "--names",
                "rules",
                "--passphrase-file",
                phrase.toString());
        run("suggest", file, "--phrases", "--names", "rules", "--passphrase-file", phrase.toString());
        run("people", file, "--json", "--passphrase-file", phrase.toString());
        run("findings", file, "--passphrase-file", phrase.toString());
        run("verify", file, "--passphrase-file", phrase.toString());
        run("posts", posts(folder).toString(), "--out", folder.toString());
        return Exit.DONE;
    }

    private static Path posts(Path folder) throws IOException {
        var rows = new StringBuilder("account,id,time,url,text\n");
        for (int i = 0; i < 20_000; i++) {
            int page = i / 3 * 31 % 4_999;
            rows.append(String.format(
                    Locale.ROOT,
                    "a%d,p%d,%d,https://u%d.example/,a text of words %d and %d that repeat%n",
                    i * 7 % 1_009,
                    i,
                    1_700_000_000 + i * 20,
                    page,
                    page,
                    i % 700));
        }
        return Files.writeString(folder.resolve("posts.csv"), rows);
    }
}
