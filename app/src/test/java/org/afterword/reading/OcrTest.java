package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in pictures, from the locked child to Tesseract and back. */
class OcrTest {
    private static ChildReader reader;

    static void needTesseract() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract"))),
                "Tesseract is not installed");
    }

    @BeforeAll
    static void start() {
        reader = new ChildReader();
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    private static String message(Found found) {
        return found.warnings().getFirst().message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void screenshots(String format) throws IOException {
        needTesseract();
        byte[] bytes = PdfFixtures.picture(PdfFixtures.drawn(PdfFixtures.SCANNED, 1000, 300), format);
        Found found = PdfReaderTest.read(reader, "screen." + format, bytes);
        Account account = Fixtures.only(found);
        assertEquals("picture", account.format());
        assertEquals(String.join("\n", PdfFixtures.SCANNED), account.text());
        assertEquals(3, account.anchors().size());
        Anchor first = account.anchors().getFirst();
        assertTrue(first.selector().matches("page=1&xywh=(?:7|8)\\d,(?:5|6|7)\\d,\\d{3},\\d\\d"), first.selector());
        assertEquals(Optional.of(new Balance("pictures", 1, 1, Map.of())), found.balance());
        assertTrue(message(found).startsWith("read from pictures by a machine, which makes mistakes"));
    }

    @Test
    void webp() {
        // one green pixel, lossless
        byte[] bytes = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        Found found = PdfReaderTest.read(reader, "pixel.webp", bytes);
        assertEquals("a picture in which no text was seen", message(found));
        assertEquals(Optional.of(new Balance("pictures", 1, 0, Map.of("without text", 1L))), found.balance());
    }

    @Test
    void aPictureTooLargeIsKnownByItsFirstBytes() throws IOException {
        byte[] png = PdfFixtures.picture(PdfFixtures.drawn(List.of(), 10, 10), "png");
        // width and height stand at byte 16; the checksum of that chunk follows them
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 50_000).putInt(20, 50_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        Found found = PdfReaderTest.read(reader, "huge.png", png);
        assertEquals("a picture of 50000 × 50000 pixels, which is too large to be shown; it is safe", message(found));
    }

    @Test
    void languages() {
        assertEquals(List.of("eng", "deu"), OcrLanguages.chosen("eng+deu").codes());
        assertEquals(
                List.of("eng", "deu", "fra"),
                OcrLanguages.usual(Set.of("fr", "de", "en")).codes());
        for (String wrong : List.of("", "eng deu", "eng+", "--psm", "../x", "eng;true")) {
            assertThrows(IllegalArgumentException.class, () -> OcrLanguages.chosen(wrong), wrong);
        }
    }

    @Test
    void aLanguageThatIsMissingIsSaid() throws IOException {
        needTesseract();
        byte[] bytes = PdfFixtures.picture(PdfFixtures.drawn(PdfFixtures.SCANNED, 1000, 300), "png");
        try (var two = new ChildReader(OcrLanguages.chosen("eng+xyz"))) {
            Found found = PdfReaderTest.read(two, "x.png", bytes);
            assertEquals(1, found.accounts().size());
            assertEquals("Tesseract has no data for xyz (on Debian: apt install tesseract-ocr-xyz)", message(found));
        }
    }

    @Test
    void recognisingIsNotTheReadersTime() throws IOException {
        byte[] bytes = PdfFixtures.picture(PdfFixtures.drawn(PdfFixtures.SCANNED, 1000, 300), "png");
        Recogniser slow = png -> {
            try {
                Thread.sleep(4_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Recogniser.Recognised("5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t95.5\tslow\n", "");
        };
        try (var patient = new ChildReader(ReadingChild.class.getName(), Duration.ofSeconds(3), slow)) {
            assertEquals(
                    "slow",
                    Fixtures.only(PdfReaderTest.read(patient, "x.png", bytes)).text());
        }
    }

    @Test
    void whenAPhotographWasTakenIsItsDateAndNothingElseIsTold() {
        byte[] exif = exif();
        Exif read = Exif.of(exif);
        assertEquals(
                "2019-05-04T10:11:12",
                read.taken().orElseThrow().earliest().orElseThrow().toString());
        assertEquals("taken at 2019:05:04 10:11:12", read.taken().orElseThrow().written());
        assertEquals(Optional.of(1), read.quarters());
        for (int length = 0; length < exif.length; length++) {
            Exif.of(Arrays.copyOf(exif, length));
        }
    }

    /** A TIFF with an orientation and a moment. */
    static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(80);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(40);
        tiff.position(40);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(58);
        tiff.position(58);
        tiff.put("2019:05:04 10:11:12\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        return tiff.array();
    }

    @Test
    void whatWasJustRecognisedIsNotRecognisedAgain(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this machine has no /bin/sh");
        Path program = Files.writeString(folder.resolve("tesseract"), """
                #!/bin/sh
                case $1 in
                    --list-langs) echo 'Languages:'; echo eng ;;
                    *) cat; echo; date +%s%N ;;
                esac
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var tesseract = new Tesseract(OcrLanguages.usual(Set.of()), folder.toString());
        Recogniser.Recognised first = tesseract.recognise(new byte[] {'a'});
        assertTrue(first.table().startsWith("a\n"), first.problem());
        assertTrue(tesseract.recognise(new byte[] {'b'}).table().startsWith("b\n"));
        assertEquals(first, tesseract.recognise(new byte[] {'a'}), "the time of the first start");
        var another = new Tesseract(OcrLanguages.usual(Set.of()), folder.toString());
        assertNotEquals(first, another.recognise(new byte[] {'a'}), "it says when it was started");
    }
}
