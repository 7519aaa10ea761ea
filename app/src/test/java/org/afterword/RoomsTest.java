package org.afterword;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.afterword.protection.Redacted;
import org.junit.jupiter.api.Test;

/** The order of the rooms: each uses only those before it. */
class RoomsTest {
    private static final List<String> ORDER = List.of(
            "verifier",
            "agreement",
            "posts",
            "model",
            "language",
            "search",
            "casefile",
            "custody",
            "reading",
            "capture",
            "people",
            "witnesses",
            "protection",
            "coding",
            "facts",
            "findings",
            "comparison",
            "page",
            "intake",
            "publishing",
            "",
            "workbench",
            "cli");

    /** The rules ask others' classes for their packages alone, so that what those build on is not looked up. */
    private static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.afterword");
    });

    /** The compiled templates lie in a package below the room of pages, and belong to the rooms that fill them. */
    private static String pattern(String room) {
        return room.isEmpty() ? "org.afterword" : "org.afterword." + room + (room.equals("page") ? "" : "..");
    }

    @Test
    void eachRoomUsesOnlyThoseBeforeIt() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(RoomsTest::pattern)
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that(resideInAPackage(pattern(ORDER.get(i))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(later))
                        .because("the order of the rooms is " + ORDER)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void everyRoomIsInTheOrderAndSaysWhatItIsFor() throws IOException {
        Path root = Path.of("src/main/java/org/afterword");
        Path verifier = Path.of("../verifier/src/main/java/org/afterword/verifier");
        assertTrue(Files.readString(verifier.resolve("package-info.java")).contains("may not"));
        try (Stream<Path> files = Files.walk(root)) {
            for (Path folder : files.filter(Files::isDirectory).toList()) {
                String room = root.relativize(folder).toString();
                assertTrue(ORDER.contains(room), "the room '" + room + "' has no place in the order");
                String info = Files.readString(folder.resolve("package-info.java"));
                assertTrue(info.contains("may not"), room + " does not say what may not enter");
            }
        }
    }

    @Test
    void onlyProtectionMakesWhatStrangersSee() {
        assertEquals(0, Redacted.class.getConstructors().length);
        classes()
                .that()
                .areAssignableTo(Redacted.class)
                .should()
                .resideInAPackage("org.afterword.protection")
                .check(CLASSES);
    }

    @Test
    void theVerifierNeedsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.afterword.verifier..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.crypto..", "org.afterword.verifier..", "org.jspecify.annotations"))
                .because("people run it who have nothing of ours but the jar")
                .check(CLASSES);
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("src/main/java"));
                Stream<Path> posts = Files.walk(Path.of("../posts/src/main/java"));
                Stream<Path> spark = Files.walk(Path.of("../spark/src/main/java"));
                Stream<Path> verifier = Files.walk(Path.of("../verifier/src/main/java"))) {
            Stream<Path> files = Stream.concat(Stream.concat(own, spark), Stream.concat(posts, verifier));
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                long lines = Files.readAllLines(file).size();
                assertTrue(lines <= 320, file + " has " + lines + " lines");
            }
        }
    }
}
