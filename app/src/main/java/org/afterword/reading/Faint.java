package org.afterword.reading;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Makes small differences of brightness large, each against what is around it: pale letters on pale ground become black,
 * also beside strong ones, which are left out, since they can be read without this.
 */
final class Faint {
    /** Half the side of what counts as around, in pixels: more than a letter is high. */
    private static final int REACH = 40;

    /** What differs by more is strong. */
    private static final int STRONG = 110;

    /** How far the edges of strong letters reach, in pixels. */
    private static final int EDGE = 3;

    private static final int TIMES = 6;
    private static final int GROUND = 200;

    private Faint() {}

    /** Brightness, row by row; some pixels are left out. */
    private static final class Plane {
        private final byte[] values;
        private final boolean[] left;
        private final int width;
        private final int height;

        Plane(byte[] values, boolean[] left, int width, int height) {
            this.values = values;
            this.left = left;
            this.width = width;
            this.height = height;
        }

        /** The mean along the rows, with rows and columns changed: twice that is about the mean of a square. */
        Plane means() {
            byte[] means = new byte[values.length];
            boolean[] none = new boolean[values.length];
            for (int y = 0; y < height; y++) {
                int from = y * width;
                int sum = 0;
                int count = 0;
                for (int x = -REACH; x < width; x++) {
                    int in = x + REACH;
                    if (in < width && !left[from + in]) {
                        sum += values[from + in] & 0xff;
                        count++;
                    }
                    int out = x - REACH - 1;
                    if (out >= 0 && !left[from + out]) {
                        sum -= values[from + out] & 0xff;
                        count--;
                    }
                    if (x >= 0) {
                        means[x * height + y] = (byte) (count == 0 ? 0 : sum / count);
                        none[x * height + y] = count == 0;
                    }
                }
            }
            return new Plane(means, none, /* width= */ height, /* height= */ width);
        }

        /** The same with what stands beside something that is left out along a row left out too; rows are columns. */
        boolean[] wider() {
            boolean[] wider = new boolean[left.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (left[y * width + x]) {
                        for (int at = Math.max(0, x - EDGE); at <= Math.min(width - 1, x + EDGE); at++) {
                            wider[at * height + y] = true;
                        }
                    }
                }
            }
            return wider;
        }
    }

    /**
     * @param grey changed in place
     */
    static void clear(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        boolean[] strong = new boolean[pixels.length];
        byte[] around = new Plane(pixels, strong, width, height).means().means().values;
        for (int i = 0; i < pixels.length; i++) {
            strong[i] = Math.abs((pixels[i] & 0xff) - (around[i] & 0xff)) > STRONG;
        }
        boolean[] across = new Plane(pixels, strong, width, height).wider();
        boolean[] edges = new Plane(pixels, across, /* width= */ height, /* height= */ width).wider();
        Plane ground = new Plane(pixels, edges, width, height).means().means();
        byte[] clear = new byte[pixels.length];
        Arrays.fill(clear, (byte) GROUND);
        for (int i = 0; i < pixels.length; i++) {
            if (!edges[i] && !ground.left[i]) {
                // letters may be darker or lighter than their ground
                int difference = Math.abs((pixels[i] & 0xff) - (ground.values[i] & 0xff));
                clear[i] = (byte) Math.max(0, GROUND - TIMES * difference);
            }
        }
        System.arraycopy(clear, 0, pixels, 0, clear.length);
    }
}
