package org.afterword.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that every page refers to. */
public final class Assets {
    private Assets() {}

    /** The one stylesheet, as UTF-8. */
    public static byte[] stylesheet() {
        return resource("style.css");
    }

    /** The stylesheet of what is set as PDF. */
    public static String printed() {
        return new String(resource("print.css"), StandardCharsets.UTF_8);
    }

    /** A neutral icon, as PNG. */
    public static byte[] icon() {
        return resource("icon.png");
    }

    /** What the colours of a PDF are: sRGB as an ICC profile (Compact-ICC-Profiles, CC0 1.0). */
    static byte[] colours() {
        return resource("srgb.icc");
    }

    /** The script of the page on which one searches, as UTF-8. */
    public static byte[] search() {
        return resource("search.js");
    }

    private static byte[] resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
