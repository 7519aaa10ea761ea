package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecrecyTest {
    @TempDir
    Path folder;

    @AfterEach
    void stopWatching() {
        Crypto.watch = (key, nonce) -> {};
    }

    @Test
    void noKeyAndNonceTwiceAlsoInACopyThatIsWrittenOn() throws IOException {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<String> twice = ConcurrentHashMap.newKeySet();
        Crypto.watch = (key, nonce) -> {
            var both = HexFormat.of().formatHex(key) + HexFormat.of().formatHex(nonce);
            if (!seen.add(both)) {
                twice.add(both);
            }
        };
        var path = folder.resolve("case.afterword");
        var copy = folder.resolve("copy.afterword");
        try (var file = CaseFileTest.create(path)) {
            CaseFileTest.add(file, "one", new byte[2_500_000]);
        }
        Files.copy(path, copy);
        int round = 0;
        for (var either : new Path[] {path, copy, path}) {
            round++;
            try (var file = CaseFile.open(either, CaseFileTest.passphrase())) {
                try (var batch = file.batch("me")) {
                    CaseFileTest.add(batch, "taken back", new byte[100]);
                }
                try (var batch = file.batch("me")) {
                    for (int i = 0; i < 210; i++) {
                        var content = either.getFileName() + "-" + round + "-" + i;
                        CaseFileTest.add(batch, "same", content.getBytes(StandardCharsets.UTF_8));
                    }
                    batch.commit();
                }
            }
        }
        assertEquals(Set.of(), twice);
        assertTrue(seen.size() > 3 * 210 * 4, "" + seen.size());
    }

    @Test
    void noPlaintextIsWrittenAnywhere() throws Exception {
        var trace = folder.resolve("trace");
        assumeTrue(hasStrace(), "strace is not on this machine");
        var path = folder.resolve("case.afterword");
        var child = Child.start(
                Child.CANARY,
                path,
                "strace",
                "-f",
                "-qq",
                "-o",
                trace.toString(),
                "-s",
                "2000000",
                "-e",
                "trace=write,pwrite64,writev,pwritev,sendto,sendmsg");
        child.getInputStream().readAllBytes();
        assertEquals(0, child.waitFor());
        var written = Files.readAllBytes(trace);
        assertEquals(1, count(written, Child.SECRET), "written in plain");
        assertTrue(count(written, "pwrite64(") > 100, "the trace has the writes");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(trace)) {
                    assertEquals(0, count(Files.readAllBytes(file), Child.SECRET), file.toString());
                }
            }
        }
    }

    private static boolean hasStrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int count(byte[] bytes, String text) {
        var all = new String(bytes, StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }

    @Test
    void nothingTellsASecretByItself() throws IOException {
        var path = folder.resolve("case.afterword");
        var passphrase = CaseFileTest.passphrase();
        var created = CaseFile.create(path, passphrase, "test 1", Cost.CHEAP);
        assertFalse(created.toString().contains(created.recoveryCode()));
        assertFalse(passphrase.toString().contains("lamp"));
        created.file().close();
    }
}
