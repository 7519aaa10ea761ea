package org.afterword.model;

import java.math.BigDecimal;

/**
 * Where in the exhibit a stretch of an account's text stands: from {@code at} up to the next anchor.
 *
 * @param at where the stretch begins in the account's text (UTF-16 code units)
 * @param selector a fragment as in the W3C's "Selectors and States": {@code bytes=120-480} (from, to, not including;
 *     of the exhibit's bytes), {@code page=3} (from 1), {@code page=3&xywh=10,20,300,40} (from the upper left corner:
 *     of a picture in its pixels, of a PDF page in points of 1/72 inch), {@code message=ID} (the id that the source
 *     gives it), {@code t=12.5,14} (seconds from the beginning of a recording, as in the W3C's "Media Fragments")
 */
public record Anchor(int at, String selector) {
    public static Anchor bytes(int at, long from, long to) {
        return new Anchor(at, "bytes=" + from + "-" + to);
    }

    public static Anchor page(int at, int page) {
        return new Anchor(at, "page=" + page);
    }

    public static Anchor box(int at, int page, int x, int y, int width, int height) {
        return new Anchor(at, "page=" + page + "&xywh=" + x + "," + y + "," + width + "," + height);
    }

    /**
     * @param from in milliseconds
     * @param to in milliseconds
     */
    public static Anchor time(int at, long from, long to) {
        return new Anchor(at, "t=" + seconds(from) + "," + seconds(to));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    public static Anchor message(int at, String id) {
        return new Anchor(at, "message=" + id);
    }
}
