package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.afterword.casefile.Frames;
import org.afterword.model.Sha256;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.json.jsoncas2.JsonCas2Deserializer;
import org.apache.uima.util.CasCreationUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What leaves in each exchange format: nobody's name unless it is asked for, and places that are right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeTest {
    private static final List<String> FORMATS =
            List.of("refi-qda", "web-annotation", "uima-cas", "csv", "jsonl", "parquet");
    private static final List<String> PLANTED = List.of("Quillon", "Vantongeren", "Ostrowick");
    private static final String WORDS = "Quillon Vantongeren asked us all for money 🙂, and we gave him our savings.";

    @TempDir
    private static Path folder;

    private CommandLine person;
    private String file = "";
    private int exports;

    @BeforeAll
    void aCase() throws IOException {
        person = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letter = Files.writeString(
                folder.resolve("letter of Quillon.txt"),
                "In the winter we lived together 👩‍👩‍👧. " + WORDS + " Later " + PLANTED.get(0) + " " + PLANTED.get(1)
                        + " moved away, and Mrs Tamsin Ostrowick left us, too. =SUM(A1) was a joke.\n");
        Path silent = Files.writeString(
                folder.resolve("silent.txt"), "Nobody may quote this letter of mine in any place at all, ever.\n");
        person.done(
                "add", file, letter.toString(), silent.toString(), "--group", "The Lantern Circle", "--names", "rules");
        person.done("suggest", file, "--names", "rules", "--phrases");
        for (JsonNode passage : person.done("passages", file, "--json").json()) {
            person.done("decide", file, passage.path("id").asText(), "accept", "--reason", "Because Quillon said so.");
        }
    }

    private String account(String name) {
        return person.done("accounts", file, "--json").json().stream()
                .filter(row -> row.path("file").asText().contains(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private Map<String, String> files(String format, String... more) throws IOException {
        Path out = folder.resolve("out" + ++exports);
        var all = new java.util.ArrayList<>(List.of("export", file, out.toString(), "--format", format));
        all.addAll(List.of(more));
        person.done(all.toArray(String[]::new));
        var files = new LinkedHashMap<String, String>();
        try (Stream<Path> walked = Files.walk(out)) {
            for (Path one : walked.filter(Files::isRegularFile).sorted().toList()) {
                String name = out.relativize(one).toString();
                if (name.endsWith(".parquet")) {
                    files.put(name, values(one));
                    files.put(
                            name + " bytes", Sha256.of(Files.readAllBytes(one)).hex());
                    continue;
                }
                if (!name.endsWith(".qdpx")) {
                    files.put(name, Files.readString(one));
                    continue;
                }
                try (var zip = new ZipFile(one.toFile())) {
                    for (ZipEntry entry : zip.stream().toList()) {
                        files.put(
                                name + "!/" + entry.getName(),
                                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return files;
    }

    private static String values(Path parquet) throws IOException {
        var values = new StringBuilder();
        try (var reader = ParquetFileReader.open(InputFile.of(parquet));
                var rows = reader.rowReader()) {
            values.append(reader.getFileMetaData().keyValueMetadata()).append('\n');
            while (rows.hasNext()) {
                rows.next();
                for (int i = 0; i < rows.getFieldCount(); i++) {
                    values.append(rows.getFieldName(i))
                            .append('=')
                            .append(rows.getValue(i))
                            .append('\n');
                }
            }
        }
        return values.toString();
    }

    @Test
    @Order(1)
    void undecidedNamesRefuseWhatIsProtected() {
        for (String format : FORMATS) {
            Path out = folder.resolve("refused-" + format);
            var answer = person.type("export", file, out.toString(), "--format", format);
            assertEquals(4, answer.exit(), answer.err() + answer.out());
            assertTrue(answer.out().contains("Vantongeren"), answer.out());
            assertFalse(Files.exists(out));
        }
    }

    @Test
    @Order(2)
    void unprotectedIsTheRealTextAndIsLogged() throws IOException {
        for (String format : FORMATS) {
            assertTrue(
                    files(format, "--unprotected").values().stream()
                            .anyMatch(text -> text.contains("Vantongeren asked us all for money")),
                    format);
        }
    }

    @Test
    @Order(3)
    void noNameIsInWhatIsProtected() throws IOException {
        for (JsonNode one : person.done("people", file, "--json").json()) {
            String kind = one.path("kind").asText();
            person.done("decide", file, one.path("id").asText(), kind.equals("person") ? "pseudonym" : "redact");
        }
        for (String decision : List.of("read", "consent=verbatim", "public=no", "approve")) {
            person.done("decide", file, account("letter of"), decision);
        }
        person.done("decide", file, account("silent"), "consent=counts");
        for (String format : FORMATS) {
            Map<String, String> files = files(format);
            files.forEach((name, text) -> {
                for (String planted : PLANTED) {
                    String low = planted.toLowerCase(Locale.ROOT);
                    assertFalse(name.toLowerCase(Locale.ROOT).contains(low), name);
                    assertFalse(text.toLowerCase(Locale.ROOT).contains(low), format + " " + name);
                }
                assertFalse(text.contains("Nobody may quote this"), format + " " + name);
            });
            assertTrue(files.values().stream().anyMatch(text -> text.contains("asked us all for money")), format);
            assertEquals(files, files(format), "twice the same");
        }
    }

    @Test
    @Order(4)
    void placesAreThoseOfTheWordsThatGoOut() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        Map<String, String> lines = files("jsonl");
        lines.getOrDefault("accounts.jsonl", "").lines().map(ExchangeTest::json).forEach(row -> {
            texts.put(row.path("id").asText(), row.path("text").asText());
            // Without letters, of which a name could be: "ADA12345".
            assertTrue(row.path("title").asText().matches("Text [0-9]+"), row::toString);
        });
        List<JsonNode> codings = lines.getOrDefault("codings.jsonl", "")
                .lines()
                .map(ExchangeTest::json)
                .toList();
        assertFalse(codings.isEmpty());
        for (JsonNode row : codings) {
            String text = texts.get(row.path("account").asText());
            int start = text.offsetByCodePoints(0, row.path("start").asInt());
            int end = text.offsetByCodePoints(0, row.path("end").asInt());
            assertEquals(row.path("quote").asText(), text.substring(start, end));
            assertTrue(row.path("quote").asText().endsWith("savings."), row.toString());
            assertEquals("Coder 1", row.path("by").asText());
            assertEquals("", row.path("memo").asText());
        }
        for (JsonNode item : json(files("web-annotation").getOrDefault("annotations.jsonld", ""))
                .path("items")) {
            JsonNode quote = item.path("target").path("selector").path(1);
            String text = texts.get(item.path("target").path("source").asText().replaceAll("texts/|\\.txt", ""));
            assertTrue(text.contains(quote.path("prefix").asText()
                    + quote.path("exact").asText()
                    + quote.path("suffix").asText()));
        }
        String csv = files("csv").getOrDefault("accounts.csv", "");
        assertTrue(csv.startsWith("id,title,group,date,language,text\r\n"), csv);
    }

    @Test
    @Order(4)
    void parquetHasWhatTheJsonLinesHave() throws IOException {
        Map<String, String> lines = files("jsonl");
        Map<String, String> parquet = files("parquet");
        for (String table : List.of("accounts", "turns", "codings", "findings", "codes")) {
            var expected = new StringBuilder();
            lines.getOrDefault(table + ".jsonl", "")
                    .lines()
                    .map(ExchangeTest::json)
                    .flatMap(row -> row.properties().stream())
                    .forEach(field -> expected.append(field.getKey())
                            .append('=')
                            .append(field.getValue().asText())
                            .append('\n'));
            String rows = parquet.getOrDefault(table + ".parquet", "");
            assertEquals(expected.toString(), rows.substring(rows.indexOf('\n') + 1), table);
        }
        assertTrue(
                parquet.getOrDefault("turns.parquet", "").contains("column.start=first code point of the text"),
                parquet.toString());
    }

    /** Read by UIMA itself. */
    @Test
    @Order(4)
    void uimaFindsTheWords() throws IOException, UIMAException {
        var files = files("uima-cas");
        assertFalse(files.isEmpty());
        for (String json : files.values()) {
            var types = UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
            var layer = types.addType("webanno.custom.Coding", "", "uima.tcas.Annotation");
            json(json).path("%TYPES").path(layer.getName()).fieldNames().forEachRemaining(name -> {
                if (!name.startsWith("%")) {
                    layer.addFeature(name, "", "uima.cas.String");
                }
            });
            CAS cas = CasCreationUtils.createCas(types, null, null);
            new JsonCas2Deserializer()
                    .deserialize(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), cas);
            Type type = cas.getTypeSystem().getType(layer.getName());
            var spans = new ArrayList<AnnotationFS>();
            cas.getAnnotationIndex(type).forEach(spans::add);
            assertFalse(spans.isEmpty());
            for (AnnotationFS span : spans) {
                assertTrue(span.getCoveredText().contains("🙂"), span.getCoveredText());
                assertTrue(span.getCoveredText().endsWith("savings."), span.getCoveredText());
                assertEquals("Coder 1", span.getStringValue(type.getFeatureByBaseName("coder")));
                assertTrue(
                        span.getStringValue(type.getFeatureByBaseName("code")).startsWith("practice/"));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return Frames.json().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Test
    @Order(5)
    void aCodebookThatNamesSomebodyIsHeldBack() throws IOException {
        Path book = Files.writeString(folder.resolve("named.yaml"), """
                schema: afterword/codebook/1
                id: named
                name: Named
                version: "1"
                description: A codebook.
                source: us
                codes:
                - id: named/him
                  name: What Vantongeren did
                  definition: Anything.
                """);
        person.done("codebook", file, "add", book.toString());
        String id = person.done("passages", file, "--json")
                .json()
                .getFirst()
                .path("id")
                .asText();
        person.done("map", file, id, "named/him");
        for (String format : List.of("csv", "parquet")) {
            Path held = folder.resolve("held-" + format);
            assertEquals(
                    4,
                    person.type("export", file, held.toString(), "--format", format)
                            .exit(),
                    format);
            assertFalse(Files.exists(held));
        }
        person.done("export", file, folder.resolve("open").toString(), "--format", "csv", "--unprotected");
    }
}
