package org.afterword;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Import;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.RefiCodes;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Projects go out as the standard wants them, come in again as they were, and strangers' come in as far as they can. */
class RefiQdaTest {
    private static final String OURS = """
            schema: afterword/codebook/1
            id: ours
            name: Our own & theirs
            version: "3"
            description: "What we look for.\\n\\nIn two paragraphs."
            source: us
            codes:
            - id: ours/rules
              name: Rules
              definition: Rules <of any kind>.
              codable: "false"
              colour: "#F00082"
            - id: ours/silence
              parent: ours/rules
              name: Rule of “silence” 🤐
              definition: "Nobody may speak.\\n\\nExamples:\\n- not a heading"
              counts: [at night, at meals]
              examples: ["They pointed at the sign, and we were still."]
              question: When may one speak?
              statement: {reports: say that they had to be silent, denies: say that they could speak}
            - id: ours/songs
              name: Songs
              definition: They sang.
              guid: 0F8A1907-7E42-4739-8610-A676B4D1B69F
            """;

    @TempDir
    private Path folder;

    private int cases;

    private Case newCase() throws IOException {
        Path path = folder.resolve("case" + ++cases + ".afterword");
        CheapCase.create(path, "only for this test");
        try (var phrase = Passphrase.of("only for this test".toCharArray())) {
            return Case.open(path, phrase, "Wren");
        }
    }

    private static List<Account> accounts(Case opened) {
        try (Stream<Account> all = opened.contents().accounts()) {
            return all.toList();
        }
    }

    private byte[] exported(Case opened) throws IOException {
        Path out = folder.resolve("out" + ++cases);
        opened.exporting().export(out, new Exporting.Request("refi-qda", true, List.of(), List.of()));
        return Files.readAllBytes(out.resolve("project.qdpx"));
    }

    private Importing.Outcome imported(Case opened, byte[] qdpx) throws IOException {
        Path file = Files.write(folder.resolve("in" + ++cases + ".qdpx"), qdpx);
        return opened.importing(Progress.SILENT).take(file, Optional.empty(), false, Optional.empty(), false);
    }

