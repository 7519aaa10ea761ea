package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.afterword.model.Metadatum;
import org.afterword.reading.CleanPicture.NotCleaned;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Copies without what a file says of itself. */
class CleanedTest {
    private static final String PLANTED = "planted";

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(70, 50, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int x = 0; x < 70; x++) {
            for (int y = 0; y < 50; y++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] segment(int marker, byte[] inside) {
        return joined(
                new byte[] {(byte) 0xff, (byte) marker, (byte) ((inside.length + 2) >> 8), (byte) (inside.length + 2)},
                inside);
    }

    /** Orientation 6, a camera, an artist, and a place. */
    private static byte[] exif() {
        var tiff = ByteBuffer.allocate(400);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 4);
        tiff.putShort((short) 0x0110).putShort((short) 2).putInt(16).putInt(200);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x013b).putShort((short) 2).putInt(16).putInt(220);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(100);
        tiff.position(100).putShort((short) 4);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(240);
        tiff.putShort((short) 3).putShort((short) 2).putInt(2).put(new byte[] {'W', 0, 0, 0});
        tiff.putShort((short) 4).putShort((short) 5).putInt(3).putInt(264);
        tiff.position(200).put("planted-camera-1".getBytes(StandardCharsets.US_ASCII));
        tiff.position(220).put("planted-artist-1".getBytes(StandardCharsets.US_ASCII));
        tiff.position(240);
        for (int number : new int[] {50, 1, 30, 1, 0, 1, 8, 1, 15, 1, 0, 1}) {
            tiff.putInt(number);
        }
        return joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
    }

    private static byte[] photograph() throws IOException {
        byte[] plain = picture("jpg");
        byte[] said = PLANTED.repeat(20).getBytes(StandardCharsets.US_ASCII);
        return joined(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif()),
                segment(0xe2, said),
                segment(0xed, said),
                segment(0xfe, said),
                Arrays.copyOfRange(plain, 2, plain.length),
                said,
                plain);
    }

    private static byte[] chunk(String type, byte[] inside) {
        byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), inside);
        var check = new CRC32();
        check.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(inside.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] screenshot() throws IOException {
        byte[] plain = picture("png");
        byte[] said = "Author\0planted-author".getBytes(StandardCharsets.US_ASCII);
        return joined(
                Arrays.copyOf(plain, 33),
                chunk("tEXt", said),
                chunk("eXIf", Arrays.copyOfRange(exif(), 6, exif().length)),
                chunk("tIME", new byte[] {7, (byte) 0xe9, 1, 2, 3, 4, 5}),
                Arrays.copyOfRange(plain, 33, plain.length),
                said);
    }

    private static byte[] copied(byte[] from) throws IOException {
        var to = new ByteArrayOutputStream();
        CleanPicture.copy(new ByteArrayInputStream(from), to);
        return to.toByteArray();
    }

    private static boolean says(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(PLANTED);
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void picturesKeepTheirPixelsAndNothingElse() throws IOException {
        for (byte[] said : List.of(photograph(), screenshot())) {
            assertTrue(says(said));
            byte[] clean = copied(said);
            assertFalse(says(clean));
            assertArrayEquals(pixels(said), pixels(clean));
            assertArrayEquals(clean, copied(clean), "what is clean stays as it is");
        }
        assertEquals(Optional.of(1), Exif.of(copied(photograph())).quarters(), "it stands upright still");
        assertEquals(List.of(), Exif.of(copied(photograph())).besides());
    }

    @Test
    void brokenOnesAreRefused() throws IOException {
        for (byte[] whole : List.of(photograph(), screenshot())) {
            int clean = copied(whole).length;
            for (int length = 0; length < whole.length; length += length < 700 ? 1 : 97) {
                byte[] cut = Arrays.copyOf(whole, length);
                try {
                    assertFalse(says(copied(cut)), "cut at " + length);
                } catch (NotCleaned e) {
                    assertFalse(String.valueOf(e.getMessage()).contains(PLANTED));
                }
            }
            var random = new Random(11);
            for (int round = 0; round < 3_000; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i < 4; i++) {
                    changed[random.nextInt(Math.min(changed.length, 1_200))] = (byte) random.nextInt();
                }
                try {
                    assertTrue(copied(changed).length <= whole.length + 40);
                } catch (NotCleaned e) {
                    // said so
                }
            }
            assertTrue(clean > 1_000);
        }
        assertThrows(NotCleaned.class, () -> copied("GIF89a".getBytes(StandardCharsets.US_ASCII)));
        assertThrows(NotCleaned.class, () -> copied(new byte[0]));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            document.getDocumentInformation().setAuthor("planted author");
            document.getDocumentInformation().setCreationDate(Calendar.getInstance());
            document.getDocumentInformation().setProducer("planted program");
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(
                            document, new ByteArrayInputStream("<x>planted</x>".getBytes(StandardCharsets.US_ASCII))));
            var own = new COSDictionary();
            own.setString(COSName.getPDFName("Private"), "planted in the page");
            page.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), own);
            var note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            note.setTitlePopup("planted who noted");
            note.setContents("a note");
            page.setAnnotations(List.of(note));
            var photograph = JPEGFactory.createFromByteArray(document, photograph());
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 400);
                content.showText("They asked us for money.");
                content.endText();
                content.drawImage(photograph, 50, 50);
            }
            var out = new ByteArrayOutputStream();
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static Cleaned throughTheChild(byte[] bytes, ByteArrayOutputStream to) throws IOException {
        try (var child = new ChildReader()) {
            return child.cleaned(Origin.of(bytes), to);
        }
    }

    @Test
    void aPdfKeepsItsPagesAndNothingElse() throws IOException {
        byte[] said = pdf();
        assertTrue(says(said));
        var clean = new ByteArrayOutputStream();
        Cleaned cleaned = throughTheChild(said, clean);
        assertEquals(Optional.empty(), cleaned.not());
        assertTrue(cleaned.carried().contains(new Metadatum("pdf-author", "planted author")), cleaned.toString());
        assertFalse(says(clean.toByteArray()), new String(clean.toByteArray(), StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(clean.toByteArray())) {
            assertEquals(
                    "They asked us for money.",
                    new PDFTextStripper().getText(document).strip());
            assertEquals(
                    "a note", document.getPage(0).getAnnotations().getFirst().getContents());
        }
    }

    @Test
    void theChildCleansAndTellsWhatWasCarried() throws IOException {
        var clean = new ByteArrayOutputStream();
        Cleaned cleaned = throughTheChild(photograph(), clean);
        assertArrayEquals(copied(photograph()), clean.toByteArray());
        assertTrue(
                cleaned.carried()
                        .containsAll(List.of(
                                new Metadatum("camera", "planted-camera-1"),
                                new Metadatum("artist", "planted-artist-1"),
                                new Metadatum("coordinates", "50.50000, -8.25000"))),
                cleaned.toString());
        assertTrue(throughTheChild(screenshot(), new ByteArrayOutputStream())
                .carried()
                .contains(new Metadatum("png-Author", "planted-author")));
        for (String broken : List.of("%PDF-1.7 and no more", "hello", "")) {
            assertTrue(throughTheChild(broken.getBytes(StandardCharsets.UTF_8), new ByteArrayOutputStream())
                    .not()
                    .isPresent());
        }
    }
}
