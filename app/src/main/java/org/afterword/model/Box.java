package org.afterword.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle in a picture, in pixels from its upper left corner; the text form is {@code x,y,width,height}.
 *
 * @param x from 0
 * @param y from 0
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {
    /** No side of a picture is as long. */
    private static final int FARTHEST = 1 << 20;

    private static final Pattern FORM = Pattern.compile("(\\d{1,7}),(\\d{1,7}),(\\d{1,7}),(\\d{1,7})");

    public Box {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x > FARTHEST || y > FARTHEST) {
            throw new IllegalArgumentException("a box lies in the picture, and is at least one pixel wide and high");
        }
        width = Math.min(width, 2 * FARTHEST);
        height = Math.min(height, 2 * FARTHEST);
    }

    /**
     * @throws IllegalArgumentException with a sentence, if it is no box
     */
    public static Box parse(String text) {
        Matcher box = FORM.matcher(text.strip().replaceAll("\\s*,\\s*", ","));
        if (!box.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no box; write how far from the left, how far from the top, how wide and how high it is,"
                    + " in pixels: 120,40,300,60");
        }
        return new Box(
                Integer.parseInt(box.group(1)),
                Integer.parseInt(box.group(2)),
                Integer.parseInt(box.group(3)),
                Integer.parseInt(box.group(4)));
    }

    /** The first column that is not in it any more. */
    public int right() {
        return x + width;
    }

    /** The first row that is not in it any more. */
    public int bottom() {
        return y + height;
    }

    public boolean contains(Box other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }

    /** The smallest box with both in it. */
    public Box with(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The same with so many pixels more on each side, as far as there is room to the left and above. */
    public Box grown(int by) {
        int left = Math.max(0, x - by);
        int top = Math.max(0, y - by);
        return new Box(left, top, right() + by - left, bottom() + by - top);
    }

    /** Where it lies in the same picture of another size; never smaller than it would be. */
    public Box scaled(double by) {
        int left = (int) Math.floor(x * by);
        int top = (int) Math.floor(y * by);
        return new Box(
                left,
                top,
                Math.max(1, (int) Math.ceil(right() * by) - left),
                Math.max(1, (int) Math.ceil(bottom() * by) - top));
    }

    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}
