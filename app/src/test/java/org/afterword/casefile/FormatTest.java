package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.Checkpoint;
import org.afterword.verifier.MerkleTree;
import org.afterword.verifier.NoteVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/case-format.md} says. */
class FormatTest {
    @TempDir
    Path folder;

    @Test
    void associatedDataHaveTheirFixedPlaces() {
        var binding = new Binding(new Id(1, 2), 3, new Id(4, 5), 6);
        var expected = HexFormat.of()
                .parseHex("6166746572776f72642f636173652f31"
                        + "00000000000000010000000000000002"
                        + "00000003"
                        + "00000000000000040000000000000005"
                        + "0000000000000006"
                        + "0000000000000007"
                        + "01");
        assertArrayEquals(expected, binding.chunk(7, true));
        assertEquals(69, binding.wrap().length);
        assertEquals(2, binding.wrap()[68]);
    }

    @Test
    void padmeIsThatOfThePaper() {
        // https://lbarman.ch/blog/padme/ and the paper's definition
        int[][] known = {
            {0, 0}, {1, 1}, {2, 2}, {8, 8}, {9, 10}, {100, 104}, {1000, 1024}, {1025, 1088}, {1 << 20, 1 << 20}
        };
        for (int[] pair : known) {
            assertEquals(pair[1], Padding.padme(pair[0]), "of " + pair[0]);
        }
        for (int length = 0; length < ItemStore.CHUNK; length += 9973) {
            var content = new byte[length];
            Arrays.fill(content, (byte) 0x80);
            var buffer = Arrays.copyOf(content, ItemStore.CHUNK);
            Arrays.fill(buffer, length, ItemStore.CHUNK, (byte) 0x80);
            int padded = Padding.padLast(buffer, length);
            assertTrue(padded <= ItemStore.CHUNK && padded <= Math.max(512, 1.12 * length + 2));
            assertEquals(OptionalInt.of(length), Padding.unpadLast(buffer, padded));
            assertArrayEquals(content, Arrays.copyOf(buffer, length));
        }
        assertEquals(ItemStore.CHUNK, Padding.padLast(new byte[ItemStore.CHUNK], ItemStore.CHUNK - 1));
        assertEquals(OptionalInt.empty(), Padding.unpadLast(new byte[512], 512));
    }

    @Test
    void checkpointsAreSignedNotes() {
        var key = new SignedNote.Key("afterword/test", new byte[32]);
        var checkpoint = new Checkpoint("afterword/test", 5, Sha256.of("root").hex());
        var note = SignedNote.sign(checkpoint.text(), key);
        var lines = note.lines().toList();
        assertEquals("afterword/test", lines.get(0));
        assertEquals("5", lines.get(1));
        assertEquals("", lines.get(3));
        assertTrue(lines.get(4).startsWith("\u2014 afterword/test "));
        assertEquals(68, Base64.getDecoder().decode(lines.get(4).substring(17)).length);
        assertEquals(
                Optional.of(checkpoint), SignedNote.verify(note, List.of(key)).flatMap(Checkpoint::parse));
        var other = new SignedNote.Key("afterword/test", Crypto.random(32));
        assertEquals(Optional.empty(), SignedNote.verify(note, List.of(other)));
        assertEquals(Optional.empty(), SignedNote.verify(note.replace("\n5\n", "\n6\n"), List.of(key)));
        for (int length = 0; length < note.length(); length++) {
            assertEquals(Optional.empty(), SignedNote.verify(note.substring(0, length), List.of(key)));
        }
    }

    @Test
    void notesOfOthersVerify() {
        // The example of c2sp.org/signed-note
        var note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;
        byte[] key = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var verifier = new NoteVerifier("PeterNeumann", Arrays.copyOfRange(key, 1, key.length));
        assertEquals("c74f20a3", HexFormat.of().formatHex(verifier.id()));
        assertTrue(verifier.verify(note).isPresent());
    }

