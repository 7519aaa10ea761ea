package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever it is killed, a change of keys has happened or has not. {@code -Dafterword.kills.keys=200} for more. */
class KeysKillTest {
    private static final int KILLS = Integer.getInteger("afterword.kills.keys", 4);

    @TempDir
    Path folder;

    @Test
    void aChangeOfKeysHappensWholeOrNotAtAll() throws Exception {
        var path = folder.resolve("case.afterword");
        var created = CaseFile.create(path, CaseFileTest.passphrase(), "test 1", Cost.CHEAP);
        var second = "the second";
        var names = new TreeSet<String>();
        try (var file = created.file()) {
            file.keys().addPassphrase("me", KeysTest.typed(second), "", Cost.CHEAP);
            try (var batch = file.batch("me")) {
                for (int i = 0; i < 120; i++) {
                    names.add("letter " + i);
                    CaseFileTest.add(batch, "letter " + i, ("letter " + i).getBytes(StandardCharsets.UTF_8));
                }
                batch.commit();
            }
        }
        long seed = System.nanoTime();
        var random = new Random(seed);
        long epoch = 1;
        // On a machine with much to do no child may get as far as one change; then more get longer.
        for (int kill = 0; kill < KILLS || (epoch == 1 && kill < 4 * KILLS); kill++) {
            int longest = kill < KILLS ? 900 : 5000;
            var child = Child.startWith(second, Child.KEYS, path);
            var reader = child.inputReader();
            assertEquals("open", reader.readLine());
            var clock = new Thread(() -> {
                try {
                    Thread.sleep(random.nextInt(longest));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                child.toHandle().destroyForcibly();
            });
            clock.start();
            Optional<String> begun = Optional.empty();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var said = line.substring(line.indexOf(' ') + 1);
                switch (line.substring(0, line.indexOf(' '))) {
                    case "added" -> names.add(said);
                    case "changing" -> begun = Optional.of(said);
                    case "changed" -> {
                        second = said;
                        begun = Optional.empty();
                    }
                    default -> epoch = Long.parseLong(said);
                }
            }
            child.waitFor();
            clock.join();
            var which = "kill " + kill + ", seed " + seed;
            if (begun.isPresent() && opens(path, begun.get())) {
                var before = second;
                assertThrows(
                        CaseException.WrongPassphrase.class,
                        () -> CaseFile.open(path, KeysTest.typed(before)).close(),
                        which);
                second = begun.get();
            }
            for (var secret : List.of("a lamp in the window", second, created.recoveryCode())) {
                try (var file = CaseFile.open(path, KeysTest.typed(secret))) {
                    assertTrue(file.keys().epoch() >= epoch, which);
                    epoch = file.keys().epoch();
                    var there = new TreeSet<String>();
                    file.exhibits().forEach(exhibit -> there.add(exhibit.name()));
                    assertTrue(there.containsAll(names), which);
                    if (secret.equals(second)) {
                        assertEquals(List.of(), file.inspect().problems(), which);
                    }
                }
            }
        }
        assertTrue(epoch > 1, "no child got as far as one change");
    }

    private static boolean opens(Path path, String secret) throws CaseException {
        try (var file = CaseFile.open(path, KeysTest.typed(secret))) {
            return file.keys().epoch() > 0;
        } catch (CaseException.WrongPassphrase e) {
            return false;
        }
    }
}
