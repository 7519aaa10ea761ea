package org.afterword.model;

/**
 * Where in the exhibit a stretch of an account's text stands: from {@code at} up to the next anchor.
 *
 * @param at where the stretch begins in the account's text (UTF-16 code units)
 * @param selector a fragment as in the W3C's "Selectors and States": {@code bytes=120-480} (from, to, not including;
 *     of the exhibit's bytes), {@code page=3}, {@code page=3&xywh=10,20,300,40} (pixels), {@code message=ID} (the id
 *     that the source gives it)
 */
public record Anchor(int at, String selector) {
    public static Anchor bytes(int at, long from, long to) {
        return new Anchor(at, "bytes=" + from + "-" + to);
    }

    public static Anchor page(int at, int page) {
        return new Anchor(at, "page=" + page);
    }

    public static Anchor message(int at, String id) {
        return new Anchor(at, "message=" + id);
    }
}
