package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in files: all the way from an archive to the accounts. */
class NestedTest {
    @TempDir
    private Path folder;

    private Path exports;
    private CommandLine line;
    private String file;

    @BeforeEach
    void newCase() throws IOException {
        exports = Files.createDirectory(folder.resolve("exports"));
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
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

    @Test
    void aLetterInAnArchiveInAMailInAMailboxInAnArchive() throws IOException {
        byte[] inner = zip(Map.of("letter.txt", text("A letter\n\nI left the Circle in spring, and I told nobody.\n")));
        String mail = "From a@fen.example Mon Jun  1 10:00:00 2015\nFrom: Ada <a@fen.example>\nTo: b@fen.example\n"
                + "Subject: papers\nMessage-ID: <1@fen.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
                + "Here is what I wrote then.\n--b\nContent-Type: application/zip; name=papers.zip\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(inner) + "\n--b--\n";
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put("mail/inbox.mbox", text(mail));
        outer.put("letter.txt", text("A letter\n\nI left the Circle in spring, and I told nobody.\n"));
        Files.write(exports.resolve("all.zip"), zip(outer));
        JsonNode added =
                line.done("add", file, exports.toString(), "--json").json().getFirst();
        assertEquals(2, added.get("accounts").asInt(), added.toString());
        assertEquals(0, added.get("warnings").size(), added.toString());
        Set<String> files = new TreeSet<>();
        line.done("accounts", file, "--json")
                .json()
                .forEach(account -> files.add(account.get("file").asText()));
        assertTrue(files.contains("exports/all.zip!/mail/inbox.mbox"), files.toString());
        line.done("verify", file);
    }

    @Test
    void containersInContainersDoNotMultiplyForEver() throws IOException {
        byte[] zeros = new byte[55 << 20];
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            zeros[0] = (byte) i;
            bombs.put("bomb" + i + ".zip", zip(Map.of("zeros", zeros)));
        }
        Files.write(exports.resolve("bombs.zip"), zip(bombs));
        JsonNode added =
                line.done("add", file, exports.toString(), "--json").json().getFirst();
        int refused = 0;
        for (JsonNode warning : added.get("warnings")) {
            refused += warning.get("message").asText().contains("more comes out of the containers around it") ? 1 : 0;
        }
        // 256 MiB and 400 times what came in, in pieces of 55 MiB
        assertTrue(refused > 0 && refused < 5, added.toString());
    }
}
