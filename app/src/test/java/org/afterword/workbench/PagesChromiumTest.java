package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Id;
import org.afterword.page.Chromium;
import org.afterword.page.HtmlChecker;
import org.afterword.protection.PictureDecisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the workbench in a real browser, narrow and wide, light and dark: it fits its screen, axe-core finds
 * nothing that keeps people from it, and its HTML is valid. A page that is not in the list fails.
 */
@Order(1)
final class PagesChromiumTest {
    private static final boolean ALL = Boolean.getBoolean("afterword.pages");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String WORDS = "walnut harbour gravel oboe";
    private static final String ACCOUNT = ".accounts a:has-text('The boathouse years')";
    private static final Set<String> NO_PAGES = Set.of(
            "/style.css",
            "/icon.png",
            "/find.js",
            "/keys.js",
            "/mark.js",
            "/work.js",
            "/account/{id}/picture/{seen}",
            "/account/{id}/exhibit.png");

    @TempDir
    private static Path folder;

    private static Case opened;
    private static Workbench workbench;
    private static Workbench alone;
    private static Workbench shut;
    private static Workbench served;

    /**
     * A page in one of its states.
     *
     * @param route as it is registered; empty for what answers many
     * @param answer whether it is what a form gets
     * @param reach from the first page to this one
     */
    record Scene(String route, String state, boolean answer, Consumer<Page> reach) {
        Scene(String route, String state, Consumer<Page> reach) {
            this(route, state, false, reach);
        }

