package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Anchor;
import org.afterword.model.Span;

/** The text of a document as it is put together: blocks with a blank line between them, notes at the end. */
final class Paper {
    /** The longest text of one document, in UTF-16 code units. */
    static final int LONGEST = 16_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Span> quotes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<String> pending = Optional.empty();
    private long noteLength;
    private boolean full;
    private boolean inTable;
    private boolean inList;

    /** What comes next stands there in the exhibit. */
    void at(String selector) {
        pending = Optional.of(selector);
    }

    /** A paragraph, a heading; nothing if it is blank. */
    void block(String words) {
        add(words, "\n\n");
    }

    /** A line right under the one before: of a list, of a table. */
    void line(String words) {
        add(words, "\n");
    }

    /** A row of a table; cells are parted by tabs. Rows stand one under the other. */
    void row(List<String> cells) {
        var row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            row.append(i == 0 ? "" : "\t")
                    .append(trimmed(cells.get(i)).replace('\n', ' ').replace('\t', ' '));
        }
        String words = row.toString().replaceFirst("\\t+\\z", "");
        boolean first = !inTable;
        // tabs at its beginning say that the first cells are empty
        put(words.isBlank() ? "" : words, first ? "\n\n" : "\n");
        inTable = inTable || !words.isBlank();
    }

    /** Whether the last block began with a dash. */
    boolean inList() {
        return inList;
    }

    /** Goes on in the paragraph before, after a blank. */
    void more(String words) {
        add(words, " ");
    }

    /** Goes on right where the text ends; white space is kept. */
    void join(String words) {
        add(words, "");
    }

    void quote(String words) {
        int before = text.length();
        block(words);
        if (text.length() > before) {
            quotes.add(new Span(text.length() - trimmed(words).length(), text.length()));
        }
    }

    /** A footnote; what stands in its place in the text. */
    String note(String words) {
        noteLength += words.length();
        if (noteLength > LONGEST) {
            full = true;
            return "";
        }
        notes.add(trimmed(words));
        return "[" + notes.size() + "]";
    }

    private static String trimmed(String words) {
        return clean(words).strip();
    }

    private void add(String raw, String before) {
        put(before.isEmpty() ? clean(raw) : trimmed(raw), before);
    }

    private void put(String words, String before) {
        if (words.isEmpty() || full) {
            return;
        }
        if (text.length() + words.length() > LONGEST) {
            full = true;
            return;
        }
        if (!text.isEmpty()) {
            text.append(before);
        }
        int at = text.length();
        inTable = false;
        inList = words.startsWith("- ");
        pending.ifPresent(selector -> anchors.add(new Anchor(at, selector)));
        pending = Optional.empty();
        text.append(words);
    }

    /** Line ends are LF, and nothing is in it that no text has. */
    static String clean(String raw) {
        String words = Json.wellFormed(raw);
        StringBuilder mended = null;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c == '\u007f') {
                mended = mended == null ? new StringBuilder(words) : mended;
                boolean lineEnd = c == '\r' || c == '\u000b' || c == '\f';
                boolean pair = c == '\r' && i + 1 < words.length() && words.charAt(i + 1) == '\n';
                mended.setCharAt(i, lineEnd && !pair ? '\n' : ' ');
            }
        }
        return mended == null ? words : mended.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }

    /** The last characters, at most so many. */
    String tail(int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    /** Takes the last characters away: a hyphen at the end of a line. */
    void shorten(int by) {
        text.setLength(Math.max(0, text.length() - by));
    }

    /** No more is taken: the rest is in the exhibit only. */
    boolean full() {
        return full;
    }

    Rendered rendered() {
        for (int i = 0; i < notes.size(); i++) {
            String note = "[" + (i + 1) + "] " + notes.get(i);
            if (i == 0) {
                block(note);
            } else {
                line(note);
            }
        }
        notes.clear();
        return new Rendered(text.toString(), quotes, List.of(), anchors);
    }
}
