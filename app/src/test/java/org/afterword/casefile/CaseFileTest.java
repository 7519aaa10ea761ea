package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
    @TempDir
    Path folder;

    static final String PASSPHRASE = "a lamp in the window";

    static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    static CaseFile create(Path path) throws CaseException {
        return CaseFile.create(path, passphrase(), "test 1", Cost.CHEAP).file();
    }

    static Id add(CaseFile file, String name, byte[] content) throws CaseException {
        try (var batch = file.batch("me")) {
            var id = add(batch, name, content);
            batch.commit();
            return id;
        }
    }

    static Id add(Batch batch, String name, byte[] content) throws CaseException {
        var item = batch.put(ItemType.EXHIBIT, content);
        batch.add(new Entry.ExhibitAdded(
                Id.random(),
                name,
                Sha256.of(content),
                content.length,
                item,
                Optional.empty(),
                Optional.of("2026-01-02T03:04:05Z"),
                Optional.empty()));
        return item;
    }

    static byte[] read(CaseFile file, Id item) throws IOException {
        try (var in = file.item(item)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWentInComesOutAlsoAfterOpeningAgain() throws IOException {
        var path = folder.resolve("a case, äöü? #1 %41.afterword");
        var contents = new ArrayList<byte[]>();
        for (int size : new int[] {
            0,
            1,
            255,
            511,
            512,
            513,
            ItemStore.CHUNK - 1,
            ItemStore.CHUNK,
            ItemStore.CHUNK + 1,
            2 * ItemStore.CHUNK,
            3_000_000
        }) {
            contents.add(bytes(size, size));
        }
        var items = new ArrayList<Id>();
        Id id;
        byte[] secret;
        try (var file = create(path)) {
            for (byte[] content : contents) {
                items.add(add(file, "file " + content.length, content));
            }
            id = file.id();
            secret = file.secret("pseudonyms");
            assertEquals(contents.size(), file.exhibits().size());
        }
        assertEquals(List.of(path), files());
        try (var file = CaseFile.open(path, passphrase())) {
            assertEquals(id, file.id());
            assertArrayEquals(secret, file.secret("pseudonyms"));
            assertNotEquals(Sha256.of(secret), Sha256.of(file.secret("other")));
            for (int i = 0; i < items.size(); i++) {
                assertArrayEquals(contents.get(i), read(file, items.get(i)));
            }
            assertEquals(contents.size(), file.exhibits().size());
            assertEquals(
                    Optional.of(items.getLast()),
                    file.exhibitWith(Sha256.of(contents.getLast())).flatMap(file::exhibitItem));
            var log = file.log().toList();
            assertEquals(1 + contents.size(), log.size());
            assertEquals("case-created", log.getFirst().kind());
            assertEquals("me", log.getLast().actor());
            assertEquals(List.of(), file.inspect().problems());
            assertTrue(file.inspect().signed());
        }
    }

    private List<Path> files() throws IOException {
        try (var list = Files.list(folder)) {
            return list.toList();
        }
    }

    @Test
    void theRecoveryCodeOpensTheCaseHoweverItIsTyped() throws IOException {
        var path = folder.resolve("case.afterword");
        var created = CaseFile.create(path, passphrase(), "test 1", Cost.CHEAP);
        created.file().close();
        var code = created.recoveryCode();
        assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"), code);
        for (var typed : List.of(
                code,
                code.toLowerCase(Locale.ROOT),
                code.replace("-", " "),
                code.replace("-", ""),
                " " + code.replace('0', 'o').replace('1', 'L') + "\n")) {
            CaseFile.open(path, Passphrase.of(typed.toCharArray())).close();
        }
        char slip = code.charAt(3) == 'A' ? 'B' : 'A';
        var wrong = code.substring(0, 3) + slip + code.substring(4);
        var thrown = assertThrows(
                CaseException.WrongPassphrase.class, () -> CaseFile.open(path, Passphrase.of(wrong.toCharArray())));
        assertTrue(thrown.getMessage().contains("slip"), thrown.getMessage());
    }

    @Test
    void aPassphraseIsTheSameHoweverItsAccentsAreTyped() throws IOException {
        var path = folder.resolve("case.afterword");
        CaseFile.create(path, Passphrase.of("gr\u00fc\u00dfe".toCharArray()), "test 1", Cost.CHEAP)
                .file()
                .close();
        CaseFile.open(path, Passphrase.of("gru\u0308\u00dfe".toCharArray())).close();
        assertThrows(
                CaseException.WrongPassphrase.class, () -> CaseFile.open(path, Passphrase.of("grusse".toCharArray())));
    }

    @Test
    void withoutCommitNothingHappened() throws IOException {
        var path = folder.resolve("case.afterword");
        try (var file = create(path)) {
            Id item;
            try (var batch = file.batch("me")) {
                item = add(batch, "gone", bytes(2_500_000, 1));
            }
            assertThrows(CaseException.Damaged.class, () -> file.item(item));
            assertEquals(1, file.log().count());
            assertEquals(List.of(), file.exhibits());
            add(file, "kept", bytes(10, 2));
            assertEquals(List.of(), file.inspect().problems());
        }
    }

    @Test
    void anItemThatBreaksOffOrIsDroppedLeavesNothing() throws IOException {
        try (var file = create(folder.resolve("case.afterword"))) {
            var broken = new SequenceInputStream(
                    new ByteArrayInputStream(bytes(1_500_000, 5)), new PipedInputStream()); // not connected: it throws
            try (var batch = file.batch("me")) {
                assertThrows(CaseException.SourceBroken.class, () -> batch.put(ItemType.EXHIBIT, broken));
                batch.drop(batch.put(ItemType.EXHIBIT, new ByteArrayInputStream(bytes(1000, 3))));
                add(batch, "kept", bytes(1000, 4));
                batch.commit();
            }
            assertEquals(List.of(), file.inspect().problems());
            assertEquals(1, file.inspect().contents().size());
        }
    }

    @Test
    void whatCannotBeFoldedIsNotWritten() throws IOException {
        var path = folder.resolve("case.afterword");
        try (var file = create(path)) {
            var group = new Group(Id.random(), "The lamplighters", false);
            try (var batch = file.batch("me")) {
                batch.add(new Entry.GroupNamed(group));
                var item = batch.put(ItemType.NAMES, "no frame".getBytes(StandardCharsets.UTF_8));
                batch.add(new Entry.NamesFound(item, "test 1", 0, 0));
                assertThrows(CaseException.class, batch::commit);
            }
            assertEquals(List.of(), file.groups());
            try (var batch = file.batch("me")) {
                batch.add(new Entry.GroupNamed(group));
                batch.commit();
            }
            assertEquals(List.of(group), file.groups());
        }
        try (var file = CaseFile.open(path, passphrase())) {
            assertEquals(2, file.log().count());
            assertFalse(file.groups().isEmpty());
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithoutNamingIt() throws IOException {
        try (var file = create(folder.resolve("case.afterword"))) {
            add(file, "a private name", bytes(100, 1));
            var thrown = assertThrows(IllegalStateException.class, () -> add(file, "a private name", bytes(100, 1)));
            var all = new StringWriter();
            thrown.printStackTrace(new PrintWriter(all));
            assertFalse(all.toString().contains("private name"), all.toString());
            add(file, "another", bytes(100, 2));
            assertEquals(
                    List.of("a private name", "another"),
                    file.exhibits().stream().map(Exhibit::name).toList());
            assertEquals(List.of(), file.inspect().problems());
        }
    }

    @Test
    void aClosedCaseSaysSo() throws IOException {
        var file = create(folder.resolve("case.afterword"));
        var item = add(file, "one", bytes(100, 1));
        file.close();
        file.close();
        assertThrows(IllegalStateException.class, () -> file.item(item));
        assertThrows(IllegalStateException.class, () -> file.batch("me"));
    }

    @Test
    void othersWaitForABatch() throws Exception {
        try (var file = create(folder.resolve("case.afterword"))) {
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < 4; t++) {
                int number = t;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 5; i++) {
                        try {
                            add(file, number + "-" + i, bytes(2000, 100 * number + i));
                        } catch (CaseException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
            assertEquals(20, file.exhibits().size());
            assertEquals(List.of(), file.inspect().problems());
            try (var batch = file.batch("me")) {
                assertThrows(IllegalStateException.class, () -> file.batch("me"));
                batch.commit();
            }
        }
    }
}
