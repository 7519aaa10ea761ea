package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/intake.md has people write into Tor's configuration, shown to Tor itself. */
class TorConfigurationTest {
    private static final Pattern LINES = Pattern.compile("printf '([^']+)' >> /etc/tor/torrc");

    @TempDir
    private Path folder;

    private static Path tor() {
        return Stream.of("/usr/sbin/tor", "/usr/bin/tor")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/none"));
    }

    private record Said(int exit, String words) {}

    private Said verify(List<String> lines) throws IOException, InterruptedException {
        Path torrc = Files.write(folder.resolve("torrc"), lines);
        Process process = new ProcessBuilder(
                        tor().toString(),
                        "--verify-config",
                        "-f",
                        torrc.toString(),
                        "--defaults-torrc",
                        "/dev/null",
                        "--DataDirectory",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    @Test
    void torTakesTheLinesOfThePage() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(tor()), "there is no Tor on this computer (Debian: apt install tor)");
        Path page = Stream.of("docs/intake.md", "../docs/intake.md")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        List<String> lines = LINES.matcher(Files.readString(page))
                .results()
                .flatMap(found -> found.group(1).replace("\\n", "\n").lines())
                .map(line -> line.replace("/var/lib/tor/inbox/", folder.resolve("inbox") + "/"))
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("HiddenServicePort 80 127.0.0.1:8170")), lines + "");
        assertTrue(lines.contains("HiddenServiceExportCircuitID haproxy"), lines + "");
        Said said = verify(lines);
        assertEquals(0, said.exit(), said.words());
        assertTrue(said.words().contains("Configuration was valid"), said.words());
        var wrong = Stream.concat(lines.stream(), Stream.of("HiddenServiceExportCircuitID nothing"))
                .toList();
        assertNotEquals(0, Objects.requireNonNull(verify(wrong)).exit());
    }
}
