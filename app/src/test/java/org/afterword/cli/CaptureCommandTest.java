package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.afterword.capture.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages into the case, as a person types it. */
class CaptureCommandTest {
    private static final String LETTER = """
            <!doctype html><html lang=en><head><title>Why I left</title>
            <link rel=canonical href="https://elsewhere.example/letter"></head><body><article><h1>Why I left</h1>
            <p>I was a member of the rowing society for six years, and I want to write down how it ended.</p>
            <p>Each month we were asked to give more, and those who did not give were not spoken to any more.</p>
            <p>You read this from 198.51.100.23, says the page.</p></article></body></html>
            """;

    @TempDir
    private Path folder;

    private CommandLine line;
    private String path;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        site = Site.open();
        site.on(
                "/letter",
                Site.with(
                        "200 OK", "text/html", LETTER.getBytes(StandardCharsets.UTF_8), "X-Client-IP: 198.51.100.23"));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void theChoiceIsDemanded() {
        for (List<String> both : List.of(List.<String>of(), List.of("--direct", "--proxy", "socks5://127.0.0.1:9"))) {
            var arguments = new java.util.ArrayList<>(List.of("capture", path, site.url("/letter")));
            arguments.addAll(both);
            CommandLine.Answer answer = line.type(arguments.toArray(String[]::new));
            assertEquals(2, answer.exit());
            assertTrue(answer.err().contains("--direct") && answer.err().contains("learns"), answer.err());
        }
        assertEquals(List.of(), site.asked());
    }

    @Test
    void aPageBecomesAnAccountThatLeadsBack() throws IOException {
        JsonNode captured = line.done(
                        "capture",
                        path,
                        site.url("/letter"),
                        "--direct",
                        "--allow-private",
                        "--no-browser",
                        "--group",
                        "The society",
                        "--by",
                        "Ada Quill",
                        "--json")
                .json()
                .getFirst();
        assertEquals("captured", captured.get("outcome").asText());
        assertEquals("Ada Quill", captured.get("by").asText());
        assertEquals(1, captured.get("accounts").asInt());
        JsonNode account = line.done("accounts", path, "--json").json().getFirst();
        assertEquals(
                site.url("/letter"), account.get("sourceUrl").asText(), "a page may not say that it was elsewhere");
        assertEquals(captured.get("at").asText(), account.get("captured").asText());
        assertEquals("The society", account.get("group").asText());
        String text = line.done("text", path, account.get("id").asText()).out();
        assertTrue(text.contains("asked to give more"), text);
        String open = line.done("text", path, account.get("id").asText(), "--protected")
                .out();
        assertFalse(open.contains("198.51.100.23"), "the archivist's address is protected");
        Path wacz = folder.resolve("page.wacz");
        line.done("exhibit", path, captured.get("exhibits").get(0).asText(), "-o", wacz.toString());
        assertEquals("PK", new String(Files.readAllBytes(wacz), 0, 2, StandardCharsets.US_ASCII));
        JsonNode verified = line.done("verify", path, "--json").json().getFirst();
        assertTrue(verified.get("ok").asBoolean());
        assertTrue(line.done("people", path).out().contains("198.51.100.23"));
    }

    @Test
    void oneThatFailsTakesNoOtherWithIt() {
        CommandLine.Answer answer = line.type(
                "capture",
                path,
                site.url("/letter"),
                "http://127.0.0.1:1/",
                site.url("/nowhere"),
                "--direct",
                "--allow-private",
                "--no-browser",
                "--json");
        assertEquals(1, answer.exit());
        assertEquals(
                List.of("captured", "failed", "gone"),
                answer.json().stream().map(one -> one.get("outcome").asText()).toList());
        CommandLine.Answer own = line.type("capture", path, site.url("/letter"), "--direct");
        assertEquals(1, own.exit());
        assertTrue(own.out().contains("own network"), own.out());
        assertEquals(1, line.done("accounts", path, "--json").json().size(), "what stands there instead is no account");
    }

    @Test
    void theSamePageTwiceIsOneAccount() {
        for (int i = 0; i < 2; i++) {
            line.done("capture", path, site.url("/letter"), "--direct", "--allow-private", "--no-browser");
        }
        assertEquals(1, line.done("accounts", path, "--json").json().size());
    }
}
