package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Plaintexts;
import org.afterword.custody.Verification;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment, an erasure has happened whole or not at all. {@code -Dafterword.kills=200} for more. */
@Order(1)
class EraseKillTest {
    private static final int KILLS = Integer.getInteger("afterword.kills", 6);
    private static final String PHRASE = "a lamp in every window";
    private static final String SECRET = "the heron flies at seven";

    @TempDir
    Path folder;

    static Case open(Path path) throws IOException {
        try (var phrase = Passphrase.of(PHRASE.toCharArray())) {
            return Case.open(path, phrase, "me");
        }
    }

    /** Erases, in a process of its own, the exhibit of which the id is given. */
    static final class Child {
        public static void main(String[] args) throws IOException {
            try (Case opened = open(Path.of(args[0]))) {
                Erasing erasing = opened.erasing();
                erasing.plan(args[1]);
                System.out.println("ready");
                erasing.erase("asked for");
                System.out.println("done");
            }
        }
    }

    @Test
    void wholeOrNotAtAll() throws Exception {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("one.txt"), ("I was there when " + SECRET + ".\n").repeat(60_000));
        Files.writeString(letters.resolve("two.txt"), "Nothing happened to me.\n");
        Path kept = folder.resolve("kept.afterword");
        CheapCase.create(kept, PHRASE);
        String id;
        try (Case opened = open(kept)) {
            opened.add(List.of(letters), java.util.Optional.empty(), false, Progress.SILENT);
            id = opened.contents().exhibits().getFirst().id().toString();
        }
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        var random = new Random(seed);
        long whole = 0;
        int erased = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            var path = folder.resolve("case-" + kill + ".afterword");
            Files.copy(kept, path);
            var child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            path.toString(),
                            id)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var reader = child.inputReader();
            assertEquals("ready", reader.readLine());
            long start = System.nanoTime();
            boolean ended = kill == 0
                    ? child.waitFor(60, TimeUnit.SECONDS)
                    : child.waitFor(1 + random.nextLong(whole), TimeUnit.MILLISECONDS);
            child.toHandle().destroyForcibly();
            child.waitFor();
            whole = kill == 0 ? Math.max(5, (System.nanoTime() - start) / 1_000_000) : whole;
            boolean said = "done".equals(reader.readLine());
            assertTrue(kill > 0 || (said && ended));
            erased += check(path, said, "kill " + kill + ", -Dafterword.seed=" + seed) ? 1 : 0;
            Files.delete(path);
        }
        assertTrue(erased > 0);
    }

    private static boolean check(Path path, boolean said, String told) throws IOException {
        var names = new ArrayList<String>();
        try (Case opened = open(path)) {
            opened.contents().exhibits().forEach(exhibit -> names.add(exhibit.name()));
        }
        boolean gone = !names.contains("letters/one.txt");
        assertTrue(gone || !said, told + ": acknowledged, and there again");
        assertEquals(gone ? 1 : 2, names.size(), told);
        assertFalse(Files.exists(path.resolveSibling(path.getFileName() + "-journal")), told);
        try (var phrase = Passphrase.of(PHRASE.toCharArray())) {
            var verification = Verification.verify(path, phrase);
            assertTrue(verification.ok(), () -> told + ": " + verification.problems());
        }
        boolean readable = Plaintexts.in(path, PHRASE).stream().anyMatch(text -> text.contains(SECRET));
        assertEquals(!gone, readable, told);
        if (gone) {
            assertTrue(Files.size(path) < 300_000, told + ": the file was not written anew");
        }
        return gone;
    }
}
