package org.afterword;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Entry;
import org.afterword.model.Sha256;
import org.afterword.verifier.BagCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    private static Path folder;

    private static ExampleBag example;
    private static Path bag;

    @BeforeAll
    static void export() throws IOException {
        example = new ExampleBag(folder);
        bag = example.bag(folder.resolve("bag"));
    }

    @Test
    void everyExhibitComesOutAsItCame() throws IOException {
        var hashes = new TreeSet<String>();
        for (var file : ExampleBag.files(bag.resolve("data/exhibits")).entrySet()) {
            hashes.add(Sha256.of(file.getValue()).hex());
            String name = Path.of(file.getKey()).getFileName().toString();
            assertTrue(name.matches("[^\\\\/:*?\"<>|%\\p{Cntrl}\u202e]+"), name);
            assertFalse(name.equals("CON") || name.startsWith("."), name);
        }
        assertEquals(
                ExampleBag.EXHIBITS.values().stream()
                        .map(bytes -> Sha256.of(bytes).hex())
                        .collect(Collectors.toCollection(TreeSet::new)),
                hashes);
        var result = BagCheck.verify(bag, Optional.empty());
        assertEquals(List.of(), result.problems());
        assertEquals(ExampleBag.EXHIBITS.size(), result.exhibits());
    }

    @Test
    void theLogSaysWhatWentOut() throws IOException {
        try (Case opened = example.open();
                var log = opened.file().log()) {
            assertTrue(log.flatMap(logged -> logged.entry().stream())
                    .anyMatch(new Entry.Exported("bagit", true, ExampleBag.EXHIBITS.size(), Optional.empty())::equals));
        }
    }

    @Test
    void madeAgainItIsTheSame() throws IOException {
        Map<String, byte[]> first = ExampleBag.files(bag);
        Map<String, byte[]> second = ExampleBag.files(example.bag(folder.resolve("again")));
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void onlyWhatWasChosenGoes() throws IOException {
        String id;
        try (Case opened = example.open()) {
            id = opened.contents().exhibits().getFirst().id().toString();
        }
        Path one = example.export(folder.resolve("one"), true, List.of(id.substring(0, 10)), List.of())
                .path()
                .orElseThrow();
        assertEquals(
                Set.of(id + "/one lamp.txt"),
                ExampleBag.files(one.resolve("data/exhibits")).keySet());
        assertEquals(1, BagCheck.verify(one, Optional.empty()).exhibits());
        assertThrows(Refused.class, () -> example.export(folder.resolve("no"), true, List.of("zzzz"), List.of()));
    }

    @Test
    void nothingIsWrittenWhereSomethingLies() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> example.bag(full));
        assertEquals(Set.of("mine.txt"), ExampleBag.files(full).keySet());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(
                List.of(), BagCheck.verify(example.bag(empty), Optional.empty()).problems());
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith("."))
                            .toList());
        }
    }

    @Test
    void forARecipientNothingOfItIsInPlain() throws IOException, GeneralSecurityException {
        var pair = new X25519KeyPairGenerator().generateKeyPair();
        String recipient = new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII);
        Path sealed = example.export(folder.resolve("sealed"), true, List.of(), List.of(recipient))
                .path()
                .orElseThrow();
        assertEquals("sealed.zip.age", sealed.getFileName().toString());
        byte[] bytes = Files.readAllBytes(sealed);
        assertTrue(new String(bytes, StandardCharsets.ISO_8859_1).startsWith("age-encryption.org/v1\n-> X25519 "));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("exhibits"));
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
        Path out = folder.resolve("unsealed");
        try (var channel = FileChannel.open(sealed);
                var zip = new ZipInputStream(Channels.newInputStream(
                        new StandardDecryptingChannelFactory().newDecryptingChannel(channel, List.of(reader))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = out.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        Map<String, byte[]> plain = ExampleBag.files(out.resolve("sealed"));
        Map<String, byte[]> folders = ExampleBag.files(bag);
        assertEquals(folders.keySet(), plain.keySet());
        folders.forEach((name, content) -> assertArrayEquals(content, plain.get(name), name));
        assertThrows(
                IllegalArgumentException.class,
                () -> example.export(folder.resolve("nobody"), true, List.of(), List.of("age1nobody")));
    }

    @Test
    void theCrateDescribesEveryFileOfThePayload() throws IOException {
        JsonNode crate = new ObjectMapper()
                .readTree(bag.resolve("data/ro-crate-metadata.json").toFile());
        var described = new TreeMap<String, JsonNode>();
        crate.path("@graph").forEach(entity -> described.put(entity.path("@id").asText(), entity));
        assertEquals(
                "https://w3id.org/ro/crate/1.1/context",
                crate.path("@context").path(0).asText());
        assertEquals(
                "https://w3id.org/ro/crate/1.1",
                described
                        .get("ro-crate-metadata.json")
                        .path("conformsTo")
                        .path("@id")
                        .asText());
        JsonNode root = described.get("./");
        assertTrue(root.path("datePublished").asText().matches("\\d{4}-\\d\\d-\\d\\d"));
        var parts = new TreeSet<String>();
        root.path("hasPart").forEach(part -> parts.add(part.path("@id").asText()));
        var payload = new TreeSet<String>();
        for (var file : ExampleBag.files(bag.resolve("data")).entrySet()) {
            if (!file.getKey().equals("ro-crate-metadata.json")) {
                String id = Arrays.stream(file.getKey().split("/"))
                        .map(part -> java.net.URLEncoder.encode(part, StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                        .collect(Collectors.joining("/"));
                payload.add(id);
                JsonNode one = described.get(id);
                assertEquals("File", one.path("@type").asText(), id);
                assertEquals(
                        Sha256.of(file.getValue()).hex(), one.path("sha256").asText());
                assertEquals(
                        Integer.toString(file.getValue().length),
                        one.path("contentSize").asText());
                assertEquals("2024-05-06T07:08:09Z", one.path("dateModified").asText());
            }
        }
        assertEquals(payload, parts);
    }

    @Test
    void aDamagedExhibitIsNotExported() throws IOException {
        Path place = folder.resolve("damaged bag");
        Path copy = Files.createDirectory(folder.resolve("damaged"));
        var small = new ExampleBag(copy);
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + small.path());
                var statement = connection.createStatement()) {
            statement.execute("update chunk set bytes = zeroblob(length(bytes)) where place ="
                    + " (select min(place) from chunk)");
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        assertThrows(CaseException.Damaged.class, () -> small.bag(place));
        assertFalse(Files.exists(place));
    }
}
