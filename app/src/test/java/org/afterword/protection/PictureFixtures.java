package org.afterword.protection;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as people take them of what was written to them, of fictional people. */
public final class PictureFixtures {
    public static final List<String> SAID = List.of(
            "Orla Finch wrote on Friday",
            "that we have to bring the money,",
            "and Wren Tarbuck said nothing.",
            "Mrs Finch will keep the list.");

    private PictureFixtures() {}

    public static BufferedImage drawn(List<String> lines, String font, int size, Color ink, Color ground) {
        var image = new BufferedImage(26 * size, size * (2 * lines.size() + 2), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        write(graphics, lines, font, size, ink);
        graphics.dispose();
        return image;
    }

    private static void write(Graphics2D graphics, List<String> lines, String font, int size, Color ink) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(ink);
        graphics.setFont(new Font(font, Font.PLAIN, size));
        int y = 2 * size;
        for (String line : lines) {
            graphics.drawString(line, size, y);
            y += 2 * size;
        }
    }

    /** Names in pale grey beside black words, as chats write them. */
    static BufferedImage pale(List<String> black, List<String> pale) {
        BufferedImage image = plain(List.of("", "", "", ""));
        Graphics2D graphics = image.createGraphics();
        write(graphics, black, Font.SERIF, 28, Color.BLACK);
        graphics.translate(440, 20);
        write(graphics, pale, Font.SANS_SERIF, 18, new Color(0xb8b8b8));
        graphics.dispose();
        return image;
    }

    public static BufferedImage plain(List<String> lines) {
        return drawn(lines, Font.SERIF, 28, Color.BLACK, Color.WHITE);
    }

    public static byte[] png(BufferedImage image) throws IOException {
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    /** A PNG that says in its text chunks who made it. */
    static byte[] signed(BufferedImage image, String words) throws IOException {
        byte[] png = png(image);
        byte[] data = ("tEXtAuthor\0" + words).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(data);
        var out = new ByteArrayOutputStream();
        int header = 8 + 25;
        out.write(png, 0, header);
        out.writeBytes(ByteBuffer.allocate(8 + data.length)
                .putInt(data.length - 4)
                .put(data)
                .putInt((int) sum.getValue())
                .array());
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    /** A photograph of the picture, taken with the camera on its side, which notes so, and who owns it. */
    public static byte[] sideways(BufferedImage upright, String owner) throws IOException {
        var lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        var turn = new AffineTransform();
        turn.translate(0, upright.getWidth());
        turn.quadrantRotate(-1);
        graphics.drawImage(upright, turn, null);
        graphics.dispose();
        byte[] jpeg = written(lying, "jpg");
        byte[] exif = exif(owner);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(ByteBuffer.allocate(10 + exif.length)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif)
                .array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] exif(String owner) {
        byte[] words = (owner + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(38 + words.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x013b).putShort((short) 2).putInt(words.length).putInt(38);
        tiff.putInt(0);
        tiff.put(words);
        return tiff.array();
    }

    /** What can be seen; and other words in colours that nothing shows, because they let all through. */
    static BufferedImage overSecret(List<String> seen, List<String> secret) {
        BufferedImage below = plain(secret);
        BufferedImage above = plain(seen);
        int width = Math.max(below.getWidth(), above.getWidth());
        int height = above.getHeight() + below.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                BufferedImage from = y < above.getHeight() ? above : below;
                int row = y < above.getHeight() ? y : y - above.getHeight();
                int colour = x < from.getWidth() ? from.getRGB(x, row) & 0xffffff : 0xffffff;
                image.setRGB(x, y, colour | (y < above.getHeight() ? 0xff000000 : 0));
            }
        }
        return image;
    }
}
