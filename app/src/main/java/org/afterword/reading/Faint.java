package org.afterword.reading;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Makes small differences of brightness large, each against what is around it: pale letters on pale ground are black. */
final class Faint {
    /** Half the side of what counts as around, in pixels: more than a letter is high. */
    private static final int REACH = 40;

    private static final int TIMES = 6;
    private static final int GROUND = 200;

    private Faint() {}

    /**
     * @param grey changed in place
     */
    static void clear(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        byte[] mean = across(across(pixels, width, height), height, width);
        for (int i = 0; i < pixels.length; i++) {
            int difference = (pixels[i] & 0xff) - (mean[i] & 0xff);
            // letters may be darker or lighter than their ground
            pixels[i] = (byte) Math.max(0, GROUND - TIMES * Math.abs(difference));
        }
    }

    /** The mean along the rows, with rows and columns changed; twice that is the mean of a square. */
    private static byte[] across(byte[] pixels, int width, int height) {
        byte[] mean = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            int from = y * width;
            int sum = 0;
            int count = 0;
            for (int x = -REACH; x < width; x++) {
                if (x + REACH < width) {
                    sum += pixels[from + x + REACH] & 0xff;
                    count++;
                }
                if (x - REACH - 1 >= 0) {
                    sum -= pixels[from + x - REACH - 1] & 0xff;
                    count--;
                }
                if (x >= 0) {
                    mean[x * height + y] = (byte) (sum / count);
                }
            }
        }
        return mean;
    }
}
