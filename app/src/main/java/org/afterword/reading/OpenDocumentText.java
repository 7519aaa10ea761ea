package org.afterword.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.afterword.model.When;

/** The content of an OpenDocument file to paragraphs and rows. */
final class OpenDocumentText implements Xml.Handler {
    private static final Set<String> UNSEEN =
            Set.of("tracked-changes", "note-citation", "shapes", "forms", "page-number", "automatic-styles", "scripts");
    private static final int MOST_SPACES = 200;
    private static final int WIDEST = 200;
    private static final int MOST_REPEATED = 100;

    private final PackReader.Document document;
    private final Paper paper;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final List<String> later = new ArrayList<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final Deque<List<String>> rows = new ArrayDeque<>();
    private final Deque<StringBuilder> asides = new ArrayDeque<>();
    private int unseen;
    private int items;
    private int repeatedCells = 1;
    private int repeatedRows = 1;
    private String remarkAuthor = "";
    private String remarkDate = "";
    private Optional<StringBuilder> fact = Optional.empty();
    private int deleted;
    private int pages;
    private int empty;
    private String unit = "";
    private int pageBegan = -1;

    OpenDocumentText(PackReader.Document document) {
        this.document = document;
        this.paper = document.paper();
    }

    int deleted() {
        return deleted;
    }

    /** How many slides or sheets there are. */
    int pages() {
        return pages;
    }

    int empty() {
        return empty;
    }

    String unit() {
        return unit;
    }

    @Override
    public boolean enough() {
        return paper.full();
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        deleted += name.equals("deletion") ? 1 : 0;
        unseen += UNSEEN.contains(name) ? 1 : 0;
        if (unseen > 0) {
            return;
        }
        switch (name) {
            case "p", "h" -> paragraphs.push(new StringBuilder());
            case "s" -> append(" ".repeat(Math.min(MOST_SPACES, Math.max(1, number(element, "c", 1)))));
            case "tab" -> append("\t");
            case "line-break" -> append("\n");
            case "list-item" -> items++;
            case "note-body", "annotation" -> asides.push(new StringBuilder());
            case "creator", "date" -> fact = asides.isEmpty() ? Optional.empty() : Optional.of(new StringBuilder());
            case "page" -> page("slides", "");
            case "table" -> {
                if (element.getPrefix() != null && rows.isEmpty() && sheet()) {
                    page("sheets", Xml.attribute(element, "name").orElse(""));
                }
            }
            case "table-row" -> {
                rows.push(new ArrayList<>());
                repeatedRows = number(element, "number-rows-repeated", 1);
            }
            case "table-cell", "covered-table-cell" -> {
                cells.push(new StringBuilder());
                repeatedCells = number(element, "number-columns-repeated", 1);
            }
            default -> {}
        }
    }

    private boolean sheet() {
        return Pack.kind(document.source()) == Pack.Kind.ODS;
    }

    private static int number(XMLStreamReader element, String attribute, int otherwise) {
        return Xml.attribute(element, attribute)
                .filter(text -> text.matches("\\d{1,8}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private void page(String what, String name) {
        endPage();
        unit = what;
        paper.at("page=" + ++pages);
        paper.block(name);
        pageBegan = paper.length();
    }

    private void endPage() {
        empty += pageBegan >= 0 && paper.length() == pageBegan ? 1 : 0;
        pageBegan = -1;
    }

    private void append(String text) {
        if (!paragraphs.isEmpty()) {
            paragraphs.element().append(text);
        }
    }

    @Override
    public void text(String text) {
        if (unseen > 0) {
            return;
        }
        if (fact.isPresent()) {
            fact.get().append(text);
        } else {
            // line ends in the file are blanks
            append(text.replaceAll("[\\n\\t ]+", " "));
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
            case "p", "h" -> endParagraph();
            case "list-item" -> items = Math.max(0, items - 1);
            case "creator" -> remarkAuthor = fact.map(StringBuilder::toString).orElse("");
            case "date" -> remarkDate = fact.map(StringBuilder::toString).orElse("");
            case "note-body" ->
                append(asides.isEmpty() ? "" : paper.note(asides.pop().toString()));
            case "annotation" -> endRemark();
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> endRow();
            case "spreadsheet", "presentation" -> endPage();
            default -> {}
        }
        if (name.equals("creator") || name.equals("date")) {
            fact = Optional.empty();
        }
    }

    private void endParagraph() {
        if (paragraphs.isEmpty()) {
            return;
        }
        String text = paragraphs.pop().toString();
        if (!asides.isEmpty()) {
            asides.element().append(asides.element().isEmpty() ? "" : " ").append(text.strip());
        } else if (!paragraphs.isEmpty()) {
            // in a frame that is tied to a paragraph
            later.add(text);
        } else {
            give(text);
            List.copyOf(later).forEach(this::give);
            later.clear();
        }
    }

    private void give(String text) {
        if (!cells.isEmpty()) {
            StringBuilder cell = cells.element();
            cell.append(cell.isEmpty() || text.isBlank() ? "" : " ").append(text.strip());
        } else if (items > 0 && !text.isBlank()) {
            if (paper.inList()) {
                paper.line("- " + text.strip());
            } else {
                paper.block("- " + text.strip());
            }
        } else {
            paper.block(text);
        }
    }

    private void endRemark() {
        if (!asides.isEmpty()) {
            Optional<When> date = Dates.date(remarkDate);
            document.remark(
                    new Remark(Optional.of(remarkAuthor), date, asides.pop().toString()));
        }
        remarkAuthor = "";
        remarkDate = "";
    }

    private void endCell() {
        if (cells.isEmpty() || rows.isEmpty()) {
            cells.poll();
            return;
        }
        String cell = cells.pop().toString();
        for (int i = 0; i < repeatedCells && rows.element().size() < WIDEST; i++) {
            rows.element().add(cell);
        }
        repeatedCells = 1;
    }

    private void endRow() {
        if (rows.isEmpty()) {
            return;
        }
        List<String> row = rows.pop();
        if (!cells.isEmpty()) {
            row.forEach(this::give);
            return;
        }
        boolean blank = row.stream().allMatch(String::isBlank);
        for (int i = 0; !blank && i < Math.min(repeatedRows, MOST_REPEATED); i++) {
            paper.row(row);
        }
        repeatedRows = 1;
    }

    /** Whether the files in it are encrypted. */
    static final class Manifest implements Xml.Handler {
        private boolean encrypted;

        boolean encrypted() {
            return encrypted;
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            encrypted |= name.equals("encryption-data");
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }
}
