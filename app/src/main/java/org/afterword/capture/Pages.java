package org.afterword.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Pages as text. */
final class Pages {
    private Pages() {}

    static boolean isPage(Exchange exchange) {
        return exchange.type().equals("text/html") || exchange.type().equals("application/xhtml+xml");
    }

    /** In the character set that the server names, else that of the page. */
    static Document parse(Exchange exchange) {
        String charset = Content.charset(exchange.header("content-type").orElse(""))
                .map(Charset::name)
                .orElse(null);
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(exchange.body()),
                    charset,
                    exchange.url().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /**
     * A page for reading: in UTF-8, and with the line by which browsers say where a saved page was.
     *
     * @param html as served, or as rendered
     */
    static byte[] saved(Document html, WebAddress url) {
        html.outputSettings()
                .charset(StandardCharsets.UTF_8)
                .escapeMode(Entities.EscapeMode.base)
                .prettyPrint(false);
        html.charset(StandardCharsets.UTF_8);
        String address = url.toString().replace("--", "%2D%2D");
        String mark = "<!-- saved from url=(" + String.format(java.util.Locale.ROOT, "%04d", address.length()) + ")"
                + address + " -->\n";
        String text = html.outerHtml();
        int after = text.regionMatches(true, 0, "<!doctype", 0, 9) ? text.indexOf('>') + 1 : 0;
        String whole =
                (after == 0 ? "<!doctype html>" : text.substring(0, after)) + "\n" + mark + text.substring(after);
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /** What a person sees of it, a block a line, as far as that can be told without rendering it. */
    static String visible(Document page) {
        Document copy = page.clone();
        copy.select("script, style, noscript, template, head, [hidden]").remove();
        copy.select(
                        "br, p, div, li, h1, h2, h3, h4, h5, h6, tr, blockquote, section, article, header, footer, dt, dd, pre")
                .forEach(block -> block.before("\n"));
        return tidy(copy.wholeText());
    }

    /** Whether a page without words shows nothing else either. */
    static boolean isBare(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8))
                .select("img, svg, canvas, video, iframe, frame, object, embed")
                .isEmpty();
    }

    /** White space within a line is one space; no empty lines. */
    static String tidy(String text) {
        var tidy = new StringBuilder();
        text.lines()
                .map(line -> line.replaceAll("[\\s\\p{Z}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> tidy.append(line).append('\n'));
        return tidy.toString().strip();
    }
}