    @Test
    void aSnapshotIsUsedAndNeverNeeded() throws IOException {
        var path = folder.resolve("case.afterword");
        var groups = 230;
        try (var file = CaseFileTest.create(path)) {
            try (var batch = file.batch("me")) {
                for (int i = 0; i < groups; i++) {
                    batch.add(new Entry.GroupNamed(new Group(Id.random(), "group " + i, false)));
                }
                batch.commit();
            }
        }
        var snapshot = state(path);
        assertEquals(groups + 1, snapshot.entries());
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(groups, file.groups().size());
            CaseFileTest.add(file, "after", new byte[3]);
            assertEquals(List.of(), file.inspect().problems());
        }
        assertEquals(snapshot, state(path));
        try (var container = ContainerFile.open(path)) {
            container.begin();
            container.deleteItem(snapshot.image());
            container.commit();
        }
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(groups, file.groups().size());
            assertEquals(1, file.exhibits().size());
        }
        assertNotEquals(snapshot, state(path), "a new one was made");
    }

    private static Snapshot.Saved state(Path path) throws CaseException {
        try (var container = ContainerFile.open(path);
                var keys = keys(container)) {
            return new Snapshot(container, keys, new ItemStore(container, keys))
                    .saved()
                    .orElseThrow();
        }
    }

    private static KeyRing keys(Container container) throws CaseException {
        return Header.parse(container.headers().getFirst()).orElseThrow().unlock(CaseFileTest.passphrase());
    }

    /** As a newer program would write it. */
    private static void writeUnknown(Path path, boolean must) throws IOException {
        try (var container = ContainerFile.open(path);
                var keys = keys(container)) {
            var tree = new MerkleTree();
            container.leaves(0, 1000).forEach(row -> tree.append(row.leaf()));
            long number = tree.size();
            ObjectNode json = Frames.json().createObjectNode();
            json.put("number", number)
                    .put("id", Id.random().toString())
                    .put("at", "2031-01-01T00:00:00Z")
                    .put("kind", "dreamt")
                    .put("must", must)
                    .put("actor", "me");
            json.putArray("items");
            json.putObject("body").put("of", "herons");
            var bytes = Crypto.concat(Crypto.random(32), Canonical.bytes(json));
            var leaf = Envelope.parse(bytes).orElseThrow().leaf();
            tree.append(leaf);
            var note = SignedNote.sign(
                    Checkpoint.of(keys.origin(), tree.size(), tree.root()).text(), keys.signer());
            container.begin();
            container.addEntry(new Rows.Entry(number, leaf, keys.seal(Binding.ENTRY, number, bytes)));
            container.addCheckpoint(
                    tree.size(), keys.seal(Binding.CHECKPOINT, tree.size(), note.getBytes(StandardCharsets.UTF_8)));
            container.commit();
        }
    }

    @Test
    void anUnknownKindIsKeptAndIfItMustBeKnownNothingIsWritten() throws IOException {
        var path = folder.resolve("case.afterword");
        CaseFileTest.create(path).close();
        writeUnknown(path, false);
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            var logged = file.log().toList().getLast();
            assertEquals("dreamt", logged.kind());
            assertEquals(Optional.empty(), logged.entry());
            CaseFileTest.add(file, "goes on", new byte[3]);
            assertEquals(List.of(), file.inspect().problems());
        }
        writeUnknown(path, true);
        byte[] before = Files.readAllBytes(path);
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(1, file.exhibits().size());
            assertEquals(Optional.of("This case was last written by a newer version of Afterword."), file.readOnly());
            var thrown = assertThrows(CaseException.ReadOnly.class, () -> CaseFileTest.add(file, "x", new byte[3]));
            assertTrue(thrown.getMessage().contains("newer version"));
            assertEquals(List.of(), file.inspect().problems());
        }
        assertArrayEquals(before, Files.readAllBytes(path));
    }

    @Test
    void halfASurrogatePairComesBack() throws IOException {
        var text = "a\ud83d b \ude00 \ud83d\ude00 \u00e4";
        assertEquals(Optional.of(text), Frames.read(new ByteArrayInputStream(Frames.write(text)), String.class));
    }

    @Test
    void oneFieldOfAnEntryCanBeShownAlone() {
        var entry = new Entry.ExhibitAdded(
                Id.random(),
                "letter.txt",
                Sha256.of("x"),
                1,
                Id.random(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var envelope = Envelope.of(3, Instant.EPOCH, "me", entry, List.of());
        byte[] leaf = envelope.leaf();
        assertArrayEquals(leaf, Envelope.parse(envelope.bytes()).orElseThrow().leaf());
        var again = Envelope.of(3, Instant.EPOCH, "me", entry, List.of());
        assertTrue(!Arrays.equals(leaf, again.leaf()), "salted");
    }
}
