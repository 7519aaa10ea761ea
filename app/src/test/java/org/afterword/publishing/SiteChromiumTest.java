package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.afterword.page.Chromium;
import org.afterword.page.Laid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The site in a real browser: what only a browser checks of policies, scripts, widths and directions. */
class SiteChromiumTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path dir;

    private static SortedMap<String, byte[]> files;

    @BeforeAll
    static void make() throws IOException {
        files = ExampleSite.files(ExampleSite.site());
        write(files, dir);
    }

    private static void stay(String base, Browser.NewContextOptions options, Consumer<Page> walk) {
        CHROMIUM.stay(base, base + "index.html", options, walk);
    }

    private static void write(Map<String, byte[]> files, Path dir) throws IOException {
        Files.createDirectories(dir);
        for (var file : files.entrySet()) {
            Files.write(dir.resolve(file.getKey()), file.getValue());
        }
    }

    private static void search(String base) {
        stay(base, new Browser.NewContextOptions(), page -> {
            page.navigate(base + "search.html");
            page.fill("#words", "pled");
            page.waitForSelector("#find ol li");
            assertEquals(
                    "A pledge was expected of everybody who went on the summer retreat, and the amounts were read out.",
                    page.locator("#find ol li .told").first().textContent());
            assertEquals("pledge", page.locator("#find mark").first().textContent());
            page.fill("#words", "Retreat PLEDGE");
            page.waitForFunction("document.querySelectorAll('#find ol li').length === 1");
            page.click("#find ol li a");
            assertTrue(page.url().matches(".*/finding-1-0\\d\\.html#p-\\d+"), page.url());
            page.navigate(base + "search.html");
            page.fill("#words", "soup zebra");
            page.waitForSelector("#find ol li a[href='account-01.html']");
            assertTrue(page.locator("#find [role=status]").textContent().contains("zebra"));
        });
    }

    @Test
    void oneSearchesInAFolder() {
        search(dir.toUri().toString());
    }

    /** As a host that reads {@code _headers} sends them. */
    @Test
    void oneSearchesOnAHost() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var headers = Pattern.compile("(?m)^ {2}([A-Za-z-]+): (.*)$")
                .matcher(new String(files.get("_headers"), StandardCharsets.UTF_8))
                .results()
                .toList();
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] bytes = files.getOrDefault(name, new byte[0]);
            headers.forEach(header -> exchange.getResponseHeaders().add(header.group(1), header.group(2)));
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            name.endsWith(".js")
                                    ? "text/javascript"
                                    : name.endsWith(".css")
                                            ? "text/css"
                                            : name.endsWith(".png") ? "image/png" : "text/html");
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            search("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void withoutAScriptThereIsTheIndex() {
        String base = dir.toUri().toString();
        stay(base, new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.navigate(base + "finding-1-02.html");
            page.click("text=Find a word");
            assertFalse(page.isVisible("#find"));
            page.click(".letters a[href='index-r.html']");
            page.click("dl.index dt:text-is('retreat') + dd a");
            assertTrue(page.url().contains("/finding-1-0"), page.url());
        });
    }

    /** Every page, narrow, middling and wide, light and dark: nothing is wider than the page. */
    @Test
    void everyPageFitsEveryWidth() throws IOException {
        pictures(
                dir,
                files,
                "en",
                Boolean.getBoolean("afterword.pictures") ? List.of(320, 390, 1280) : List.of(320, 1280));
    }

    @Test
    void soDoTheyInGerman(@TempDir Path folder) throws IOException {
        var german = ExampleSite.files(ExampleSite.site(), Locale.GERMAN);
        write(german, folder);
        pictures(folder, german, "de", List.of(320));
    }

    /** The way out lies at the end of the line, and notes stand on the other side. */
    @Test
    void pagesRunFromRightToLeft(@TempDir Path folder) throws IOException {
        var mirrored = ExampleSite.files(ExampleSite.site(), Laid.rightToLeft());
        write(mirrored, folder);
        pictures(folder, mirrored, "rtl", List.of(320, 1280));
        stay(folder.toUri().toString(), new Browser.NewContextOptions().setViewportSize(1280, 800), page -> {
            page.navigate(folder.resolve("finding-1-03.html").toUri().toString());
            assertTrue(page.locator(".leave a").boundingBox().x < 640, "leaving is at the left");
            assertTrue(
                    page.locator(".opposing").boundingBox().x
                            < page.locator("h1").boundingBox().x,
                    "the other voice is at the left");
        });
    }

    @Test
    void everyPageSatisfiesAxe() {
        var options = new Browser.NewContextOptions().setBypassCSP(true);
        stay(dir.toUri().toString(), options, page -> {
            for (String file : files.keySet()) {
                if (file.endsWith(".html")) {
                    page.navigate(dir.resolve(file).toUri().toString());
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                        Chromium.assertAccessible(page, file + " " + scheme);
                    }
                }
            }
        });
    }

    /** {@code -Dafterword.vnu=vnu.jar} (npm's vnu-jar) checks the HTML and CSS. */
    @Test
    void everyPageIsValid() throws IOException, InterruptedException {
        String vnu = System.getProperty("afterword.vnu", "");
        assumeTrue(!vnu.isEmpty(), "-Dafterword.vnu names no vnu.jar");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", vnu, "--errors-only"));
        files.keySet().stream()
                .filter(name -> name.endsWith(".html"))
                .forEach(name -> command.add(dir.resolve(name).toString()));
        Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
    }

    private static void pictures(Path dir, SortedMap<String, byte[]> files, String name, List<Integer> widths)
            throws IOException {
        boolean keep = Boolean.getBoolean("afterword.pictures");
        Path to = Files.createDirectories(Path.of("target", "site-pictures"));
        for (int width : widths) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (scheme == ColorScheme.DARK && !keep) {
                    continue;
                }
                var options = new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme);
                stay(dir.toUri().toString(), options, page -> {
                    for (String file : files.keySet()) {
                        if (!file.endsWith(".html") || (file.startsWith("index-") && !file.equals("index-s.html"))) {
                            continue;
                        }
                        page.navigate(dir.resolve(file).toUri().toString());
                        assertEquals(
                                width,
                                page.evaluate("document.documentElement.scrollWidth"),
                                name + " " + file + " at " + width);
                        if (keep) {
                            page.screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(to.resolve(String.format(
                                            Locale.ROOT,
                                            "%s-%s-%d-%s.png",
                                            name,
                                            file.replace(".html", ""),
                                            width,
                                            scheme))));
                        }
                    }
                });
            }
        }
    }
}
