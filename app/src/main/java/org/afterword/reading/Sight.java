package org.afterword.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.afterword.model.Anchor;
import org.afterword.model.Warning;

/** The text in pictures, as lines with boxes; what could not be seen is counted. */
final class Sight {
    private static final int SMALLEST = 24;
    private static final int FINE = 2_000_000;
    private static final int BLANK = 24;

    private final Recogniser recogniser;
    private String problem = "";
    private long words;
    private long unsure;

    Sight(Recogniser recogniser) {
        ImageIO.setUseCache(false);
        this.recogniser = recogniser;
    }

    /** What became of a picture. */
    enum Outcome {
        READ,
        /** Nothing is in it that could be text. */
        EMPTY,
        /** It was not possible to look. */
        UNSEEN
    }

    record Seen(Outcome outcome, List<Layout.Line> lines) {}

    /** What to know of all that was looked at. */
    List<Warning> warnings() {
        var warnings = new ArrayList<Warning>();
        if (!problem.isEmpty()) {
            warnings.add(new Warning("", problem));
        }
        if (words > 0) {
            warnings.add(new Warning(
                    "",
                    "read from pictures by a machine, which makes mistakes: " + unsure + " of " + words
                            + " words were hard to read"));
        }
        return warnings;
    }

    /**
     * @param page for the anchors, from 1
     * @param scale how many pixels of the picture are one unit of the anchors
     */
    Seen look(BufferedImage picture, int page, double scale) throws IOException {
        if (tiny(picture)) {
            return new Seen(Outcome.EMPTY, List.of());
        }
        int larger = enlargement(picture);
        BufferedImage grey = grey(picture, larger);
        if (blank(grey)) {
            return new Seen(Outcome.EMPTY, List.of());
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(grey, "png", png);
        if (png.size() > Recogniser.LARGEST) {
            problem = "a picture is too large to be recognised";
            return new Seen(Outcome.UNSEEN, List.of());
        }
        Recogniser.Recognised recognised = recogniser.recognise(png.toByteArray());
        problem = problem.isEmpty() ? recognised.problem() : problem;
        if (recognised.table().isEmpty()) {
            return new Seen(Outcome.UNSEEN, List.of());
        }
        TesseractTable table = TesseractTable.of(recognised.table());
        if (table.wild()) {
            return new Seen(Outcome.EMPTY, List.of());
        }
        words += table.words();
        unsure += table.unsure();
        return new Seen(Outcome.READ, lines(table, page, scale * larger));
    }

    private static List<Layout.Line> lines(TesseractTable table, int page, double scale) {
        var lines = new ArrayList<Layout.Line>();
        float gap = 0;
        for (TesseractTable.Line line : table.lines()) {
            int x = (int) (line.left() / scale);
            int y = (int) (line.top() / scale);
            int width = (int) Math.ceil((line.right() - line.left()) / scale);
            int height = (int) Math.ceil((line.bottom() - line.top()) / scale);
            gap += line.newParagraph() ? height * 2 : 0;
            lines.add(new Layout.Line(
                    line.text(),
                    x,
                    x + width,
                    y + height + gap,
                    // letters with and without ascenders make boxes of different heights
                    10,
                    false,
                    Optional.of(Anchor.box(0, page, x, y, width, height).selector())));
        }
        return lines;
    }

    /** Too small for any letters. */
    static boolean tiny(BufferedImage picture) {
        return picture.getWidth() < SMALLEST || picture.getHeight() < SMALLEST;
    }

    /** How many times as large it is best recognised. */
    static int enlargement(BufferedImage picture) {
        return (long) picture.getWidth() * picture.getHeight() < FINE ? 2 : 1;
    }

    static BufferedImage grey(BufferedImage picture, int larger) {
        int width = picture.getWidth() * larger;
        int height = picture.getHeight() * larger;
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        // what is transparent is white
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return grey;
    }

    /** All of it is about as light. */
    private static boolean blank(BufferedImage grey) {
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int darkest = 255;
        int lightest = 0;
        for (byte pixel : pixels) {
            darkest = Math.min(darkest, pixel & 0xff);
            lightest = Math.max(lightest, pixel & 0xff);
            if (lightest - darkest > BLANK) {
                return false;
            }
        }
        return true;
    }
}
