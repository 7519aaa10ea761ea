package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of licences names every library that is shipped, and only licences that go with the AGPL. */
class LicencesTest {
    private static final Path LIST = Path.of("../docs/licences.txt");
    private static final Pattern LINE =
            Pattern.compile("\\s+((?:\\((?:[^()]|\\([^()]*\\))*\\) )+).*\\(([^:()]+):([^:()]+):([^ ]+) - .*");
    private static final Pattern COMPATIBLE = Pattern.compile(
            "(?i).*(apache|mit|bsd|unicode|bouncy castle|gpl2 w/ cpe|lesser general public|open font).*");

    @Test
    void everyShippedLibraryIsListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                listed.add(matcher.group(3) + "-" + matcher.group(4) + ".jar");
                assertTrue(COMPATIBLE.matcher(matcher.group(1)).matches(), line);
            }
        }
        Set<String> shipped = new TreeSet<>();
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            jars.map(jar -> jar.getFileName().toString())
                    .filter(jar -> !jar.startsWith("afterword-"))
                    .forEach(shipped::add);
        }
        assertEquals(shipped, listed, "renew it with: mvn -pl app -am license:add-third-party");
    }
}
