package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.protection.RedactedPicture.Why;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Origin;
import org.afterword.reading.PictureWords;
import org.afterword.reading.UnshownPicture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Covered pictures, looked at with Tesseract again, and as bytes. */
class PictureProtectionTest {
    private static ChildReader child;

    private final ListContents contents = ListContents.empty();
    private final Account account = contents.account(String.join("\n", PictureFixtures.SAID));
    private final Identity orla = contents.person("Orla Finch");
    private final Identity wren = contents.person("Wren Tarbuck");

    PictureProtectionTest() {
        contents.mention(orla, account, "Orla Finch");
        contents.mention(wren, account, "Wren Tarbuck");
        contents.decide(orla, "pseudonym=Robin");
    }

    @BeforeAll
    static void start() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract"))),
                "Tesseract is not installed");
        child = new ChildReader();
    }

    @AfterAll
    static void end() {
        if (child != null) {
            child.close();
        }
    }

    private RedactedPicture covered(byte[] file, Box... byHand) throws IOException {
        return new PictureProtection(Fixture.protection(contents), child)
                .cover(account, Origin.of(file), List.of(byHand), Optional.empty());
    }

    private static String read(byte[] picture) throws IOException {
        PictureWords words = child.words(Origin.of(picture));
        return Stream.concat(words.words().stream(), words.faint().stream())
                .map(PictureWords.Word::text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static void hidesNames(String text) {
        for (String name : List.of("orla", "finch", "wren", "tarbuck")) {
            assertFalse(text.contains(name), () -> name + " can be read in: " + text);
        }
    }

    private static BufferedImage image(RedactedPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.png()));
    }

    private static void isBlackWhereItIsCovered(RedactedPicture picture) throws IOException {
        BufferedImage image = image(picture);
        assertEquals(List.of(picture.width(), picture.height()), List.of(image.getWidth(), image.getHeight()));
        for (Box box : picture.painted()) {
            for (int y = box.y(); y < Math.min(image.getHeight(), box.bottom()); y++) {
                for (int x = box.x(); x < Math.min(image.getWidth(), box.right()); x++) {
                    assertEquals(0xff000000, image.getRGB(x, y), "at " + x + "," + y + " of " + box);
                }
            }
        }
    }

    private static List<String> chunks(byte[] png) {
        var chunks = new ArrayList<String>();
        ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            chunks.add(new String(type, StandardCharsets.US_ASCII));
            bytes.position(bytes.position() + length + 4);
        }
        return chunks;
    }

    @ParameterizedTest
    @CsvSource({
        "DejaVu Sans, 16, 202020, f4f4f4",
        "DejaVu Sans Mono, 24, e8e8e8, 101820",
    })
    void noHiddenNameCanBeReadAfterwards(String font, int size, String ink, String ground) throws IOException {
        BufferedImage picture = PictureFixtures.drawn(
                PictureFixtures.SAID,
                font,
                size,
                new Color(Integer.parseInt(ink, 16)),
                new Color(Integer.parseInt(ground, 16)));
        byte[] before = PictureFixtures.png(picture);
        RedactedPicture after = covered(before);
        String text = read(after.png());
        hidesNames(text);
        assertTrue(text.contains("money"), () -> "the rest stays: " + text);
        assertTrue(after.count(Why.NAME) >= 3, () -> "the names could be read before");
        isBlackWhereItIsCovered(after);
        assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(after.png()));
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        byte[] png = PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID));
        assertArrayEquals(covered(png).png(), covered(png).png());
    }

    @Test
    void aNameThatIsKeptStays() throws IOException {
        contents.keep(wren, "historical-figure");
        String text = read(covered(PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID)))
                .png());
        assertTrue(text.contains("wren tarbuck"), text);
        assertFalse(text.contains("finch"), text);
    }

    @Test
    void aPhotographIsTurnedFirstAndLosesWhatTheCameraNoted() throws IOException {
        byte[] jpeg = PictureFixtures.sideways(PictureFixtures.plain(PictureFixtures.SAID), "Orla Finch");
        RedactedPicture after = covered(jpeg);
        assertTrue(after.width() > after.height(), "it stands upright");
        String text = read(after.png());
        hidesNames(text);
        assertTrue(text.contains("money"), text);
        assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(after.png()));
        assertFalse(new String(after.png(), StandardCharsets.ISO_8859_1).contains("Finch"));
    }

    @Test
    void textInTheFileIsGone() throws IOException {
        byte[] png = PictureFixtures.signed(PictureFixtures.plain(PictureFixtures.SAID), "made by Wren Tarbuck");
        assertTrue(new String(png, StandardCharsets.ISO_8859_1).contains("Wren Tarbuck"));
        RedactedPicture after = covered(png);
        assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(after.png()));
        assertFalse(new String(after.png(), StandardCharsets.ISO_8859_1).contains("Tarbuck"));
    }

    @Test
    void coloursUnderWhatLetsAllThroughAreGone() throws IOException {
        BufferedImage picture =
                PictureFixtures.overSecret(List.of("Nothing to see here, only money"), List.of("it was Wren Tarbuck"));
        RedactedPicture after = covered(PictureFixtures.png(picture));
        BufferedImage image = image(after);
        assertFalse(image.getColorModel().hasAlpha());
        for (int y = image.getHeight() / 2 + 2; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                assertEquals(0xffffffff, image.getRGB(x, y));
            }
        }
    }

    @Test
    void boxesByHandHold() throws IOException {
        byte[] png = PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID));
        Box box = new Box(500, 70, 200, 60);
        RedactedPicture after = covered(png, box);
        assertEquals(1, after.count(Why.BY_HAND));
        isBlackWhereItIsCovered(after);
        assertEquals(0xff000000, image(after).getRGB(600, 100));
        assertNotEquals(covered(png).seen(), after.seen());
        var outside = assertThrows(IllegalArgumentException.class, () -> covered(png, new Box(9000, 10, 10, 10)));
        assertTrue(String.valueOf(outside.getMessage()).contains("728 pixels wide"), outside::getMessage);
    }

    @Test
    void aLargePictureIsMadeSmallerAfterItIsCovered() throws IOException {
        BufferedImage large =
                PictureFixtures.drawn(PictureFixtures.SAID, Font.SANS_SERIF, 70, Color.BLACK, Color.WHITE);
        RedactedPicture after = covered(PictureFixtures.png(large), new Box(0, 0, 151, 61));
        assertEquals(PictureProtection.LONGEST, Math.max(after.width(), after.height()));
        isBlackWhereItIsCovered(after);
        hidesNames(read(after.png()));
    }

    @Test
    void whatTheMachineMisreadsIsCovered() throws IOException {
        // as a machine takes one letter for another; a number that stands in no text; a mail address
        byte[] png = PictureFixtures.png(PictureFixtures.plain(List.of(
                "then Tarbock came in again",
                "call 07700 900 123 or else",
                "write to hello@kestrel.example",
                "on 12/03/2019 at 10:15")));
        RedactedPicture after = covered(png);
        String text = read(after.png());
        for (String gone : List.of("tarbock", "07700", "kestrel", "hello@")) {
            assertFalse(text.contains(gone), text);
        }
        assertTrue(text.contains("came in again") && text.contains("2019"), text);
    }

    /** Tesseract by itself does not see them beside black words, but a reader who makes them darker does. */
    @Test
    void namesInPaleGreyAreCovered() throws IOException {
        contents.person("Quill Sandrow");
        byte[] png = PictureFixtures.png(
                PictureFixtures.pale(PictureFixtures.SAID, List.of("Quill Sandrow", "", "", "", "", "Hazel Pym")));
        assertTrue(read(png).contains("sandrow"), () -> "the test's picture can be read");
        RedactedPicture after = covered(png);
        String text = read(after.png());
        for (String name : List.of("quill", "sandrow", "hazel", "pym")) {
            assertFalse(text.contains(name), text);
        }
        isBlackWhereItIsCovered(after);
    }

    @Test
    void aNameAcrossTheEndOfALineIsCovered() throws IOException {
        byte[] png = PictureFixtures.png(PictureFixtures.plain(
                List.of("and then it was Orla", "Finch who said so to Wren Tar-", "buck again, and again")));
        String text = read(covered(png).png());
        hidesNames(text);
        assertFalse(text.contains("buck"), text);
        assertTrue(text.contains("said so"), text);
    }

    @Test
    void whatCannotBeLookedAtIsNotShown() throws IOException {
        byte[] png = PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID));
        byte[] broken = Arrays.copyOf(png, 60);
        assertThrows(UnshownPicture.class, () -> covered(broken));
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        var sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        var huge = assertThrows(UnshownPicture.class, () -> covered(png));
        assertEquals("a picture of 50000 × 50000 pixels, which is too large to be shown", huge.getMessage());
        assertThrows(UnshownPicture.class, () -> covered("no picture".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theScanReadsFinishedBytes() throws IOException {
        var pictures = new PictureProtection(Fixture.protection(contents), child);
        byte[] png = PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID));
        var bare = pictures.look("picture-01.png", png);
        assertEquals(
                Set.of(orla.id(), wren.id()),
                bare.leaks().stream().map(Leak::cluster).collect(Collectors.toSet()));
        assertTrue(bare.text().contains("bring the money"));
        assertEquals(
                List.of(), pictures.look("picture-01.png", covered(png).png()).leaks());
    }

    @Test
    void aPersonsWordsForItAreProtected() throws IOException {
        contents.name(IdentityKind.PLACE, "Quillwater");
        byte[] png = PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID));
        RedactedPicture after = new PictureProtection(Fixture.protection(contents), child)
                .cover(account, Origin.of(png), List.of(), Optional.of("A message of Orla Finch in Quillwater"));
        assertEquals("A message of Robin in [place not decided]", after.words().text());
    }
}
