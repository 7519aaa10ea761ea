package org.afterword.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.afterword.model.When;

/** DOCX: paragraphs, tables, notes, text boxes; comments are accounts of their own. */
final class WordReader extends PackReader {
    private static final Set<String> NOTES = Set.of("footnote", "endnote", "comment");

    WordReader() {
        super(Pack.Kind.WORD);
    }

    @Override
    public String name() {
        return "docx";
    }

    @Override
    Optional<When> read(Pack pack, Document document) throws IOException {
        String main = Relations.of(pack, "").kind("officeDocument").orElse("word/document.xml");
        Relations relations = Relations.of(pack, main);
        Optional<When> made = PackFacts.of(pack, "docProps/core.xml").into(document.draft());
        PackFacts.of(pack, "docProps/app.xml").besides(document.draft());
        Map<String, String> notes = new HashMap<>();
        for (String kind : List.of("footnotes", "endnotes")) {
            var read = new Notes(document.paper());
            document.xml(pack, relations.kind(kind).orElse(""), read);
            read.notes.forEach((id, note) -> notes.put(kind.charAt(0) + id, note.text()));
        }
        var text = new WordText(new Body(document.paper()), id -> note(notes.getOrDefault(id, ""), document.paper()));
        var comments = new Notes(document.paper());
        document.xml(pack, relations.kind("comments").orElse(""), comments);
        comments.notes.values().forEach(document::remark);
        document.xml(pack, main, text);
        document.deleted(text.deleted());
        if (text.hidden() > 0) {
            document.warn("", text.hidden() + " hidden stretches are left out");
        }
        long edges = pack.names().stream()
                .filter(name -> name.matches("word/(?:header|footer)\\d*\\.xml"))
                .count();
        if (edges > 0) {
            document.warn("", "what stands at the head and foot of all pages is left out");
        }
        return made;
    }

    private static String note(String text, Paper paper) {
        return text.isBlank() ? "" : paper.note(text);
    }

    private record Body(Paper paper) implements WordText.Sink {
        @Override
        public void paragraph(String text, boolean quote) {
            if (quote) {
                paper.quote(text);
            } else if (text.startsWith("- ") && paper.inList()) {
                paper.line(text);
            } else {
                paper.block(text);
            }
        }

        @Override
        public void row(List<String> cells) {
            paper.row(cells);
        }

        @Override
        public boolean full() {
            return paper.full();
        }
    }

    /** Footnotes, endnotes or comments, by their ids. */
    private static final class Notes implements Xml.Handler, WordText.Sink {
        private final Map<String, Remark> notes = new HashMap<>();
        private final WordText inner = new WordText(this, id -> "");
        private final StringBuilder text = new StringBuilder();
        private final Paper paper;
        private String id = "";
        private Optional<String> author = Optional.empty();
        private Optional<When> date = Optional.empty();

        Notes(Paper paper) {
            this.paper = paper;
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            if (NOTES.contains(name)) {
                // lines that part notes from the text are of a kind of their own
                id = Xml.attribute(element, "type")
                                .filter(type -> !type.equals("normal"))
                                .isPresent()
                        ? ""
                        : Xml.attribute(element, "id").orElse("");
                author = Xml.attribute(element, "author");
                date = Xml.attribute(element, "date").flatMap(Dates::date);
                text.setLength(0);
            } else {
                inner.start(name, element);
            }
        }

        @Override
        public void text(String words) {
            inner.text(words);
        }

        @Override
        public void end(String name) {
            if (!NOTES.contains(name)) {
                inner.end(name);
            } else if (!id.isEmpty() && notes.size() < Remark.MOST) {
                notes.put(id, new Remark(author, date, text.toString()));
            }
        }

        @Override
        public void paragraph(String words, boolean quote) {
            if (text.length() < Paper.LONGEST / 100) {
                text.append(text.isEmpty() ? "" : " ").append(words.strip());
            }
        }

        @Override
        public void row(List<String> cells) {
            paragraph(String.join("\t", cells), false);
        }

        @Override
        public boolean full() {
            return paper.full();
        }
    }
}
