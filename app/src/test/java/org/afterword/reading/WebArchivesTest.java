package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class WebArchivesTest {
    private static final Path REAL = Path.of("/work/shared/real/formats/warc");
    private static final Instant AT = Instant.parse("2021-03-04T05:06:07Z");

    private static String page(String words) {
        return "<!doctype html><html><head><title>" + words + "</title></head><body><article><p>" + words
                + " I was in the Lantern Circle for three years, and I tell of it here.</p></article></body></html>";
    }

    private static byte[] warc(WarcCompression compression) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            add(
                    writer,
                    "https://fenpages.example/one",
                    200,
                    "text/html;charset=windows-1252",
                    page("Zur\u00fcck."),
                    "windows-1252");
            add(writer, "https://fenpages.example/lamp.png", 200, "image/png", "png", "utf-8");
            add(writer, "https://fenpages.example/gone", 404, "text/html", page("Gone."), "utf-8");
            add(writer, "https://fenpages.example/statutes.pdf", 200, "application/pdf", "%PDF-1.4", "utf-8");
            add(writer, "https://fenpages.example/two", 200, "text/html", page("Two."), "utf-8");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(WarcWriter writer, String url, int status, String type, String body, String charset)
            throws IOException {
        var http = new HttpResponse.Builder(status, "x")
                .body(MediaType.parse(type), body.getBytes(java.nio.charset.Charset.forName(charset)))
                .build();
        writer.write(
                new WarcResponse.Builder(URI.create(url)).date(AT).body(http).build());
        writer.write(new WarcRequest.Builder(URI.create(url))
                .date(AT)
                .body(new HttpRequest.Builder("GET", "/").build())
                .build());
    }

    private static byte[] wacz() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("archive/data.warc.gz", warc(WarcCompression.GZIP));
        files.put("pages/pages.jsonl", Packed.text("{}"));
        files.put("datapackage.json", Packed.text("{\"profile\":\"data-package\"}"));
        return Packed.zip(files);
    }

    private static Map<String, byte[]> archives() {
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("x.warc", warc(WarcCompression.NONE));
        archives.put("x.warc.gz", warc(WarcCompression.GZIP));
        archives.put("whole.warc.gz", Packed.gzip(warc(WarcCompression.NONE)));
        archives.put("x.wacz", wacz());
        return archives;
    }

    @Test
    void eachPageIsAnAccount() {
        archives().forEach((name, bytes) -> {
            Found found = Fixtures.read(name, bytes);
            assertEquals("webarchive/1", found.reader(), name);
            assertEquals(List.of(), found.warnings(), name);
            assertEquals(
                    List.of("https://fenpages.example/one", "https://fenpages.example/two"),
                    found.accounts().stream()
                            .map(one -> one.sourceUrl().orElse(""))
                            .toList());
            assertTrue(found.accounts().getFirst().text().contains("Zur\u00fcck."));
            assertEquals(
                    Optional.of(new When(
                            "fetched 2021-03-04T05:06:07Z",
                            Optional.empty(),
                            Optional.of(LocalDateTime.of(2021, 3, 4, 5, 6, 7)),
                            Optional.of("Z"))),
                    found.accounts().getFirst().date());
            assertTrue(
                    found.accounts().getFirst().anchors().getFirst().selector().startsWith("message=urn:uuid:"));
            assertEquals(1, found.parts().size());
            assertEquals(
                    Map.of("request", 5L, "response: image", 1L, "response: redirects and errors", 1L),
                    found.balance().orElseThrow().skipped());
            assertEquals(10, found.balance().orElseThrow().expected());
        });
    }

    /** As many pages as a person counts. */
    @ParameterizedTest
    @CsvSource({
        "warcio__example.warc.gz,          1",
        "warcio__example-bad.warc.gz.bad,  1",
        "warcio__example-resource.warc.gz, 1",
        "warcio__example.arc,              1"
    })
    void realOnesToo(String name, int pages) throws IOException {
        assumeTrue(Files.exists(REAL.resolve(name)), "the real files are not on this machine");
        Found found = Fixtures.read(name, Files.readAllBytes(REAL.resolve(name)));
        assertEquals(pages, found.accounts().size(), found.warnings() + " " + found.balance());
        assertEquals(0, found.balance().orElseThrow().missing());
    }

    @Test
    void theRecordAfterABrokenOneIsFound() {
        for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
            byte[] bytes = warc(compression);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int second = text.indexOf(compression == WarcCompression.GZIP ? "\u001f\u008b" : "WARC/1", 20);
            byte[] broken = bytes.clone();
            Arrays.fill(broken, second, second + 40, (byte) 'x');
            Found found = Fixtures.read("x.warc", broken);
            assertEquals(2, found.accounts().size(), compression + " " + found.warnings());
            assertFalse(found.warnings().isEmpty());
        }
    }

    @Test
    void cutAndFlippedOnesAreReadOrWarnedOf() {
        var random = new SplittableRandom(20260714);
        archives().forEach((name, whole) -> {
            for (int i = 0; i < 100; i++) {
                int length = random.nextInt(whole.length);
                Found cut = Fixtures.read(name, Arrays.copyOf(whole, length));
                cut.balance().ifPresent(balance -> assertEquals(0, balance.missing(), name + " at " + length));
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Fixtures.read(name, flipped);
            }
        });
    }

    @Test
    void theChildReadsTheSame() {
        try (var child = new ChildReader()) {
            archives().forEach((name, bytes) -> {
                Found found =
                        Found.of(into -> child.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into));
                assertEquals(2, found.accounts().size());
                assertEquals(List.of(), found.warnings());
            });
        }
    }

    private static final String MHTML = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://fenpages.example/guest/
            Subject: =?utf-8?Q?Three=20months?=
            Date: Thu, 4 Mar 2021 05:06:07 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b"

            ----b
            Content-Type: text/html
            Content-ID: <frame-0@mhtml.blink>
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://fenpages.example/guest/

            <!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8"><title>Three months</title></head><body><article><p>I was a guest for three months, and f=C3=BCr mich war das genug. They were kind until I asked about the ledger of the house.</p></article></body></html>
            ----b
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://fenpages.example/lamp.png

            iVBORw0KGgo=
            ----b
            Content-Type: text/css
            Content-Location: https://fenpages.example/a.css

            p { color: red }
            ----b--
            """;

    @Test
    void aPageSavedInOneFileKeepsItsAddress() {
        for (String text : List.of(MHTML, MHTML.replace("\n", "\r\n"))) {
            Found found = Fixtures.read("guest.mhtml", text.getBytes(StandardCharsets.UTF_8));
            Account page = Fixtures.only(found);
            assertEquals("mhtml/1", found.reader());
            assertEquals(Optional.of("https://fenpages.example/guest/"), page.sourceUrl());
            assertEquals("Three months", page.title());
            assertTrue(page.text().contains("f\u00fcr mich"));
            assertEquals(
                    Optional.of(LocalDateTime.of(2021, 3, 4, 5, 6, 7)),
                    page.date().flatMap(When::latest));
            assertEquals(List.of(), found.warnings());
            assertEquals(
                    Map.of("images, styles and scripts of the page", 2L),
                    found.balance().orElseThrow().skipped());
        }
        var random = new SplittableRandom(20260715);
        byte[] whole = MHTML.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            Fixtures.read("guest.mhtml", Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Fixtures.read("guest.mhtml", flipped);
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Found nothing = Fixtures.read("x.warc", Packed.text("WARC/1.0\r\nnonsense"));
        assertEquals(0, nothing.accounts().size());
        assertTrue(nothing.warnings().stream().map(Warning::message).anyMatch(text -> text.contains("no record")));
    }
}
