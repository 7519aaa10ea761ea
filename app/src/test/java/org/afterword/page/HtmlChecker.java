package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The W3C's Nu Html Checker, in this process, but with classes of its own: {@code ./test} fetches its jar (npm's
 * vnu-jar) and names it in {@code -Dafterword.vnu}.
 */
public final class HtmlChecker {
    private static final String CHECKER = "nu.validator.client.EmbeddedValidator";
    private static final Optional<Class<?>> LOADED = Optional.ofNullable(System.getProperty("afterword.vnu"))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .map(HtmlChecker::load);

    private HtmlChecker() {}

    private static Class<?> load(Path jar) {
        try {
            // open as long as the tests run
            var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return classes.loadClass(CHECKER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(jar + " is no checker", e);
        }
    }

    /**
     * It finds nothing wrong, and warns of nothing. Skips the test if there is no checker. It does not know
     * {@code webkitdirectory}, which is of another standard (File and Directory Entries API).
     */
    public static void assertValid(String html, String where) {
        assumeTrue(LOADED.isPresent(), "-Dafterword.vnu names no vnu.jar");
        assertEquals(
                List.of(),
                said(LOADED.orElseThrow(), html)
                        .lines()
                        .filter(line -> !line.contains("Attribute “webkitdirectory”"))
                        .toList(),
                where);
    }

    /** What it says, one finding a line. */
    private static String said(Class<?> checker, String html) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(checker.getClassLoader());
        try {
            Object one = checker.getConstructor().newInstance();
            Class<?> format = checker.getClassLoader().loadClass(CHECKER + "$OutputFormat");
            checker.getMethod("setOutputFormat", format)
                    .invoke(one, format.getField("GNU").get(null));
            return (String) checker.getMethod("validate", InputStream.class)
                    .invoke(one, new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the checker is another one", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
