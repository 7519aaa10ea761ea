package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.casefile.Plaintexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased of files in files: what contains it goes as well, what lies in it too, and what lies beside it stays. */
class NestedErasedTest {
    private static final String PASSPHRASE = "a lamp in every window";
    private static final String MAIL = "The first letter tells of the quay at dusk.";
    private static final String ATTACHED = "The attachment tells of a ledger in the attic.";
    private static final String INNERMOST = "The innermost page tells of the bell at midnight.";
    private static final String BESIDE = "The other letter tells of soup on Sundays.";
    private static final String APART = "A diary that came alone tells of the ferry.";

    @TempDir
    private static Path shared;

    private static CommandLine line;
    private static Path before;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(before, folder.resolve("case.afterword"));
    }

    @BeforeAll
    static void aCaseOfFilesInFiles() throws IOException {
        Path exports = Files.createDirectory(shared.resolve("exports"));
        line = new CommandLine(shared);
        before = shared.resolve("case.afterword");
        CommandLine.cheap(before.toString());
        byte[] innermost = zip(Map.of("bell.txt", text("A page\n\n" + INNERMOST + "\n")));
        var papers = new LinkedHashMap<String, byte[]>();
        papers.put("ledger.txt", text("A ledger\n\n" + ATTACHED + "\n"));
        papers.put("deep.zip", innermost);
        String mailbox = "From a@fen.example Mon Jun  1 10:00:00 2015\nFrom: Ada <a@fen.example>\nTo: b@fen.example\n"
                + "Subject: papers\nMessage-ID: <1@fen.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
                + MAIL + "\n--b\nContent-Type: application/zip; name=papers.zip\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(zip(papers)) + "\n--b--\n\n"
                + "From b@fen.example Tue Jun  2 10:00:00 2015\nFrom: Ben <b@fen.example>\nTo: a@fen.example\n"
                + "Subject: re: papers\nMessage-ID: <2@fen.example>\n\n" + BESIDE + "\n";
        Files.write(exports.resolve("inbox.mbox"), text(mailbox));
        Files.write(exports.resolve("diary.txt"), text("A diary\n\n" + APART + "\n"));
        JsonNode added = line.done("add", before.toString(), exports.toString(), "--json")
                .json()
                .getFirst();
        assertEquals(5, added.get("accounts").asInt(), added::toString);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode account(String words) {
        return line.done("accounts", file.toString(), "--json").json().stream()
                .filter(account -> line.done(
                                "text", file.toString(), account.get("id").asText())
                        .out()
                        .contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private void erase(String id) {
        line.done("erase", file.toString(), id, "--reason", "asked for in a letter", "--yes");
        JsonNode verified =
                line.done("verify", file.toString(), "--json").json().getFirst();
        assertTrue(verified.get("ok").asBoolean(), verified::toString);
    }

    private void areNowhere(String... gone) throws Exception {
        List<String> then = Plaintexts.in(before, PASSPHRASE);
        List<String> now = Plaintexts.in(file, PASSPHRASE);
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String words : gone) {
            String small = words.toLowerCase(Locale.ROOT);
            assertTrue(then.stream().anyMatch(one -> one.contains(small)), words + " was there");
            assertFalse(now.stream().anyMatch(one -> one.contains(small)), words + " is left");
            assertFalse(raw.contains(words));
        }
        var left = new TreeSet<String>();
        Plaintexts.keysIn(file).forEach(key -> left.add(Base64.getEncoder().encodeToString(key)));
        Plaintexts.keysIn(before)
                .forEach(key ->
                        assertFalse(left.contains(Base64.getEncoder().encodeToString(key)), "an old key is left"));
    }

    private void areThere(String... words) throws IOException {
        List<String> now = Plaintexts.in(file, PASSPHRASE);
        for (String one : words) {
            assertTrue(now.stream().anyMatch(text -> text.contains(one.toLowerCase(Locale.ROOT))), one + " stays");
        }
    }

    /** The archive takes with it all that came out of it, down to the innermost. */
    @Test
    void theOutermost() throws Exception {
        String archive = exhibit("exports/inbox.mbox");
        erase(archive);
        areNowhere(MAIL, ATTACHED, INNERMOST, BESIDE, "inbox.mbox", "ledger.txt", "bell.txt");
        areThere(APART);
        assertEquals(1, line.done("accounts", file.toString(), "--json").json().size());
    }

    /** The innermost takes the bytes of all that contain it; what was read beside it keeps its text. */
    @Test
    void theInnermost() throws Exception {
        erase(account(INNERMOST).get("exhibit").asText());
        areNowhere(INNERMOST, "bell.txt");
        areThere(MAIL, BESIDE, ATTACHED, APART);
        assertEquals(4, line.done("accounts", file.toString(), "--json").json().size());
        CommandLine.Answer archive = line.type(
                "exhibit",
                file.toString(),
                exhibit("exports/inbox.mbox"),
                "-o",
                folder.resolve("out").toString());
        assertEquals(1, archive.exit(), archive::out);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    /** The text of one account of a file lies in a block with its neighbours'. */
    @Test
    void oneAccountAmongOthers() throws Exception {
        erase(account(BESIDE).get("id").asText());
        areNowhere(BESIDE);
        areThere(MAIL, ATTACHED, INNERMOST, APART);
        assertTrue(line.done("text", file.toString(), account(MAIL).get("id").asText())
                .out()
                .contains(MAIL));
        assertEquals(4, line.done("accounts", file.toString(), "--json").json().size());
    }

    /** An exhibit that lies in an archive in the middle. */
    @Test
    void theMiddle() throws Exception {
        erase(account(ATTACHED).get("exhibit").asText());
        areNowhere(ATTACHED, "ledger.txt");
        areThere(INNERMOST, MAIL, BESIDE, APART);
    }

    private String exhibit(String name) throws IOException {
        return line.done("balance", file.toString(), "--json").json().stream()
                .filter(one -> one.path("file").asText().equals(name))
                .map(one -> one.path("exhibit").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }
}
