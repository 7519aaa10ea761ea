package org.afterword.protection;

/**
 * One way of reading a finished file.
 *
 * @param name how it was read: "plain", "text", "attributes"; "base64 in plain"
 * @param tag the tag and attribute, where it is one value of a page; else empty
 */
record View(String name, String tag, String text) {
    boolean isMarkup() {
        return text.indexOf('<') >= 0 && text.indexOf('>') >= 0;
    }

    /** The same without the words of the markup itself ({@link MarkupWords}), each other character at its place. */
    View withoutMarkupWords() {
        return isMarkup() ? new View(name, tag, MarkupWords.without(text)) : this;
    }

    /** In words: never the text itself. */
    String where(int at) {
        if (!tag.isEmpty()) {
            return tag;
        }
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return "line " + line;
    }
}
