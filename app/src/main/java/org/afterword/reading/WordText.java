package org.afterword.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamReader;

/** WordprocessingML (also of notes and comments) to paragraphs and rows; what was deleted is no text. */
final class WordText implements Xml.Handler {
    private static final Set<String> UNSEEN = Set.of("del", "moveFrom", "Fallback", "rubyPr", "instrText");

    /** Where the text goes. */
    interface Sink {
        void paragraph(String text, boolean quote);

        void row(List<String> cells);

        boolean full();
    }

    private final Sink sink;
    private final UnaryOperator<String> note;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<Integer> outside = new ArrayDeque<>();
    private final List<String> boxes = new ArrayList<>();
    private int unseen;
    private boolean inText;
    private boolean hiddenRun;
    private boolean quote;
    private boolean item;
    private int deleted;
    private int hidden;

    /**
     * @param note what stands in the place of a note with this id ("f3", "e1")
     */
    WordText(Sink sink, UnaryOperator<String> note) {
        this.sink = sink;
        this.note = note;
    }

    /** How many stretches are marked as deleted. */
    int deleted() {
        return deleted;
    }

    /** How many stretches are hidden. */
    int hidden() {
        return hidden;
    }

    @Override
    public boolean enough() {
        return sink.full();
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (UNSEEN.contains(name)) {
            unseen++;
            deleted += name.equals("del") || name.equals("moveFrom") ? 1 : 0;
        }
        if (unseen > 0) {
            return;
        }
        switch (name) {
            case "p" -> {
                if (paragraphs.isEmpty() || cells.size() > outside.size()) {
                    quote = false;
                    item = false;
                }
                paragraphs.push(new StringBuilder());
            }
            case "txbxContent" -> outside.push(cells.size());
            case "pStyle" ->
                quote = Xml.attribute(element, "val")
                        .filter(style -> style.endsWith("Quote"))
                        .isPresent();
            case "numPr" -> item = true;
            case "r" -> hiddenRun = false;
            case "vanish" ->
                hiddenRun = !Xml.attribute(element, "val")
                        .filter(Set.of("0", "false")::contains)
                        .isPresent();
            case "t" -> {
                inText = !hiddenRun;
                hidden += hiddenRun ? 1 : 0;
            }
            case "tab", "ptab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("\u2011");
            case "footnoteReference" ->
                append(note.apply("f" + Xml.attribute(element, "id").orElse("")));
            case "endnoteReference" ->
                append(note.apply("e" + Xml.attribute(element, "id").orElse("")));
            case "tr" -> rows.push(new ArrayList<>());
            case "tc" -> cells.push(new StringBuilder());
            default -> {}
        }
    }

    private void append(String text) {
        // tabs are also what stops in a paragraph's settings are called
        if (!paragraphs.isEmpty() && !(text.equals("\t") && paragraphs.element().isEmpty())) {
            paragraphs.element().append(text);
        }
    }

    @Override
    public void text(String text) {
        if (inText && unseen == 0) {
            append(text);
        }
    }

    @Override
    public void end(String name) {
        if (UNSEEN.contains(name)) {
            unseen = Math.max(0, unseen - 1);
            return;
        }
        if (unseen > 0) {
            return;
        }
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "txbxContent" -> outside.poll();
            case "tc" -> {
                if (!cells.isEmpty()) {
                    String cell = cells.pop().toString();
                    if (!rows.isEmpty()) {
                        rows.element().add(cell);
                    }
                }
            }
            case "tr" -> endRow();
            default -> {}
        }
    }

    private void endParagraph() {
        if (paragraphs.isEmpty()) {
            return;
        }
        String text = (item && !paragraphs.element().isEmpty() ? "- " : "") + paragraphs.pop();
        if (!paragraphs.isEmpty()) {
            // a text box: it comes after the paragraph to which it is tied
            boxes.add(text);
            return;
        }
        give(text);
        List.copyOf(boxes).forEach(this::give);
        boxes.clear();
    }

    private void give(String text) {
        if (cells.isEmpty()) {
            sink.paragraph(text, quote);
        } else if (!text.isBlank()) {
            StringBuilder cell = cells.element();
            cell.append(cell.isEmpty() ? "" : " ").append(text.strip().replace('\n', ' '));
        }
    }

    private void endRow() {
        if (rows.isEmpty()) {
            return;
        }
        List<String> row = rows.pop();
        if (cells.isEmpty()) {
            sink.row(row);
        } else {
            row.forEach(this::give);
        }
    }
}
