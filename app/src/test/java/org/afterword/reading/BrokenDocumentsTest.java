package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Documents and pictures that are cut, changed or misnamed are read, or warned of. {@code -Dafterword.broken=1000} tries
 * each of them so often.
 */
class BrokenDocumentsTest {
    private static final int TRIES = Integer.getInteger("afterword.broken", 10);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final List<String> NAMES =
            List.of("x", "x.txt", "x.pdf", "x.docx", "x.doc", "x.png", "x.epub", "x.srt", "x.html");

    private static Map<String, byte[]> made = Map.of();

    private static synchronized Map<String, byte[]> documents() {
        made = made.isEmpty() ? make() : made;
        return made;
    }

    private static Map<String, byte[]> make() {
        try {
            Map<String, byte[]> all = new LinkedHashMap<>();
            try (PDDocument three = PdfFixtures.threePages();
                    PDDocument scanned = PdfFixtures.scanned();
                    PDDocument scripts = PdfFixtures.withScriptsAndAttachment(9)) {
                all.put("three.pdf", PdfFixtures.bytes(three));
                all.put("scanned.pdf", PdfFixtures.bytes(scanned));
                all.put("scripts.pdf", PdfFixtures.bytes(scripts));
            }
            all.put("locked.pdf", PdfFixtures.locked());
            all.put("x.docx", OfficeFixtures.docx());
            all.put("locked.docx", OfficeFixtures.lockedDocx());
            all.put("x.xlsx", OfficeFixtures.xlsx());
            all.put("x.xls", OfficeFixtures.xls());
            all.put("x.pptx", OfficeFixtures.pptx());
            all.put("x.ppt", OfficeFixtures.ppt());
            all.put("x.odt", OfficeFixtures.odt());
            all.put("x.ods", OfficeFixtures.ods());
            all.put("x.epub", OfficeFixtures.epub());
            all.put(
                    "x.rtf",
                    "{\\rtf1\\ansi They asked {\\b me}\\par \\u8212? for \\'a340\\par}"
                            .getBytes(StandardCharsets.UTF_8));
            for (String format : List.of("png", "jpg", "gif", "bmp", "tiff")) {
                all.put("x." + format, PdfFixtures.picture(PdfFixtures.drawn(PdfFixtures.SCANNED, 200, 100), format));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> each(java.util.function.BiConsumer<String, byte[]> what) {
        return documents().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertTimeoutPreemptively(
                                BOUND.multipliedBy(1 + TRIES / 100), () -> what.accept(one.getKey(), one.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> cut() {
        return each((name, whole) -> {
            var random = new SplittableRandom(7);
            for (int i = 0; i < TRIES; i++) {
                Fixtures.read(name, Arrays.copyOf(whole, random.nextInt(whole.length)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> changed() {
        return each((name, whole) -> {
            var random = new SplittableRandom(8);
            for (int i = 0; i < TRIES; i++) {
                byte[] changed = whole.clone();
                for (int changes = random.nextInt(8); changes >= 0; changes--) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Fixtures.read(name, changed);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> misnamed() {
        return each((name, whole) -> {
            String reader = Fixtures.read(name, whole).reader();
            for (String other : NAMES) {
                assertTrue(reader.equals(Fixtures.read(other, whole).reader()), () -> name + " as " + other);
            }
        });
    }

    @Test
    void nearlyNothing() {
        for (String start : List.of(
                "%PDF-",
                "PK\u0003\u0004",
                "{\\rtf",
                "{\\rtf1 {{{",
                "\u0089PNG\r\n\u001a\n",
                "II*\0",
                "WEBVTT",
                "GIF89a",
                "RIFF0000WEBP")) {
            for (String name : NAMES) {
                Fixtures.read(name, start.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** The targets of the fuzzer, with right inputs that are changed a little, the same in every run. */
    @TestFactory
    Stream<DynamicTest> fuzzed() {
        var fuzz = new DocumentFuzz();
        String word =
                "<w:document xmlns:w='w'><w:p><w:r><w:t>I</w:t><w:tab/></w:r><w:del><w:r><w:t>a</w:t></w:r></w:del></w:p>"
                        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>";
        String table = "5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t95.5\tone\n5\t1\t1\t1\t2\t1\t10\t40\t50\t20\t15\ttwo\n";
        String cues =
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Wren>I left.</v>\n\n00:00:02,000 --> 00:00:03,000\nIVO: You?\n";
        return Stream.of(
                fuzzed("rtf", fuzz::rtf, documents().get("x.rtf")),
                fuzzed("subtitles", fuzz::subtitles, cues.getBytes(StandardCharsets.UTF_8)),
                fuzzed("table", fuzz::table, table.getBytes(StandardCharsets.UTF_8)),
                fuzzed("exif", fuzz::exif, OcrTest.exif()),
                fuzzed(
                        "openDocument",
                        fuzz::openDocument,
                        "<d xmlns:t='t'><t:p>a<t:s/><t:note><t:note-body><t:p>b</t:p></t:note-body></t:note></t:p></d>"
                                .getBytes(StandardCharsets.UTF_8)),
                fuzzed("word", fuzz::word, word.getBytes(StandardCharsets.UTF_8)));
    }

    private static DynamicTest fuzzed(String name, java.util.function.Consumer<byte[]> target, byte[] seed) {
        return DynamicTest.dynamicTest(name, () -> {
            var random = new SplittableRandom(9);
            for (int i = 0; i < 20 * TRIES; i++) {
                byte[] changed = seed.clone();
                for (int changes = random.nextInt(6); changes > 0; changes--) {
                    changed[random.nextInt(changed.length)] = (byte)
                            (random.nextBoolean() ? random.nextInt(256) : "<>{}\\/\t:0-9".charAt(random.nextInt(11)));
                }
                target.accept(
                        random.nextInt(8) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> monsters() {
        Map<String, byte[]> monsters = new LinkedHashMap<>();
        monsters.put("braces.rtf", ("{\\rtf1 " + "{".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        monsters.put("notes.rtf", ("{\\rtf1 " + "{\\footnote x".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        monsters.put("rows.rtf", ("{\\rtf1 " + "\\cell\\row ".repeat(500_000) + "}").getBytes(StandardCharsets.UTF_8));
        monsters.put("numbers.rtf", ("{\\rtf1 \\u" + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8));
        monsters.put(
                "cues.srt",
                "00:00:01,000 --> 00:00:02,000\nA: b\n\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        monsters.put(
                "times.srt",
                ("00:00:01,000 --> 00:00:02,000\n" + "1".repeat(500_000) + ":-->").getBytes(StandardCharsets.UTF_8));
        monsters.put(
                "tags.vtt",
                ("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        monsters.put("deep.odt", odt("<text:p>".repeat(200_000)));
        monsters.put("cells.odt", odt("<table:table-row><table:table-cell>".repeat(50_000)));
        monsters.put(
                "repeated.ods",
                odt(
                        "<table:table-row table:number-rows-repeated='99999999'><table:table-cell table:number-columns-repeated='99999999'><text:p>x</text:p></table:table-cell></table:table-row>"
                                .repeat(50)));
        return monsters.entrySet().stream()
                .map(monster -> DynamicTest.dynamicTest(
                        monster.getKey(),
                        () -> assertTimeoutPreemptively(
                                BOUND, () -> Fixtures.read(monster.getKey(), monster.getValue()))));
    }

    private static byte[] odt(String content) {
        try {
            return OfficeFixtures.zip(
                    "application/vnd.oasis.opendocument.text",
                    Map.of("content.xml", "<d xmlns:text='t' xmlns:table='b'>" + content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