        String name() {
            return (route + " " + state).strip();
        }
    }

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        opened = FullCase.open(Files.createDirectory(folder.resolve("full")));
        workbench = Workbench.start(opened, 0);
        try (var secret = Passphrase.of(WORDS.toCharArray())) {
            opened.coding().users().let("anna", secret);
        }
        served = Workbench.listen(
                opened, Listening.of(opened, "127.0.0.1", 0, Optional.empty(), Duration.ofMinutes(30)));
        alone = Workbench.begin(folder.resolve("mine.afterword"), "teller", 0);
        shut = Workbench.begin(Files.createFile(folder.resolve("there.afterword")), "teller", 0);
        Path things = Files.createDirectories(folder.resolve("things/letters"));
        Files.writeString(things.resolve("diary.txt"), """
                In May 2011 I went to the Kestrel Table for the first time. Orla Finch was there and took my hand.

                In March 2014 I left. Orla Finch never spoke to me again, and I was told to pay or leave.
                """);
        Files.writeString(things.resolve("a name with “marks”, ümlauts & <b>.txt"), "I was there in June 2012 too.");
        Files.write(folder.resolve("things/what.bin"), new byte[] {0, 1, 2, 3});
    }

    @AfterAll
    static void close() throws IOException {
        if (opened != null) {
            workbench.close();
            served.close();
            opened.close();
            alone.close();
            shut.close();
        }
    }

    private static void go(Page page, String path) {
        page.navigate(URI.create(page.url()).resolve(path).toString());
    }

    private static Scene at(String path) {
        return new Scene(path, "", page -> go(page, path));
    }

    private static Scene exhibit(String format) {
        return new Scene("/account/{id}/exhibit", format, page -> {
            Optional<Id> account = opened.contents().accountIds().stream()
                    .filter(id -> opened.contents()
                            .account(id)
                            .filter(one -> one.format().equals(format))
                            .isPresent())
                    .findFirst();
            assumeTrue(account.isPresent() || !format.equals("picture"), "Tesseract is not installed");
            go(page, "/account/" + account.orElseThrow() + "/exhibit");
        });
    }

    /** By a way of another page, or to what stands beside where it leads. */
    private static Scene by(String route, String state, String from, String link, String beside) {
        return new Scene(route, state, page -> {
            go(page, from);
            go(page, page.locator(link).first().getAttribute("href").replaceFirst("#.*", "") + beside);
        });
    }

    /** What is there once a button was pressed. */
    private static Scene pressed(String route, String state, String from, String button) {
        return new Scene(route, state, true, page -> {
            go(page, from);
            page.locator(button).first().click();
        });
    }

    private static List<Scene> ofACase() {
        return List.of(
                at("/"),
                at("/case"),
                at("/work"),
                at("/people"),
                by("/people/{id}", "", "/people?show=all", ".person h2 a", ""),
                pressed("/people", "keeping a name", "/people?show=all", ".person button[value=keep]"),
                at("/search"),
                new Scene("/search", "found", true, page -> {
                    go(page, "/search");
                    page.fill("#words", "money");
                    page.click("form.search button");
                }),
                new Scene("/search", "kept", page -> {
                    go(page, "/search");
                    page.fill("#words", "money");
                    page.click("form.search button");
                    page.click("summary:has-text('Keep this search')");
                    page.fill("#search-name", "Who asks for money, and a name that is as long as a line of print");
                    page.click("form[action='/search/keep'] button");
                }),
                at("/codes"),
                new Scene("/codes/{book}/{code}", "", page -> go(page, "/codes/practice/money-demand")),
                at("/agreement"),
                at("/agreement/differences"),
                at("/agreement/read"),
                at("/findings"),
                at("/timeline"),
                at("/money"),
                at("/publish"),
                pressed("/publish", "refused", "/publish", "main button.first"),
                at("/custody"),
                at("/letters"),
                by("/letters/{id}", "from left to right", "/letters", ".accounts li:nth-child(1) a", ""),
                by("/letters/{id}", "from right to left", "/letters", ".accounts li:nth-child(2) a", ""),
                new Scene("/letters/{id}", "refused", true, page -> {
                    go(page, "/letters");
                    page.locator(".accounts a").first().click();
                    page.fill("#words", "Was Orla Finch there?");
                    page.click("button[value=reply]");
                    assertEquals(1, page.locator("[role=alert]").count());
                }),
                by("/account/{id}", "", "/", ACCOUNT, ""),
                by("/account/{id}", "from right to left", "/", ".accounts a:has-text('a-very-long-name')", ""),
                by("/account/{id}/before", "", "/", ACCOUNT, "/before"),
                by("/account/{id}/beside", "", "/", ACCOUNT, "/beside"),
                by("/account/{id}/exhibit", "not drawn", "/", ACCOUNT, "/exhibit"),
                exhibit("whatsapp"),
                exhibit("mail"),
                exhibit("picture"),
                by("/account/{id}/known", "", "/", ACCOUNT, "/known"),
                new Scene("/account/{id}/picture", "", page -> {
                    Optional<Id> picture = opened.contents().accountIds().stream()
                            .filter(id -> opened.contents()
                                    .account(id)
                                    .filter(PictureDecisions::isPicture)
                                    .isPresent())
                            .findFirst();
                    assumeTrue(picture.isPresent(), "Tesseract is not installed");
                    go(page, "/account/" + picture.get() + "/picture");
                }),
                new Scene("/search", "anyone else", page -> {
                    page.locator(ACCOUNT).first().click();
                    page.locator("a[href^='/search?like=']").first().click();
                }),
                new Scene("", "decided meanwhile", true, page -> {
                    go(page, "/people?show=all");
                    Page other = page.context().newPage();
                    other.navigate(page.url());
                    other.locator(".person button[value=redact]").first().click();
                    // closed before its answer is there, the browser sometimes never says that it is
                    other.waitForLoadState();
                    page.locator(".person button[value=redact]").first().click();
                    assertTrue(page.innerText("main").contains("This was decided since"), page.innerText("main"));
                }),
                new Scene("", "no such page", page -> go(page, "/nothing")),
                new Scene("", "the door is shut", page -> {
                    page.context().clearCookies();
                    go(page, "/case");
                }));
    }

    /** What somebody sees who is alone, from the beginning; each goes on where the one before was. */
    private static List<Scene> alone() {
        return List.of(
                new Scene("/", "to begin", page -> {}),
                new Scene("/", "the recovery code", page -> {
                    page.fill("#passphrase", WORDS);
                    page.fill("#again", WORDS);
                    page.click("form[action='/begin'] button");
                }),
                new Scene("/", "nothing kept yet", WorkChromiumTest::kept),
                new Scene("/", "what you have", page -> {
                    page.setInputFiles("#folder", folder.resolve("things"));
                    page.click("form.drop button");
                    page.waitForSelector("text=3 files kept, 1 unreadable but safe.");
                }),
                at(MinePage.TIME),
                at(MinePage.PEOPLE),
                at(MinePage.PRINT),
                pressed(MinePage.PRINT, "refused", MinePage.PRINT, "text=Make the protected dossier"));
    }

    /** What those see who are let in by name. */
    private static List<Scene> served() {
        return List.of(
                new Scene(Door.ENTER, "", page -> {}),
                new Scene(Door.ENTER, "refused", true, page -> enter(page, "not the passphrase")),
                new Scene(Visitors.LEAVE, "", page -> {
                    enter(page, WORDS);
                    page.click("text=You are here as anna");
                }));
    }

    private static void enter(Page page, String passphrase) {
        page.fill("#name", "anna");
        page.fill("#passphrase", passphrase);
        page.click("main button");
    }

    /** One of the workbenches, and a page of it. */
    record Look(Workbench at, Scene scene) {
        @Override
        public String toString() {
            return scene.name();
        }
    }

    private static Stream<Look> looks() {
        return Stream.of(
                        ofACase().stream().map(scene -> new Look(workbench, scene)),
                        alone().stream().map(scene -> new Look(alone, scene)),
                        served().stream().map(scene -> new Look(served, scene)),
                        Stream.of(new Look(shut, new Scene("/", "to open", page -> {}))))
                .flatMap(looks -> looks);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPage(Look look) {
        Scene scene = look.scene();
        CHROMIUM.browse(look.at().address(), new Browser.NewContextOptions().setIgnoreHTTPSErrors(true), page -> {
            scene.reach().accept(page);
            page.waitForLoadState();
            // what came of a form cannot be fetched again: then what the browser made of it
            HtmlChecker.assertValid(
                    scene.answer()
                            ? page.content()
                            : page.request().get(page.url()).text(),
                    scene.name());
            look(page, scene.name());
        });
    }

    /** Its rules where it is narrow, its contrast in the dark where it is wide; with {@code -Dafterword.pages=true} all of both. */
    private static void look(Page page, String name) {
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
        for (int width : List.of(320, 1440)) {
            page.setViewportSize(width, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            Chromium.assertFits(page, width, name + " " + width + " light");
            if (ALL || width == 320) {
                Chromium.assertAccessible(page, name + " " + width);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Chromium.assertFits(page, width, name + " " + width + " dark");
            if (ALL || width == 1440) {
                Chromium.assertContrast(page, name + " " + width + " dark");
            }
        }
    }

    /** A new page without a look fails here. */
    @Test
    void theListIsWhole() {
        var looked = Stream.of(ofACase(), alone(), served())
                .flatMap(List::stream)
                .map(Scene::route)
                .filter(route -> !route.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        looked.addAll(NO_PAGES);
        var registered = Stream.of(workbench, served)
                .flatMap(one -> one.routes().stream())
                .filter(route -> route.startsWith("GET "))
                .map(route -> route.substring("GET ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(registered, looked);
    }
}
