package org.afterword.publishing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.coding.Guid;
import org.afterword.coding.RefiCodes;
import org.afterword.coding.XmlText;

/** A project for other software for qualitative analysis: REFI-QDA 1.0 ({@code docs/exchange.md}). */
public final class RefiQda extends Exchange {
    /** What every file in the archive says of when it was made. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final String NAME = "Afterword";
    private static final int SHORT = 80;

    @Override
    public String name() {
        return "refi-qda";
    }

    @Override
    SortedMap<String, byte[]> files(Handout handout, String program) {
        var files = new TreeMap<String, byte[]>();
        for (Handout.Source source : handout.sources()) {
            files.put("Sources/" + source.guid() + ".txt", source.text().getBytes(StandardCharsets.UTF_8));
        }
        files.put("project.qde", project(handout, program).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** In one archive: the project first, then the texts in the order of the project. */
    @Override
    int write(Handout handout, SortedMap<String, byte[]> files, Destination to) throws IOException {
        try (OutputStream out = to.open("project.qdpx");
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put("project.qde", files, zip);
            for (Handout.Source source : handout.sources()) {
                put("Sources/" + source.guid() + ".txt", files, zip);
            }
        }
        return 1;
    }

    private static void put(String name, SortedMap<String, byte[]> files, ZipOutputStream zip) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(files.getOrDefault(name, new byte[0]));
        zip.closeEntry();
    }

    private static List<Handout.Coding> accepted(Handout.Source source) {
        return source.codings().stream()
                .filter(coding -> coding.status().equals("accepted"))
                .toList();
    }

    static String project(Handout handout, String program) {
        var xml = new XmlText();
        xml.start("Project")
                .attribute("xmlns", "urn:QDA-XML:project:1.0")
                .attribute("name", NAME)
                .attribute("origin", program);
        users(handout, xml);
        var guids = Map.<String, String>of();
        if (!handout.books().isEmpty()) {
            xml.start("CodeBook");
            guids = RefiCodes.write(handout.books(), xml);
            xml.end();
        }
        var notes = new LinkedHashMap<String, String>();
        if (!handout.sources().isEmpty()) {
            xml.start("Sources");
            for (Handout.Source source : handout.sources()) {
                source(source, guids, notes, xml);
            }
            xml.end();
        }
        if (!notes.isEmpty()) {
            xml.start("Notes");
            notes.forEach((text, guid) -> xml.start("Note")
                    .attribute("guid", guid)
                    .attribute("name", shortened(text))
                    .text("PlainTextContent", text)
                    .end());
            xml.end();
        }
        return xml.end().toString();
    }

    private static void users(Handout handout, XmlText xml) {
        SequencedSet<String> users = new LinkedHashSet<>();
        handout.sources().forEach(source -> accepted(source).forEach(coding -> users.add(coding.by())));
        if (!users.isEmpty()) {
            xml.start("Users");
            users.forEach(name -> xml.start("User")
                    .attribute("guid", Guid.named("user", name))
                    .attribute("name", name)
                    .end());
            xml.end();
        }
    }

    private static void source(
            Handout.Source source, Map<String, String> codes, Map<String, String> notes, XmlText xml) {
        xml.start("TextSource")
                .attribute("guid", source.guid())
                .attribute("name", source.name())
                .attribute("plainTextPath", "internal://" + source.guid() + ".txt");
        var places = new LinkedHashMap<String, List<Handout.Coding>>();
        for (Handout.Coding coding : accepted(source)) {
            if (codes.containsKey(coding.coding().code())) {
                places.computeIfAbsent(coding.start() + "-" + coding.end(), _ -> new ArrayList<>())
                        .add(coding);
            }
        }
        places.forEach((place, codings) -> {
            Handout.Coding first = codings.getFirst();
            xml.start("PlainTextSelection")
                    .attribute("guid", Guid.named("selection", source.guid() + " " + place))
                    .attribute("name", shortened(first.quote()))
                    .attribute("startPosition", Integer.toString(first.start()))
                    .attribute("endPosition", Integer.toString(first.end()));
            codings.forEach(coding -> coding(coding, codes, notes, xml));
            xml.end();
        });
        xml.end();
    }

    private static void coding(
            Handout.Coding coding, Map<String, String> codes, Map<String, String> notes, XmlText xml) {
        xml.start("Coding").attribute("guid", coding.guid()).attribute("creatingUser", Guid.named("user", coding.by()));
        coding.at().ifPresent(at -> xml.attribute("creationDateTime", at));
        xml.start("CodeRef")
                .attribute("targetGUID", codes.getOrDefault(coding.coding().code(), ""))
                .end();
        var texts = new ArrayList<String>();
        texts.add(SaidHow.note(coding.coding())); // REFI-QDA has no field for it
        if (!coding.memo().isBlank()) {
            texts.add(coding.memo().strip());
        }
        texts.forEach(text -> xml.start("NoteRef")
                .attribute("targetGUID", notes.computeIfAbsent(text, words -> Guid.named("note", words)))
                .end());
        xml.end();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
    }
}