    private Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("zip" + ++cases), zip);
        var entries = new LinkedHashMap<String, byte[]>();
        try (var open = new ZipFile(file.toFile())) {
            for (ZipEntry entry : open.stream().toList()) {
                entries.put(entry.getName(), open.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static void validate(String schema, byte[] xml) throws IOException {
        try (var in = RefiQdaTest.class.getResourceAsStream("/refi-qda/" + schema)) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(in))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private static Codebook ours() throws IOException {
        return Codebook.read(new ByteArrayInputStream(OURS.getBytes(StandardCharsets.UTF_8)));
    }

    private static String said(Random random) {
        String[] words = {
            "We sang 🎶.", "Nobody spoke é.", "They asked", "for 👩‍👩‍👧 us", "\n\n", "Łódź", "a < b & c", "“no”"
        };
        var text = new StringBuilder("Letter\n\n");
        for (int i = 0; i < 60; i++) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.append("\n").toString();
    }

    private Case filled(long seed) throws IOException {
        var random = new Random(seed);
        Case opened = newCase();
        opened.codebooking().add(ours());
        var paths = new ArrayList<Path>();
        for (int i = 0; i < 4; i++) {
            paths.add(Files.writeString(folder.resolve("letter" + seed + "-" + i + ".txt"), said(random)));
        }
        paths.add(Files.writeString(
                folder.resolve("talk" + seed + ".txt"),
                "Asking: What did you do?\nWren: We sang 🎶 all night.\nAsking: And then?\nWren: Nobody spoke.\n"));
        opened.add(paths, Optional.of("The Lantern Circle"), false, Progress.SILENT);
        String[] codes = {"ours/silence", "ours/songs", "practice/exhaustion", "lifton/milieu-control"};
        for (Account account : accounts(opened)) {
            for (int i = 0; i < 8; i++) {
                Span turn = account.turns()
                        .get(random.nextInt(account.turns().size()))
                        .span();
                int start = point(account, turn.start() + random.nextInt(turn.length()));
                int end = point(account, start + random.nextInt(turn.end() - start + 1));
                if (end > start) {
                    opened.code(
                            account,
                            new Span(start, end),
                            new Proposal.Coding(
                                    codes[random.nextInt(codes.length)],
                                    any(Polarity.values(), random),
                                    any(Access.values(), random),
                                    any(Claim.values(), random),
                                    random.nextBoolean() ? Optional.of("The Others") : Optional.empty()));
                }
            }
        }
        Coded one = opened.codings().getFirst();
        opened.deciding()
                .record(List.of(new Deciding.Request(
                        one.suggestion().toString(), "change=code:ours/songs", "Because they say so:\nthey sang.")));
        return opened;
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static int point(Account account, int at) {
        String text = account.text();
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    @Test
    void whatGoesOutComesInAndGoesOutTheSame() throws IOException {
        try (Case first = filled(1);
                Case second = newCase()) {
            byte[] out = exported(first);
            validate("Project.xsd", unzipped(out).get("project.qde"));
            Importing.Outcome outcome = imported(second, out);
            assertEquals(Map.of(), outcome.notTaken());
            assertEquals(first.codings().size(), outcome.codings());
            byte[] again = exported(second);
            assertEquals(
                    new String(unzipped(out).get("project.qde"), StandardCharsets.UTF_8),
                    new String(unzipped(again).get("project.qde"), StandardCharsets.UTF_8));
            assertArrayEquals(out, again);
            assertEquals(
                    first.codings().stream()
                            .map(coded -> coded.passage().quote() + coded.coding())
                            .sorted()
                            .toList(),
                    second.codings().stream()
                            .map(coded -> coded.passage().quote() + coded.coding())
                            .sorted()
                            .toList());
            assertEquals(0, imported(second, out).codings(), "a second time takes nothing");
        }
    }

    @Test
    void aCodebookGoesOutAndComesInTheSame() throws IOException {
        try (Case opened = newCase()) {
            for (Codebook book : List.of(ours(), Codebook.lifton(), Codebook.practices())) {
                String qdc = RefiCodes.qdc(book, "Afterword");
                validate("Codebook.xsd", qdc.getBytes(StandardCharsets.UTF_8));
                Path file = Files.writeString(folder.resolve(book.id() + ".qdc"), qdc);
                Codebook read = opened.codebooking().read(file);
                assertEquals(qdc, RefiCodes.qdc(read, "Afterword"));
                assertEquals(book.version(), read.version());
            }
            assertEquals(
                    ours().codes(),
                    opened.codebooking().read(folder.resolve("ours.qdc")).codes());
        }
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static final String A = "A0000000-0000-0000-0000-00000000000";

    private static String selection(int number, int start, int end, String name, int code) {
        return "<PlainTextSelection guid='" + A + "7' name='" + name + "' startPosition='" + start
                + "' endPosition='" + end + "'><Coding guid='B0000000-0000-0000-0000-00000000000" + number
                + "' creatingUser='{" + A.toLowerCase(java.util.Locale.ROOT)
                + "9}' creationDateTime='2024-05-06T07:08:09Z'>"
                + "<CodeRef targetGUID='" + A + code + "'/><NoteRef targetGUID='" + A
                + "8'/></Coding></PlainTextSelection>";
    }

    private static byte[] project(String sources) {
        return ("<?xml version='1.0' encoding='utf-8'?><Project xmlns='urn:QDA-XML:project:1.0' name='Interviews 2024'"
                        + " origin='Other 1.0'><Users><User guid='" + A + "9' name='Jo'/></Users><CodeBook><Codes>"
                        + "<Code guid='" + A + "1' name='Money' isCodable='true' color='#ff0000'><Description>About"
                        + " money.</Description><Code guid='" + A + "2' name='Money' isCodable='true'/></Code>"
                        + "<Code guid='" + A + "2' name='Twice the same' isCodable='true'/>"
                        + "</Codes></CodeBook><Sources>" + sources + "</Sources><Notes><Note guid='" + A
                        + "8'><PlainTextContent>A memo.</PlainTextContent></Note></Notes><Sets><Set guid='" + A
                        + "5' name='s'/></Sets></Project>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String path, String selections) {
        return "<TextSource guid='" + A + "3' name='One' plainTextPath='" + path + "'>" + selections + "</TextSource>";
    }

    @Test
    void windowsLineEndsCountAsOneOrTwo() throws IOException {
        byte[] words = "One\r\ntwo\r\nwe paid 🙂 them".getBytes(StandardCharsets.UTF_8);
        for (int shift : List.of(0, 2)) {
            try (Case opened = newCase()) {
                Importing.Outcome outcome = imported(
                        opened,
                        zip(Map.of(
                                "project.qde",
                                project(text(
                                        "internal://t.txt", selection(1, 10 - shift, 19 - shift, "we paid 🙂", 1))),
                                "sources/t.txt",
                                words)));
                assertEquals(1, outcome.codings(), outcome.toString());
                Coded coded = opened.codings().getFirst();
                assertEquals("we paid 🙂", coded.passage().quote());
                assertEquals("interviews-2024/money", coded.coding().code());
                assertEquals(Optional.of("1"), coded.coding().version());
                assertEquals("person Jo", coded.by());
                assertEquals(Access.NONE, coded.coding().access());
                assertEquals(
                        "A memo.", opened.contents().suggestions().getFirst().reason());
                assertEquals(Long.valueOf(1), outcome.notTaken().get("sets"));
            }
        }
    }

    @Test
    void whatIsErasedIsNotInTheRecordOfTheImport() throws IOException {
        try (Case first = filled(3);
                Case second = newCase()) {
            imported(second, exported(first));
            Account gone = accounts(second).getFirst();
            Erasing erasing = second.erasing();
            erasing.plan(gone.id().toString());
            erasing.erase("asked for");
            assertTrue(second.contents().account(gone.id()).isEmpty());
            byte[] project = unzipped(exported(second)).get("project.qde");
            validate("Project.xsd", project);
            Import record;
            try (var in = second.file().item(second.contents().imports().getFirst())) {
                record = Frames.read(in, Import.class).orElseThrow();
            }
            assertEquals(accounts(second).size(), record.sources().size());
            assertEquals(second.codings().size(), record.codings().size());
            assertTrue(second.file().inspect().problems().isEmpty());
        }
    }

    @Test
    void whatCannotBeTakenIsCounted() throws IOException {
        try (Case opened = newCase()) {
            String sources = text(
                            "internal://T.TXT",
                            selection(1, 0, 3, "", 2)
                                    + selection(1, 4, 7, "", 1)
                                    + selection(2, 0, 99, "", 1)
                                    + selection(3, 2, 1, "", 1)
                                    + selection(4, 0, 3, "", 6))
                    + text("internal://gone.txt", selection(5, 0, 3, "", 1))
                    + text("relative://far.txt", "")
                    + "<TextSource guid='" + A + "4' name='Here'><PlainTextContent>Written here.</PlainTextContent>"
                    + selection(6, 0, 7, "Written", 1) + "</TextSource>"
                    + "<PictureSource guid='" + A + "6' path='internal://p.jpg'><PictureSelection guid='" + A
                    + "6' firstX='1' firstY='1' secondX='2' secondY='2'><Coding guid='" + A + "6'><CodeRef targetGUID='"
                    + A + "1'/></Coding></PictureSelection></PictureSource>";
            Importing.Outcome outcome = imported(
                    opened,
                    zip(Map.of(
                            "project.qde",
                            project(sources),
                            "Sources/t.txt",
                            "Déj and café".getBytes(Charset.forName("windows-1252")))));
            assertEquals(3, outcome.codings(), outcome.toString());
            assertEquals(
                    List.of("Déj", "Written", "and"),
                    opened.codings().stream()
                            .map(coded -> coded.passage().quote())
                            .sorted()
                            .toList());
            assertEquals(
                    Map.of(
                            "codings whose words are not found in the text", 2L,
                            "codings with a code that is not there", 1L,
                            "texts that are missing in the file", 1L,
                            "codings of texts that are not there", 1L,
                            "texts that lie outside of the file", 1L,
                            "selections in pictures", 1L,
                            "codings of what is not taken", 1L,
                            "sets", 1L),
                    outcome.notTaken());
        }
    }

    @Test
    void hostileFilesAreRefusedAndReadNothingElse() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a planted secret");
        String entity = "<?xml version='1.0'?><!DOCTYPE p [<!ENTITY x SYSTEM '" + secret.toUri() + "'>"
                + "<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<Project xmlns='urn:QDA-XML:project:1.0' name='&x;'/>";
        for (byte[] qde : List.of(
                entity.getBytes(StandardCharsets.UTF_8),
                "<Project xmlns='urn:QDA-XML:project:1.0'><Users>".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            try (Case opened = newCase()) {
                Refused refused = assertThrows(Refused.class, () -> imported(opened, zip(Map.of("project.qde", qde))));
                assertFalse(refused.getMessage().contains("planted"), refused.getMessage());
                assertEquals(1, refused.getMessage().lines().count());
                assertTrue(opened.codings().isEmpty());
            }
        }
        try (Case opened = newCase()) {
            assertThrows(Refused.class, () -> imported(opened, zip(Map.of("a.txt", new byte[] {'a'}))));
            byte[] bomb = zip(Map.of("project.qde", project(""), "sources/bomb.txt", new byte[200 << 20]));
            Importing.Outcome outcome = imported(opened, bomb);
            assertEquals(0, outcome.codings());
            assertTrue(
                    opened.contents().exhibits().stream().noneMatch(one -> one.size() > 100 << 20),
                    "a bomb is not unpacked");
        }
    }
}
