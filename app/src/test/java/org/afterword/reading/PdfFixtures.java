package org.afterword.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;

/** PDFs and pictures of fictional people, made anew for each test. */
final class PdfFixtures {
    static final List<String> SCANNED = List.of(
            "We rowed across the fen on Sunday.",
            "Nobody asked me why I was late.",
            "They wanted forty pounds for the boat.");
    private static final float MARGIN = 72;

    private PdfFixtures() {}

    private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);

    static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** Three pages: a heading, a broken word, a compound, a sentence over two pages, running heads, page numbers. */
    static PDDocument threePages() throws IOException {
        var document = new PDDocument();
        page(
                document,
                1,
                List.of(
                        "#The lamp keepers",
                        "",
                        "I came to the lamp keepers in the spring, when a neigh-",
                        "bour took me along. It was a first-hand look at a circle that",
                        "kept to itself. They were kind to me, and I stayed for two",
                        "years. It was good at the time. Then came the first-",
                        "hand lessons.",
                        "",
                        "Short line.",
                        "Another short line.",
                        "",
                        "In the end I left because they wanted to read each of my"));
        page(document, 2, List.of("letters. I said no, and nobody spoke to me after that day.", "", "Wren Alder"));
        page(document, 3, List.of("#Afterwards", "", "My sister wrote to me in May. I have no proof of this."));
        document.getDocumentInformation().setTitle("Two years with the lamp keepers");
        document.getDocumentInformation().setAuthor("Wren Alder");
        Calendar made = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(1_589_200_000_000L);
        document.getDocumentInformation().setCreationDate(made);
        return document;
    }

    private static void page(PDDocument document, int number, List<String> lines) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            write(out, PLAIN, 9, MARGIN, 800, "The fen papers");
            float y = 740;
            for (String line : lines) {
                boolean heading = line.startsWith("#");
                write(out, heading ? BOLD : PLAIN, heading ? 18 : 12, MARGIN, y, heading ? line.substring(1) : line);
                y -= heading ? 22 : 14;
            }
            write(out, PLAIN, 9, 290, 40, "Page " + number + " of 3");
        }
    }

    private static void write(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    /** A page of text, a page that is a picture, and a page with nothing. */
    static PDDocument scanned() throws IOException {
        var document = new PDDocument();
        page(document, 1, List.of("This page was typed and needs no picture."));
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            out.drawImage(LosslessFactory.createFromImage(document, drawn(SCANNED, 1240, 600)), 0, 550, 595, 288);
        }
        document.addPage(new PDPage(PDRectangle.A4));
        return document;
    }

    /** Scripts, an address that is asked for on opening, and an attached file. */
    static PDDocument withScriptsAndAttachment(int port) throws IOException {
        var document = new PDDocument();
        page(document, 1, List.of("Nothing in here is run."));
        document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.launchURL('http://127.0.0.1:" + port + "/')"));
        var address = new PDActionURI();
        address.setURI("http://127.0.0.1:" + port + "/");
        document.getPage(0).getActions().setO(address);
        var attached = new PDComplexFileSpecification();
        attached.setFile("../letter.txt");
        attached.setFileUnicode("../letter.txt");
        byte[] letter = "Dear Wren, come back.\n".getBytes(StandardCharsets.UTF_8);
        attached.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(letter)));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("letter", attached));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        return document;
    }

    static byte[] locked() throws IOException {
        try (var document = threePages()) {
            var policy = new StandardProtectionPolicy("owner", "a secret", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return bytes(document);
        }
    }

    /** As a screenshot shows it. */
    static BufferedImage drawn(List<String> lines, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        int y = 100;
        for (String line : lines) {
            graphics.drawString(line, 80, y);
            y += 60;
        }
        graphics.dispose();
        return image;
    }

    static byte[] picture(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }
}
