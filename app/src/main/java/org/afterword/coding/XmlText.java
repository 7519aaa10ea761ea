package org.afterword.coding;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML 1.0, one element a line; the same calls give the same bytes. */
public final class XmlText {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean leaf;

    public XmlText start(String element) {
        close();
        out.append("  ".repeat(open.size())).append('<').append(element);
        open.push(element);
        inTag = true;
        leaf = true;
        return this;
    }

    /** Line breaks in it become spaces. */
    public XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value.replaceAll("\\s", " "));
        out.append('"');
        return this;
    }

    /** An element with this text and nothing else. */
    public XmlText text(String element, String text) {
        start(element);
        out.append('>');
        escape(text);
        out.append("</").append(open.pop()).append(">\n");
        inTag = false;
        leaf = false;
        return this;
    }

    public XmlText end() {
        String element = open.pop();
        if (leaf && inTag) {
            out.append("/>\n");
        } else {
            out.append("  ".repeat(open.size())).append("</").append(element).append(">\n");
        }
        inTag = false;
        leaf = false;
        return this;
    }

    private void close() {
        if (inTag) {
            out.append(">\n");
            inTag = false;
        }
    }

    /** What XML cannot hold, a control character or half of a surrogate pair, becomes U+FFFD. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || c >= 0x10000;
            int instead = c == '\r' ? '\n' : 0xfffd;
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed ? c : instead);
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
