package org.afterword.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.casefile.Frames;
import org.afterword.model.Sha256;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.cdx.CdxFormat;
import org.netpreserve.jwarc.cdx.CdxWriter;

/** A WARC with its index and list of pages as a WACZ 1.1.1, which ReplayWeb.page shows. Everything is stored as it is. */
final class Wacz {
    private static final String WARC = "data.warc.gz";

    private Wacz() {}

    /**
     * @param title and {@code text}: of the page
     * @return the file's bytes
     */
    static byte[] of(byte[] warc, WebAddress page, Instant at, String title, String text, String software) {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("archive/" + WARC, warc);
            files.put("indexes/index.cdx", index(warc));
            files.put("pages/pages.jsonl", pages(page, at, title, text));
            byte[] description = description(files, page, at, title, software);
            files.put("datapackage.json", description);
            files.put("datapackage-digest.json", digest(description));
            return zip(files, at);
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory can be written", e);
        }
    }

    private static byte[] index(byte[] warc) throws IOException {
        var lines = new StringWriter();
        try (var reader = new WarcReader(new ByteArrayInputStream(warc));
                var writer = new CdxWriter(lines)) {
            writer.setFormat(CdxFormat.CDXJ);
            writer.setSort(true);
            writer.process(reader, WARC);
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pages(WebAddress page, Instant at, String title, String text) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", "json-pages-1.0");
        head.put("id", "pages");
        head.put("title", "All Pages");
        head.put("hasText", true);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", "1");
        one.put("url", page.toString());
        one.put("ts", at.toString());
        one.put("title", title);
        one.put("text", text);
        return (json(head) + "\n" + json(one) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] description(
            Map<String, byte[]> files, WebAddress page, Instant at, String title, String software)
            throws JsonProcessingException {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("profile", "data-package");
        description.put("wacz_version", "1.1.1");
        description.put("title", title);
        description.put("software", software);
        description.put("created", at.toString());
        description.put("mainPageUrl", page.toString());
        description.put("mainPageDate", at.toString());
        description.put(
                "resources",
                files.entrySet().stream()
                        .map(file -> {
                            Map<String, Object> resource = new LinkedHashMap<>();
                            resource.put(
                                    "name",
                                    file.getKey().substring(file.getKey().lastIndexOf('/') + 1));
                            resource.put("path", file.getKey());
                            resource.put(
                                    "hash",
                                    "sha256:" + Sha256.of(file.getValue()).hex());
                            resource.put("bytes", file.getValue().length);
                            return resource;
                        })
                        .toList());
        return json(description).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] description) throws JsonProcessingException {
        Map<String, Object> digest = new LinkedHashMap<>();
        digest.put("path", "datapackage.json");
        digest.put("hash", "sha256:" + Sha256.of(description).hex());
        return json(digest).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Object value) throws JsonProcessingException {
        return Frames.json().writeValueAsString(value);
    }

    private static byte[] zip(Map<String, byte[]> files, Instant at) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                var crc = new CRC32();
                crc.update(file.getValue());
                entry.setCrc(crc.getValue());
                entry.setSize(file.getValue().length);
                entry.setTimeLocal(java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
