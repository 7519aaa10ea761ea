package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.afterword.model.Balance;
import org.afterword.model.When;

/** XLSX: sheet by sheet and row by row, each cell as it is shown. */
final class SheetReader extends PackReader {
    private static final int MOST = 1_000;

    SheetReader() {
        super(Pack.Kind.SHEET);
    }

    @Override
    public String name() {
        return "xlsx";
    }

    private record Sheet(String name, String id) {}

    @Override
    Optional<When> read(Pack pack, Document document) throws IOException {
        String main = Relations.of(pack, "").kind("officeDocument").orElse("xl/workbook.xml");
        Relations relations = Relations.of(pack, main);
        Optional<When> made = PackFacts.of(pack, "docProps/core.xml").into(document.draft());
        PackFacts.of(pack, "docProps/app.xml").besides(document.draft());
        var book = new Book();
        document.xml(pack, main, book);
        var strings = new SharedStrings();
        document.xml(pack, relations.kind("sharedStrings").orElse(""), strings);
        var styles = new CellStyles(book.from1904);
        document.xml(pack, relations.kind("styles").orElse(""), styles);
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        for (int i = 0; i < book.sheets.size(); i++) {
            Sheet sheet = book.sheets.get(i);
            String path = relations.target(sheet.id()).orElse("");
            var rows = new Rows(sheet.name(), i + 1, strings, styles, document.paper());
            document.xml(pack, path, rows);
            Relations own = Relations.of(pack, path);
            document.xml(pack, own.kind("comments").orElse(""), new CellComments(document));
            if (rows.any) {
                read++;
            } else {
                skipped.merge("empty", 1L, Long::sum);
            }
        }
        document.balance(new Balance("sheets", book.sheets.size(), read, skipped));
        return made;
    }

    private static final class Book implements Xml.Handler {
        private final List<Sheet> sheets = new ArrayList<>();
        private boolean from1904;

        @Override
        public void start(String name, XMLStreamReader element) {
            if (name.equals("workbookPr")) {
                from1904 = Xml.attribute(element, "date1904")
                        .filter(is -> is.equals("1") || is.equals("true"))
                        .isPresent();
            } else if (name.equals("sheet") && sheets.size() < MOST) {
                sheets.add(new Sheet(
                        Xml.attribute(element, "name").orElse(""),
                        Xml.attribute(element, "id").orElse("")));
            }
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }

    /** Texts that cells share, by number. */
    static final class SharedStrings implements Xml.Handler {
        private final List<String> strings = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private int phonetic;
        private long length;

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "rPh" -> phonetic++;
                case "t" -> inText = phonetic == 0;
                default -> {}
            }
        }

        @Override
        public void text(String words) {
            if (inText) {
                text.append(words);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "t" -> inText = false;
                case "rPh" -> phonetic--;
                case "si" -> {
                    length += text.length() + 16;
                    strings.add(text.toString());
                }
                default -> {}
            }
        }

        @Override
        public boolean enough() {
            return length > Paper.LONGEST;
        }

        String at(String number) {
            return number.matches("\\d{1,8}") && Integer.parseInt(number) < strings.size()
                    ? strings.get(Integer.parseInt(number))
                    : "";
        }
    }

    private static final class Rows implements Xml.Handler {
        private static final int WIDEST = 200;

        private final String sheet;
        private final int number;
        private final SharedStrings strings;
        private final CellStyles styles;
        private final Paper paper;
        private final List<String> row = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private String type = "";
        private String style = "";
        private int column;
        private boolean inValue;
        private boolean any;

        Rows(String sheet, int number, SharedStrings strings, CellStyles styles, Paper paper) {
            this.sheet = sheet;
            this.number = number;
            this.strings = strings;
            this.styles = styles;
            this.paper = paper;
        }

        @Override
        public boolean enough() {
            return paper.full();
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "row" -> row.clear();
                case "c" -> {
                    type = Xml.attribute(element, "t").orElse("n");
                    style = Xml.attribute(element, "s").orElse("");
                    column = Xml.attribute(element, "r")
                            .map(Rows::column)
                            .filter(at -> at >= 0)
                            .orElse(row.size());
                    value.setLength(0);
                }
                case "v", "t" -> inValue = true;
                default -> {}
            }
        }

        @Override
        public void text(String text) {
            if (inValue) {
                value.append(text);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "v", "t" -> inValue = false;
                case "c" -> {
                    // empty cells before it are kept, but not thousands of them
                    while (row.size() < Math.min(column, WIDEST)) {
                        row.add("");
                    }
                    row.add(shown());
                }
                case "row" -> endRow();
                default -> {}
            }
        }

        private String shown() {
            String written = value.toString();
            return switch (type) {
                case "s" -> strings.at(written);
                case "b" -> written.equals("1") ? "TRUE" : "FALSE";
                case "n" -> styles.shown(written, style);
                default -> written;
            };
        }

        private void endRow() {
            if (row.stream().allMatch(String::isBlank)) {
                return;
            }
            if (!any) {
                paper.at("page=" + number);
                paper.block(sheet);
                any = true;
            }
            paper.row(row);
        }

        /** "BC12" to 54; below 0 if it is no such name. */
        private static int column(String cell) {
            int column = 0;
            for (int i = 0; i < cell.length() && i < 4 && cell.charAt(i) >= 'A' && cell.charAt(i) <= 'Z'; i++) {
                column = column * 26 + cell.charAt(i) - 'A' + 1;
            }
            return column - 1;
        }
    }

    private static final class CellComments implements Xml.Handler {
        private final Document document;
        private final List<String> authors = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String author = "";
        private boolean inText;

        CellComments(Document document) {
            this.document = document;
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "author" -> {
                    text.setLength(0);
                    inText = true;
                }
                case "comment" -> {
                    text.setLength(0);
                    author = Xml.attribute(element, "authorId")
                            .filter(id -> id.matches("\\d{1,6}"))
                            .map(Integer::valueOf)
                            .filter(id -> id < authors.size())
                            .map(authors::get)
                            .orElse("");
                }
                case "t" -> inText = true;
                default -> {}
            }
        }

        @Override
        public void text(String words) {
            if (inText) {
                text.append(words);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "author" -> {
                    inText = false;
                    authors.add(text.toString().strip());
                }
                case "t" -> inText = false;
                case "comment" -> document.remark(new Remark(Optional.of(author), Optional.empty(), text.toString()));
                default -> {}
            }
        }
    }
}
