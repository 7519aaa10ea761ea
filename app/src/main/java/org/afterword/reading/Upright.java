package org.afterword.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.afterword.model.Box;

/**
 * A picture that may be shown to others, in the locked child: as its colours alone, turned as the camera was held, on
 * white where it lets something through. What else the file holds does not come along.
 */
final class Upright {
    private static final int FINE = 600_000;

    private final BufferedImage image;
    private final int step;

    private Upright(BufferedImage image, int step) {
        this.image = image;
        this.step = step;
    }

    /**
     * @throws Picture.Unshown if it cannot be unpacked, or is several
     */
    static Upright of(Source source) throws IOException {
        Exif exif = Exif.of(source.head());
        try (Picture picture = Picture.open(source)) {
            int count = picture.count();
            if (count > 1) {
                throw new Picture.Unshown("a file of " + count + " pictures, of which none is shown");
            }
            Picture.Shown shown = picture.show(0);
            return new Upright(turned(shown.image(), exif.quarters().orElse(0)), shown.pixels());
        }
    }

    /**
     * One of several, for whoever works with the case.
     *
     * @param number from 1
     * @throws Picture.Unshown if there is none of that number, or it cannot be drawn
     */
    static Upright page(Source source, int number) throws IOException {
        if (PdfReader.is(source)) {
            return new Upright(PdfReader.drawn(source, number), 1);
        }
        try (Picture picture = Picture.open(source)) {
            if (number > picture.count()) {
                throw new Picture.Unshown("a file without a page " + number);
            }
            Picture.Shown shown = picture.show(number - 1);
            return new Upright(turned(shown.image(), 0), shown.pixels());
        }
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        boolean sideways = quarters % 2 == 1;
        int width = sideways ? image.getHeight() : image.getWidth();
        int height = sideways ? image.getWidth() : image.getHeight();
        BufferedImage upright = white(width, height);
        var turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return upright;
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Every word that can be read, however unsure. */
    PictureWords words(Recogniser recogniser) throws IOException {
        int larger = Sight.enlargement(image);
        BufferedImage grey = Sight.grey(image, larger);
        List<PictureWords.Word> plain = words(grey, larger, recogniser);
        BufferedImage clear = larger == 1 || fine() ? grey : Sight.grey(image, 1);
        Faint.clear(clear);
        return new PictureWords(
                image.getWidth() * step,
                image.getHeight() * step,
                plain,
                words(clear, clear.getWidth() / image.getWidth(), recogniser));
    }

    /** Small enough for its pale letters to be enlarged as well; it takes long where there is much. */
    private boolean fine() {
        return (long) image.getWidth() * image.getHeight() < FINE;
    }

    private List<PictureWords.Word> words(BufferedImage grey, int larger, Recogniser recogniser) throws IOException {
        if (Sight.tiny(image)) {
            return List.of();
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(grey, "png", png);
        if (png.size() > Recogniser.LARGEST) {
            throw new Picture.Unshown("a picture that is too large for its text to be recognised");
        }
        Recogniser.Recognised recognised = recogniser.recognise(png.toByteArray());
        if (recognised.table().isEmpty()) {
            throw new Picture.Unshown(recognised.problem());
        }
        var words = new ArrayList<PictureWords.Word>();
        for (TesseractTable.Word word : TesseractTable.of(recognised.table()).seen()) {
            var box = new Box(word.left(), word.top(), Math.max(1, word.width()), Math.max(1, word.height()));
            words.add(new PictureWords.Word(word.text(), box.scaled((double) step / larger), word.sure(), word.line()));
        }
        return words;
    }

    /**
     * The picture as pixels alone, after the boxes were painted, so that nothing of what they cover is left in what
     * stands beside them when it is made smaller.
     *
     * @param longest of both sides, in pixels; a larger picture is made smaller
     */
    Pixels covered(List<Box> boxes, int longest) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        for (Box box : boxes) {
            Box here = box.scaled(1.0 / step);
            graphics.fillRect(here.x(), here.y(), here.width(), here.height());
        }
        graphics.dispose();
        BufferedImage small = smaller(image, longest);
        int[] colours = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            rgb[3 * i] = (byte) (colours[i] >> 16);
            rgb[3 * i + 1] = (byte) (colours[i] >> 8);
            rgb[3 * i + 2] = (byte) colours[i];
        }
        return new Pixels(
                small.getWidth(),
                small.getHeight(),
                rgb,
                new Box(0, 0, image.getWidth() * step, image.getHeight() * step));
    }

    /** By halves, as long as it is more than twice as large: so every pixel has its part in what is left. */
    private static BufferedImage smaller(BufferedImage image, int longest) {
        BufferedImage now = image;
        double by = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * by));
        int height = Math.max(1, (int) Math.round(image.getHeight() * by));
        while (now.getWidth() != width || now.getHeight() != height) {
            int nextWidth = Math.max(width, (now.getWidth() + 1) / 2);
            int nextHeight = Math.max(height, (now.getHeight() + 1) / 2);
            BufferedImage next = white(nextWidth, nextHeight);
            Graphics2D graphics = next.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(now, 0, 0, nextWidth, nextHeight, null);
            graphics.dispose();
            now = next;
        }
        return now;
    }
}
