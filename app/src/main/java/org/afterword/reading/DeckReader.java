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

/** PPTX: slide by slide, in the order in which they are shown, each with the speaker's notes under it. */
final class DeckReader extends PackReader {
    private static final int MOST = 10_000;

    DeckReader() {
        super(Pack.Kind.DECK);
    }

    @Override
    public String name() {
        return "pptx";
    }

    @Override
    Optional<When> read(Pack pack, Document document) throws IOException {
        String main = Relations.of(pack, "").kind("officeDocument").orElse("ppt/presentation.xml");
        Relations relations = Relations.of(pack, main);
        Optional<When> made = PackFacts.of(pack, "docProps/core.xml").into(document.draft());
        PackFacts.of(pack, "docProps/app.xml").besides(document.draft());
        List<String> ids = new ArrayList<>();
        document.xml(pack, main, new Ids(ids));
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        for (int i = 0; i < ids.size(); i++) {
            String path = relations.target(ids.get(i)).orElse("");
            document.paper().at("page=" + (i + 1));
            int before = document.paper().length();
            document.xml(pack, path, new Text(document.paper()));
            document.xml(pack, Relations.of(pack, path).kind("notesSlide").orElse(""), new Text(document.paper()));
            if (document.paper().length() > before) {
                read++;
            } else {
                skipped.merge("without text", 1L, Long::sum);
            }
        }
        document.balance(new Balance("slides", ids.size(), read, skipped));
        return made;
    }

    private record Ids(List<String> ids) implements Xml.Handler {
        @Override
        public void start(String name, XMLStreamReader element) {
            if (name.equals("sldId") && ids.size() < MOST) {
                for (int i = 0; i < element.getAttributeCount(); i++) {
                    // there are two: its own, and, in a name space, that of the file
                    if (element.getAttributeLocalName(i).equals("id")
                            && element.getAttributeNamespace(i) != null
                            && !element.getAttributeNamespace(i).isEmpty()) {
                        ids.add(element.getAttributeValue(i));
                    }
                }
            }
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }

    /** The paragraphs of a slide; a number of the slide or the date is no text of it. */
    private static final class Text implements Xml.Handler {
        private final Paper paper;
        private final StringBuilder paragraph = new StringBuilder();
        private final List<String> row = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean inCell;
        private boolean inText;
        private int field;
        private boolean fresh;

        Text(Paper paper) {
            this.paper = paper;
        }

        @Override
        public boolean enough() {
            return paper.full();
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "txBody" -> fresh = true;
                case "p" -> paragraph.setLength(0);
                case "t" -> inText = field == 0;
                case "br" -> paragraph.append('\n');
                case "fld" -> field++;
                case "tr" -> row.clear();
                case "tc" -> {
                    inCell = true;
                    cell.setLength(0);
                }
                default -> {}
            }
        }

        @Override
        public void text(String text) {
            if (inText) {
                paragraph.append(text);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "t" -> inText = false;
                case "fld" -> field = Math.max(0, field - 1);
                case "p" -> endParagraph();
                case "tc" -> {
                    inCell = false;
                    row.add(cell.toString());
                }
                case "tr" -> paper.row(row);
                default -> {}
            }
        }

        private void endParagraph() {
            String text = paragraph.toString();
            paragraph.setLength(0);
            if (inCell) {
                cell.append(cell.isEmpty() || text.isBlank() ? "" : " ").append(text.strip());
            } else if (fresh) {
                paper.block(text);
                fresh = text.isBlank();
            } else {
                paper.line(text);
            }
        }
    }
}
