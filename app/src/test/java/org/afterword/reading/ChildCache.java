package org.afterword.reading;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the tests: a start-up cache for the children that read files, as the launcher has one for the program (JEP 514). The
 * tests start hundreds of them, and half of what they cost was loading and checking the same classes. It is made once for
 * what was compiled; the children then have the classes from a jar, as Java asks. Without it all works, only slower.
 */
public final class ChildCache implements LauncherSessionListener {
    /** What {@link ChildReader} gives its child. */
    private static final String OPTION = "afterword.child";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FOLDER = TARGET.resolve("child");
    private static final Path JAR = FOLDER.resolve("child.jar");
    private static final Path CACHE = FOLDER.resolve("child.aot");
    private static final Path OPTIONS = FOLDER.resolve("options");
    private static final int SECONDS = 120;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        List<Path> path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        if (!path.contains(TARGET.resolve("classes"))) {
            return; // not Maven's tests
        }
        try {
            if (isReady(path) || make(path)) {
                System.setProperty(OPTION, "@" + OPTIONS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(List<Path> path) throws IOException {
        if (!Files.exists(CACHE)
                || !Files.exists(OPTIONS)
                || !Files.readString(OPTIONS).equals(options(path))) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(OPTIONS);
        for (Path folder : folders(path)) {
            try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean make(List<Path> path) throws IOException {
        Path letters = Files.createDirectories(FOLDER.resolve("read"));
        Files.deleteIfExists(OPTIONS);
        write(letters);
        pack(folders(path));
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+AOTClassLinking",
                        "-XX:AOTCacheOutput=" + CACHE,
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        packed(path),
                        TrainedChild.class.getName(),
                        letters.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("train.log").toFile())
                .start();
        try {
            if (!training.waitFor(SECONDS, TimeUnit.SECONDS) || training.exitValue() != 0 || !Files.exists(CACHE)) {
                training.destroyForcibly();
                return false;
            }
        } catch (InterruptedException e) {
            training.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
        Files.writeString(OPTIONS, options(path));
        return true;
    }

    /** A class path may be longer than the one for which the cache was made, and begins like it. */
    private static String options(List<Path> path) {
        var whole = new ArrayList<>(List.of(packed(path)));
        path.stream()
                .filter(one -> one.endsWith("test-classes"))
                .map(Path::toString)
                .forEach(whole::add);
        return """
                # %s
                -XX:TieredStopAtLevel=1
                -XX:AOTCache=%s
                -cp "%s"
                """.formatted(System.getProperty("java.vm.version"), CACHE, String.join(File.pathSeparator, whole));
    }

    private static String packed(List<Path> path) {
        var packed = new ArrayList<>(List.of(JAR.toString()));
        path.stream().filter(Files::isRegularFile).map(Path::toString).forEach(packed::add);
        return String.join(File.pathSeparator, packed);
    }

    /** The compiled classes of the program, which lie in folders until Maven packs them. */
    private static List<Path> folders(List<Path> path) {
        return path.stream().filter(one -> one.endsWith("classes")).toList();
    }

    private static void pack(List<Path> folders) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(JAR))) {
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(one -> !one.endsWith("module-info.class"))
                            .sorted(Comparator.naturalOrder())
                            .toList()) {
                        put(jar, folder.relativize(file), file);
                    }
                }
            }
            for (Class<?> trained :
                    List.of(TrainedChild.class, TrainedChild.class.getDeclaredClasses()[0])) {
                Path name = Path.of(trained.getName().replace('.', '/') + ".class");
                put(jar, name, TARGET.resolve("test-classes").resolve(name));
            }
        }
    }

    private static void put(JarOutputStream jar, Path name, Path file) throws IOException {
        jar.putNextEntry(new ZipEntry(name.toString().replace(File.separatorChar, '/')));
        Files.copy(file, jar);
        jar.closeEntry();
    }

    private static void write(Path folder) throws IOException {
        var texts = Map.of(
                "letter.txt", "I went with Ada Quill in May 2019. They asked for money.\n",
                "post.md", "---\ntitle: A post\ndate: 2020-01-01\n---\nI went *there*[^1].\n\n[^1]: Once.\n",
                "page.html",
                        "<html><head><title>A page</title></head><body><article><h1>A page</h1><p>I went there in the"
                                + " spring, and they asked for money.</p></article></body></html>",
                "chat.txt", "[01/02/2020, 10:11:12] Ada: Come\n[01/02/2020, 10:12:12] Bo: I do not want to\n",
                "mail.eml", """
                        From: Ada <ada@example.org>
                        To: Bo <bo@example.org>
                        Date: Mon, 6 Jan 2020 10:00:00 +0000
                        Subject: A letter
                        Content-Type: text/plain

                        I went there.
                        """,
                "messages.json", "{\"messages\":[{\"sender_name\":\"Ada\",\"timestamp_ms\":1,\"content\":\"Come\"}]}");
        for (var text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        var packed = Packed.zip(Map.of("letter.txt", "I went there.".getBytes(StandardCharsets.UTF_8)));
        Files.write(folder.resolve("packed.zip"), packed);
        Files.write(folder.resolve("pages.pdf"), PdfFixtures.bytes(PdfFixtures.threePages()));
        Files.write(
                folder.resolve("picture.png"),
                PdfFixtures.picture(PdfFixtures.drawn(List.of("I went there"), 200, 80), "png"));
    }
}
