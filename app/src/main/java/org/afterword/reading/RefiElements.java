package org.afterword.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The elements of a REFI-QDA file, as they come. */
final class RefiElements implements Xml.Handler {
    private static final Pattern GUID = Pattern.compile("[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    private static final Set<String> TEXTS = Set.of("TextSource", "Representation", "TextDescription");
    private static final Map<String, String> LEFT = Map.ofEntries(
            Map.entry("PictureSelection", "selections in pictures"),
            Map.entry("PDFSelection", "selections on pages"),
            Map.entry("AudioSelection", "selections in sound"),
            Map.entry("VideoSelection", "selections in film"),
            Map.entry("TranscriptSelection", "selections in transcripts of sound or film"),
            Map.entry("Case", "cases"),
            Map.entry("Variable", "variables"),
            Map.entry("Set", "sets"),
            Map.entry("Graph", "graphs"),
            Map.entry("Link", "links"));

    /** A text that stands in the file itself. */
    record Inline(String guid, String text) {}

    private static final class Text {
        private final String guid;
        private final String name;
        private final Optional<String> path;
        private final boolean note;
        private final StringBuilder content = new StringBuilder();
        private final List<RefiProject.Selection> selections = new ArrayList<>();

        private Text(String guid, String name, Optional<String> path, boolean note) {
            this.guid = guid;
            this.name = name;
            this.path = path;
            this.note = note;
        }
    }

    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Integer> codesOpen = new ArrayDeque<>();
    private final Deque<Text> textsOpen = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private final List<RefiProject.User> users = new ArrayList<>();
    private final List<RefiProject.Code> codes = new ArrayList<>();
    private final List<RefiProject.Text> texts = new ArrayList<>();
    private final List<RefiProject.Note> notes = new ArrayList<>();
    private final List<Inline> inline = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Long> notTaken = new TreeMap<>();
    private boolean project;
    private String name = "";
    private String origin = "";
    private Optional<RefiProject.Selection> selection = Optional.empty();
    private List<RefiProject.Coding> codings = new ArrayList<>();
    private Optional<RefiProject.Coding> coding = Optional.empty();
    private List<String> codingNotes = new ArrayList<>();
    private String codingCode = "";

    RefiProject project() {
        return new RefiProject(project, name, origin, users, codes, texts, notes, notTaken);
    }

    List<Inline> inline() {
        return inline;
    }

    private static String attribute(XMLStreamReader element, String name) {
        return Xml.attribute(element, name).orElse("");
    }

    static Optional<String> guid(String written) {
        String plain = written.strip().replaceAll("^\\{|\\}$", "").toUpperCase(Locale.ROOT);
        return Optional.of(plain).filter(text -> GUID.matcher(text).matches());
    }

    @Override
    public void start(String element, XMLStreamReader at) {
        String above = open.isEmpty() ? "" : open.peek();
        open.push(element);
        words.setLength(0);
        if (TEXTS.contains(element) || element.equals("Note")) {
            text(element, at);
            return;
        }
        switch (element) {
            case "Project" -> {
                project = true;
                name = attribute(at, "name");
                origin = attribute(at, "origin");
            }
            case "CodeBook" -> origin = origin.isEmpty() ? attribute(at, "origin") : origin;
            case "User" ->
                guid(attribute(at, "guid"))
                        .ifPresent(guid -> users.add(new RefiProject.User(guid, attribute(at, "name"))));
            case "Code" -> code(at);
            case "PlainTextSelection" -> selection(at);
            case "Coding" -> coding(above, at);
            case "CodeRef" -> codingCode = guid(attribute(at, "targetGUID")).orElse("");
            case "NoteRef" -> noteRef(above, at);
            default -> Optional.ofNullable(LEFT.get(element)).ifPresent(this::left);
        }
    }

    private void left(String what) {
        notTaken.merge(what, 1L, Long::sum);
    }

    private void code(XMLStreamReader at) {
        String codable = attribute(at, "isCodable");
        codes.add(new RefiProject.Code(
                guid(attribute(at, "guid")),
                attribute(at, "name"),
                "",
                !codable.equals("false") && !codable.equals("0"),
                Xml.attribute(at, "color"),
                codesOpen.isEmpty() ? -1 : codesOpen.peek()));
        codesOpen.push(codes.size() - 1);
    }

    private void text(String element, XMLStreamReader at) {
        Optional<String> path = Xml.attribute(at, "plainTextPath").filter(text -> !text.isBlank());
        String guid = guid(attribute(at, "guid")).orElse("");
        textsOpen.push(new Text(guid, attribute(at, "name"), path, element.equals("Note")));
    }

    private void selection(XMLStreamReader at) {
        try {
            selection = Optional.of(new RefiProject.Selection(
                    attribute(at, "name"),
                    Long.parseLong(attribute(at, "startPosition").strip()),
                    Long.parseLong(attribute(at, "endPosition").strip()),
                    List.of()));
        } catch (NumberFormatException e) {
            left("selections without a place");
        }
        codings = new ArrayList<>();
    }

    private void coding(String above, XMLStreamReader at) {
        if (above.equals("PlainTextSelection")) {
            coding = Optional.of(new RefiProject.Coding(
                    guid(attribute(at, "guid")),
                    "",
                    guid(attribute(at, "creatingUser")),
                    Xml.attribute(at, "creationDateTime").filter(text -> !text.isBlank()),
                    List.of()));
        } else {
            left(above.endsWith("Source") ? "codings of whole sources" : "codings of what is not taken");
        }
        codingNotes = new ArrayList<>();
        codingCode = "";
    }

    private void noteRef(String above, XMLStreamReader at) {
        if (above.equals("Coding") && coding.isPresent()) {
            guid(attribute(at, "targetGUID")).ifPresent(codingNotes::add);
        } else {
            left("notes that belong to no coding of a text");
        }
    }

    @Override
    public void text(String text) {
        String at = open.isEmpty() ? "" : open.peek();
        if (at.equals("Description")) {
            words.append(text);
        } else if (at.equals("PlainTextContent") && !textsOpen.isEmpty()) {
            textsOpen.peek().content.append(text);
        }
    }

    @Override
    public void end(String element) {
        open.pop();
        String above = open.isEmpty() ? "" : open.peek();
        if (TEXTS.contains(element) || element.equals("Note")) {
            ended(textsOpen.pop());
            return;
        }
        switch (element) {
            case "Description" -> described(above);
            case "Code" -> codesOpen.pop();
            case "Coding" -> {
                coding.ifPresent(one -> codings.add(new RefiProject.Coding(
                        one.guid(), codingCode, one.user(), one.at(), List.copyOf(codingNotes))));
                coding = Optional.empty();
            }
            case "PlainTextSelection" -> {
                if (selection.isPresent() && !textsOpen.isEmpty()) {
                    RefiProject.Selection one = selection.get();
                    textsOpen
                            .peek()
                            .selections
                            .add(new RefiProject.Selection(one.name(), one.start(), one.end(), List.copyOf(codings)));
                }
                selection = Optional.empty();
            }
            default -> {}
        }
    }

    private void described(String above) {
        if (above.equals("Code") && !codesOpen.isEmpty()) {
            int at = codesOpen.peek();
            RefiProject.Code code = codes.get(at);
            codes.set(
                    at,
                    new RefiProject.Code(
                            code.guid(), code.name(), words.toString(), code.codable(), code.colour(), code.parent()));
        } else if (!words.isEmpty()) {
            left("descriptions of sources and selections");
        }
    }

    private void ended(Text text) {
        if (text.note) {
            text.selections.forEach(_ -> left("selections in notes"));
            if (!text.guid.isEmpty()) {
                notes.add(new RefiProject.Note(text.guid, text.content.toString(), text.path));
            }
            return;
        }
        boolean standsHere = !text.content.isEmpty() && text.path.isEmpty();
        if (standsHere && given.add(text.guid) && !text.guid.isEmpty()) {
            inline.add(new Inline(text.guid, text.content.toString()));
        }
        texts.add(new RefiProject.Text(
                text.guid, text.name, standsHere ? Optional.empty() : text.path, List.copyOf(text.selections)));
    }
}
