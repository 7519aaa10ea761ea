package org.afterword.reading;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Box;

/**
 * A picture and nothing besides: three bytes for each pixel (red, green, blue), row by row. Not copied, so whoever made
 * it lets go of it.
 *
 * <p>It may have been made smaller; then it still says how large it was.
 */
public final class Pixels {
    /** In an inch of a PDF's page that is drawn; fewer where the page is as large as a wall. */
    public static final int DOTS = 130;

    private static final int HEAD = 16;

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final Box came;

    /**
     * @param rgb {@code 3 * width * height} bytes
     * @param came the whole picture, as large as it was
     */
    Pixels(int width, int height, byte[] rgb, Box came) {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("a picture has three bytes for each pixel");
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.came = came;
    }

    /** The whole picture before it was made smaller, if it was. */
    public Box came() {
        return came;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** One row, from 0: three bytes for each pixel. */
    public byte[] row(int y) {
        byte[] row = new byte[3 * width];
        System.arraycopy(rgb, 3 * width * y, row, 0, row.length);
        return row;
    }

    /** Paints the boxes, as far as they lie in the picture, in one colour. */
    public void paint(List<Box> boxes, int red, int green, int blue) {
        for (Box box : boxes) {
            for (int y = box.y(); y < Math.min(height, box.bottom()); y++) {
                for (int x = box.x(); x < Math.min(width, box.right()); x++) {
                    int at = 3 * (y * width + x);
                    rgb[at] = (byte) red;
                    rgb[at + 1] = (byte) green;
                    rgb[at + 2] = (byte) blue;
                }
            }
        }
    }

    /** Width and height in four bytes each, the same as it came, then the pixels. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + rgb.length)
                .putInt(width)
                .putInt(height)
                .putInt(came.width())
                .putInt(came.height())
                .put(rgb)
                .array();
    }

    /**
     * Empty if it cannot be one.
     *
     * @param longest of both sides
     */
    static Optional<Pixels> of(byte[] bytes, int longest) {
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer all = ByteBuffer.wrap(bytes);
        int width = all.getInt();
        int height = all.getInt();
        int cameWide = all.getInt();
        int cameHigh = all.getInt();
        boolean fits = width > 0
                && height > 0
                && cameWide >= width
                && cameHigh >= height
                && width <= longest
                && height <= longest
                && all.remaining() == 3L * width * height;
        if (!fits) {
            return Optional.empty();
        }
        byte[] rgb = new byte[all.remaining()];
        all.get(rgb);
        return Optional.of(new Pixels(width, height, rgb, new Box(0, 0, cameWide, cameHigh)));
    }
}
