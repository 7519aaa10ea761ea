package org.afterword.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of licences names every library that this module runs with, and only licences that go with the AGPL. */
class SparkLicencesTest {
    private static final Path LIST = Path.of("../docs/licences-spark.txt");
    private static final Pattern LINE =
            Pattern.compile("\\s+((?:\\((?:[^()]|\\([^()]*\\))*\\) )+).*\\(([^:()]+):([^:()]+):([^ ]+) - .*");
    private static final Pattern COMPATIBLE = Pattern.compile(
            "(?i).*(apache|mit|bsd|edl|eclipse distribution|cc0|public domain|classpath|unicode|gpl2 w/ cpe|lesser general public).*");

    @Test
    void everyLibraryIsListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && !matcher.group(2).equals("org.afterword")) {
                listed.add(matcher.group(3) + "-" + matcher.group(4));
                assertTrue(COMPATIBLE.matcher(matcher.group(1)).matches(), line);
            }
        }
        Set<String> unlisted = new TreeSet<>();
        Set<String> missing = new TreeSet<>(listed);
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (String jar : jars.map(path -> path.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(name -> !name.startsWith("afterword-"))
                    .toList()) {
                // A library may come once for each kind of machine: name-version-kind.jar.
                Optional<String> known = listed.stream()
                        .filter(one -> jar.equals(one) || jar.startsWith(one + "-"))
                        .findFirst();
                known.ifPresentOrElse(missing::remove, () -> unlisted.add(jar));
            }
        }
        String renew = "renew it with: mvn -pl spark -am process-classes license:add-third-party";
        assertEquals(Set.of(), unlisted, renew);
        assertEquals(Set.of(), missing, renew);
    }

    /** The main program is built and started without this module. */
    @Test
    void sparkIsNotOnTheWayOfTheMainProgram() throws IOException {
        assertTrue(Files.readString(Path.of("../build/build.sh")).contains("-pl app -am package"));
        for (String pom : Set.of("app", "posts", "verifier")) {
            assertTrue(!Files.readString(Path.of("..", pom, "pom.xml")).contains("spark"), pom + " knows of Spark");
        }
    }
}
