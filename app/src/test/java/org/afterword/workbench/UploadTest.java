package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.model.Exhibit;
import org.afterword.model.Sha256;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Files that a browser sends: what becomes of each, whatever they are called and however they come. */
@Order(1)
final class UploadTest extends AtTheWorkbench {
    private static final String DIARY =
            "In May 2011 I went to the Kestrel Table for the first time. Orla Finch was there.";
    private static final String EVIL = "<img src=x onerror=alert(1)>";

    private List<String> names() {
        return opened.contents().exhibits().stream().map(Exhibit::name).toList();
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void everyFileIsAccountedFor() throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.upload(
                "/",
                Map.of("group", EVIL + " Table"),
                Form.File.of("things/diary.txt", DIARY),
                Form.File.of("things/again.txt", DIARY),
                Form.File.of("things/.hidden.txt", "not wanted"),
                Form.File.of("things/empty.txt", ""),
                new Form.File("things/what.bin", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}),
                new Form.File("things/more.zip", zip("inside/note.txt", "She was there in June 2012, and I was too.")),
                Form.File.of("", ""));
        assertEquals(200, answer.statusCode(), answer.body());
        Document page = browser.settled("/");
        String said = page.select("#work").text();
        assertTrue(said.contains("4 files kept, 1 that the case had already"), said);
        assertTrue(said.contains("unreadable but safe"), said);
        assertTrue(said.contains("things/what.bin"), said);
        assertTrue(said.contains("things/.hidden.txt: a hidden file"), said);
        assertTrue(said.contains("things/again.txt"), said);
        assertTrue(
                names().containsAll(List.of("things/diary.txt", "things/more.zip!/inside/note.txt")),
                names().toString());
        assertEquals(
                Sha256.of(DIARY.getBytes(StandardCharsets.UTF_8)),
                opened.contents().exhibits().stream()
                        .filter(exhibit -> exhibit.name().equals("things/diary.txt"))
                        .findFirst()
                        .orElseThrow()
                        .sha256());
        // the group's name is text, on this page and as a choice
        assertTrue(
                page.select("h2").eachText().contains(EVIL + " Table"),
                page.select("h2").text());
        assertTrue(page.select("img").isEmpty());
        // what came in is there at once, and names in it were looked for
        assertTrue(page.select(".accounts").text().contains("diary.txt"), page.text());
        assertTrue(browser.page("/people?show=all").text().contains("Orla Finch"));
        // the same once more stores nothing twice
        browser.upload("/", Form.File.of("diary.txt", DIARY));
        assertTrue(browser.settled("/").select("#work").text().contains("0 files kept, 1 that the case had already"));
    }

    @Test
    void aNameIsOnlyAName() throws IOException, InterruptedException {
        browser.upload(
                "/",
                Form.File.of("../../../../etc/cron.d/evil.txt", "one of them"),
                Form.File.of("..\\..\\up.txt", "another of them, and longer"),
                Form.File.of("/etc/passwd", "a third of them, and longer than that"),
                Form.File.of(EVIL + ".txt", "a fourth that wants to be more than text"),
                Form.File.of("%22quoted%22%0D%0Aline.txt", "a fifth with marks in its name"),
                Form.File.of("../..", "a sixth that has no name at all, once one looks"));
        Document page = browser.settled("/");
        Set<String> names = new HashSet<>(names());
        assertTrue(
                names.containsAll(List.of(
                        "etc/cron.d/evil.txt",
                        "up.txt",
                        "etc/passwd",
                        EVIL + ".txt",
                        "\"quoted\"  line.txt",
                        "a file without a name")),
                names.toString());
        assertTrue(page.select("img").isEmpty());
        assertTrue(page.text().contains(EVIL + ".txt"), page.text());
        // nothing but the case is written
        try (Stream<Path> files = Files.walk(folder)) {
            assertTrue(files.filter(Files::isRegularFile)
                    .allMatch(file -> file.getFileName().toString().startsWith("small.afterword")));
        }
    }

    @Test
    void onlyOurOwnFormsAreTaken() throws IOException, InterruptedException {
        Form.File file = Form.File.of("forged.txt", "this must not come in");
        String token = browser.token();
        int before = names().size();
        assertEquals(403, browser.upload(Form.of(Map.of(), file)).statusCode());
        assertEquals(
                403,
                browser.upload(Form.of(Map.of("token", "0".repeat(43)), file)).statusCode());
        // a token behind the files comes too late
        var late = new ByteArrayOutputStream();
        late.writeBytes(Form.head("forged.txt"));
        late.writeBytes("x\r\n".getBytes(StandardCharsets.UTF_8));
        late.writeBytes(Form.field("token", token));
        late.writeBytes("------b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(403, browser.upload(new Form(late.toByteArray())).statusCode());
        Form good = Form.of(Map.of("token", token), file);
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
            assertEquals(403, browser.upload(good, "Origin", origin).statusCode(), origin);
        }
        assertEquals(403, browser.upload(good, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, new Browser(workbench).upload(good).statusCode());
        String raw = raw(head("evil.example", good.bytes().length), good.bytes());
        assertTrue(raw.startsWith("HTTP/1.1 421"), raw);
        // a form with files in the place of another is put nowhere
        assertEquals(403, multipartTo("/undo", good));
        assertEquals(before, names().size());
        assertEquals(200, browser.upload(good).statusCode());
        browser.settled("/");
        assertEquals(before + 1, names().size());
    }

    private int multipartTo(String path, Form form) throws IOException {
        String answer = raw(
                head("127.0.0.1:" + port(), form.bytes().length).replace("POST /add", "POST " + path), form.bytes());
        return Integer.parseInt(answer.substring(9, 12));
    }

    private int port() {
        return URI.create(workbench.address()).getPort();
    }

    private String head(String host, long length) {
        return "POST /add HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + browser.cookie() + "\r\nContent-Type: "
                + Form.TYPE + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    private String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends the beginning of a form of which more is announced, and goes on when it is told to. */
    private Socket begin(int announced, byte[] beginning) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.getOutputStream().write(head("127.0.0.1:" + port(), announced).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(beginning);
        socket.getOutputStream().flush();
        return socket;
    }

    private byte[] twoWholeAndAHalf() throws IOException, InterruptedException {
        var form = new ByteArrayOutputStream();
        form.writeBytes(Form.field("token", browser.token()));
        for (String name : List.of("first.txt", "second.txt")) {
            form.writeBytes(Form.head(name));
            form.writeBytes((DIARY + name + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(Form.head("half.bin"));
        form.writeBytes(new byte[3_000_000]);
        return form.toByteArray();
    }

    private void awaitReceiving() throws IOException, InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (browser.page("/work").text().contains("Receiving, 3 of")) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError(browser.page("/work").text());
    }

    @Test
    void whatCameWholeIsKeptWhenTheSendingBreaksOff() throws IOException, InterruptedException {
        byte[] beginning = twoWholeAndAHalf();
        Socket socket = begin(9_000_000, beginning);
        awaitReceiving();
        socket.close();
        Document page = browser.settled("/");
        String said = page.select("#work").text();
        assertTrue(said.contains("2 files kept"), said);
        assertTrue(said.contains("half.bin: the sending broke off in it"), said);
        assertTrue(names().containsAll(List.of("first.txt", "second.txt")), names().toString());
        assertFalse(names().contains("half.bin"));
        assertEquals(List.of(), opened.file().inspect().problems());
    }

    @Test
    void itIsStoppedInTheMiddle() throws IOException, InterruptedException {
        byte[] beginning = twoWholeAndAHalf();
        try (Socket socket = begin(9_000_000, beginning)) {
            awaitReceiving();
            Document page = browser.page("/");
            browser.press(Objects.requireNonNull(page.selectFirst("form[action='/work/stop'] button")));
            socket.getOutputStream().write(new byte[1 << 16]);
            socket.getOutputStream().flush();
            Document stopped = browser.settled("/");
            assertTrue(stopped.select("#work").text().contains("Stopped. 2 files are kept"), stopped.text());
            // and what is kept can be read later
            assertTrue(stopped.text().contains("2 files are kept and were not read yet."), stopped.text());
            browser.press(Objects.requireNonNull(stopped.selectFirst("form[action='/read'] button")));
        }
        Document read = browser.settled("/");
        assertTrue(read.select(".accounts").text().contains("second.txt"), read.text());
        assertFalse(names().contains("half.bin"));
        assertEquals(List.of(), opened.file().inspect().problems());
    }

    @Test
    void othersReadOnAndDecisionsAreNotLost() throws IOException, InterruptedException {
        String account = browser.accounts().getFirst();
        byte[] beginning = twoWholeAndAHalf();
        Map<String, String> read = new LinkedHashMap<>(Map.of(
                "token", browser.token(),
                "target", account.substring("/account/".length()),
                "decision", "read",
                "seen", "",
                "back", "/"));
        try (Socket socket = begin(3_000_100 + beginning.length - 3_000_000, beginning)) {
            awaitReceiving();
            for (String page : List.of("/", account, "/people", "/findings", "/timeline", "/custody", "/search")) {
                assertEquals(200, browser.get(page).statusCode(), page);
            }
            HttpResponse<String> waits = browser.post("/decide", read);
            assertEquals(503, waits.statusCode(), waits.body());
            assertTrue(waits.body().contains("“Adding files” goes on just now"), waits.body());
            assertTrue(opened.contents().decisions().isEmpty());
            // another errand waits its turn as well
            assertEquals(
                    503,
                    browser.post("/suggest", Map.of("token", browser.token())).statusCode());
            // to the end, then once more as the page offers
            int left = 3_000_100 - 3_000_000 - "\r\n------b0undary--\r\n".length();
            socket.getOutputStream().write(new byte[left]);
            socket.getOutputStream().write("\r\n------b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            browser.settled("/");
            Document again = org.jsoup.Jsoup.parse(waits.body(), browser.base);
            browser.press(Objects.requireNonNull(again.selectFirst("form[action='/decide'] button")));
        }
        assertEquals(1, opened.contents().decisions().size());
        assertTrue(names().contains("half.bin"));
    }

    @Test
    void decisionsFindTheirPlaceBetweenTheSteps() throws IOException, InterruptedException {
        List<String> accounts = browser.accounts();
        String token = browser.token();
        var files = new ArrayList<Form.File>();
        for (int i = 0; i < 200; i++) {
            files.add(Form.File.of(i + ".txt", DIARY + " That was day " + i + "."));
        }
        assertEquals(200, browser.upload("/", files.toArray(Form.File[]::new)).statusCode());
        int meanwhile = 0;
        while (!browser.page("/work").select("#work[data-running=yes]").isEmpty() && meanwhile < accounts.size()) {
            HttpResponse<String> decided = browser.post(
                    "/decide",
                    Map.of(
                            "token", token,
                            "target", accounts.get(meanwhile).substring("/account/".length()),
                            "decision", "read",
                            "seen", "",
                            "back", "/"));
            if (decided.statusCode() == 503) {
                // a step that takes long, such as looking for names: it is said, and nothing was recorded
                assertTrue(decided.body().contains("Send it again"), decided.body());
            } else {
                assertEquals(200, decided.statusCode(), decided.body());
                meanwhile++;
            }
            assertEquals(meanwhile, opened.contents().decisions().size());
        }
        assertTrue(meanwhile > 0, "it was over before anything could be decided");
        assertTrue(browser.settled("/").select("#work").text().contains("200 files kept"));
        assertEquals(202, opened.contents().accountIds().size());
        assertEquals(meanwhile, opened.contents().decisions().size());
        assertEquals(List.of(), opened.file().inspect().problems());
    }

    @Test
    void whatCannotBeSoIsSaid() throws IOException, InterruptedException {
        int before = names().size();
        HttpResponse<String> none = browser.upload("/");
        assertEquals(400, none.statusCode());
        assertTrue(none.body().contains("No file was chosen."), none.body());
        HttpResponse<String> unnamed = browser.upload("/", Map.of("baseline", "yes"), Form.File.of("a.txt", DIARY));
        assertTrue(unnamed.body().contains("Name the ordinary group"), unnamed.body());
        HttpResponse<String> otherwise = browser.upload(
                "/", Map.of("baseline", "yes", "group", "The Kestrel Table"), Form.File.of("a.txt", DIARY));
        assertTrue(otherwise.body().contains("not as an ordinary group"), otherwise.body());
        assertEquals(before, names().size());
    }
}
