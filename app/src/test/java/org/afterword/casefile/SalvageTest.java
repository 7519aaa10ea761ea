package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.afterword.custody.SalvageFolder;
import org.afterword.custody.Salvaged;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not hit comes out of a damaged case, and nothing else does. */
class SalvageTest {
    private static final int EXHIBITS = 30;
    private static final int PAGE = Sql.PAGE;
    private static final int ROUNDS = Integer.getInteger("afterword.salvage.rounds", 3);

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;
    private int runs;
    private final Map<Sha256, Id> itemOf = new HashMap<>();

    @BeforeEach
    void aCaseOfManyExhibits() throws IOException {
        path = folder.resolve("case.afterword");
        var random = new Random(3);
        try (var file = CaseFileTest.create(path)) {
            for (int i = 0; i < EXHIBITS; i++) {
                var content = new byte[i == 7 ? 1_200_000 : i % 3 == 0 ? 40_000 : 100 + random.nextInt(6000)];
                random.nextBytes(content);
                itemOf.put(Sha256.of(content), CaseFileTest.add(file, "letters/ä " + i + ".txt", content));
            }
            try (var batch = file.batch("me")) {
                batch.add(new Entry.Decided(
                        new Decision(Id.random(), Id.random(), new Verdict.Keep(), "a reason", "me", Instant.EPOCH)));
                batch.commit();
            }
        }
        whole = Files.readAllBytes(path);
    }

    private Salvaged salvage() throws IOException {
        var out = folder.resolve("out-" + runs++);
        try (var salvage = Salvage.of(path, CaseFileTest.passphrase())) {
            var salvaged = SalvageFolder.write(salvage, out);
            for (var piece : salvaged.exhibits()) {
                assertEquals(
                        piece.sha256(),
                        Sha256.of(Files.readAllBytes(out.resolve(piece.file().orElseThrow()))));
                assertTrue(itemOf.containsKey(piece.sha256()), "only what came in comes out");
            }
            return salvaged;
        }
    }

    private static Set<Sha256> hashes(Salvaged salvaged) {
        var hashes = new HashSet<Sha256>();
        salvaged.exhibits().forEach(piece -> hashes.add(piece.sha256()));
        return hashes;
    }

    @Test
    void allOfAWholeCaseComesOutAndItIsLeftAsItWas() throws IOException {
        var salvaged = salvage();
        assertTrue(salvaged.whole(), salvaged.toString());
        assertEquals(itemOf.keySet(), hashes(salvaged));
        assertEquals(1, salvaged.decisions());
        assertEquals(EXHIBITS + 2, salvaged.entries());
        assertArrayEquals(whole, Files.readAllBytes(path));
        assertTrue(Files.readString(folder.resolve("out-0/decisions.jsonl")).contains("\"decision\":\"keep\""));
        assertTrue(Files.readString(folder.resolve("out-0/REPORT.md")).contains("in the clear"));
        assertThrows(FileAlreadyExistsException.class, () -> {
            try (var salvage = Salvage.of(path, CaseFileTest.passphrase())) {
                SalvageFolder.write(salvage, folder.resolve("out-0"));
            }
        });
    }

    @Test
    void neitherTheFirstPageNorTheTreesAreNeeded() throws IOException {
        var bytes = whole.clone();
        Arrays.fill(bytes, 0, PAGE, (byte) 0x5a);
        for (int at = PAGE; at + PAGE <= bytes.length; at += PAGE) {
            if (bytes[at] == 2 || bytes[at] == 5 || bytes[at] == 10) {
                Arrays.fill(bytes, at, at + PAGE, (byte) 0);
            }
        }
        Files.write(path, bytes);
        assertThrows(CaseException.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
        assertEquals(itemOf.keySet(), hashes(salvage()));
    }

    @Test
    void oneHeaderIsEnoughAndNoneIsSaid() throws Exception {
        change("UPDATE header SET bytes = zeroblob(100) WHERE copy = 1");
        assertEquals(itemOf.keySet(), hashes(salvage()));
        change("UPDATE header SET bytes = zeroblob(100)");
        var thrown = assertThrows(CaseException.Damaged.class, this::salvage);
        assertTrue(thrown.getMessage().contains("both copies of the header"), thrown.getMessage());
    }

    @Test
    void withoutItsEntryAnExhibitComesOutWithoutItsName() throws Exception {
        change("DELETE FROM entry WHERE number IN (3, 4)", "DELETE FROM checkpoint");
        var salvaged = salvage();
        assertEquals(itemOf.keySet(), hashes(salvaged));
        assertEquals(2, salvaged.exhibits().stream().filter(p -> !p.logged()).count());
        assertEquals(List.of(3L, 4L), salvaged.unreadable());
        assertFalse(salvaged.whole());
    }

    @Test
    void anotherPassphraseAndAnotherFileAreSaid() throws IOException {
        assertThrows(CaseException.WrongPassphrase.class, () -> Salvage.of(path, Passphrase.of(new char[] {'x'})));
        Files.write(path, new byte[100_000]);
        assertThrows(CaseException.NotACase.class, this::salvage);
    }

    @Test
    void cutAnywhereWhatIsLeftComesOut() throws Exception {
        var ranges = ranges();
        var random = new Random(17);
        for (int round = 0; round < ROUNDS; round++) {
            int length = 3 * PAGE + random.nextInt(whole.length - 3 * PAGE);
            Files.write(path, Arrays.copyOf(whole, length));
            var out = hashes(salvage());
            ranges.forEach((hash, parts) -> {
                if (parts.stream().allMatch(part -> (part[1] / PAGE + 1) * PAGE <= length)) {
                    assertTrue(out.contains(hash), "cut at " + length);
                }
            });
        }
    }

    @Test
    void whatWasNotHitComesOut() throws Exception {
        var ranges = ranges();
        var random = new Random(5);
        var report = new StringBuilder();
        for (int hits : new int[] {1, 10, 30, 100, 300}) {
            int came = 0;
            int untouched = 0;
            int onUntouchedPages = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var bytes = whole.clone();
                var at = IntStream.generate(() -> random.nextInt(bytes.length))
                        .filter(i ->
                                i / PAGE != 1) // where both headers lie: it is the one page without which nothing is
                        .limit(hits)
                        .toArray();
                for (int i : at) {
                    bytes[i] ^= (byte) (1 + random.nextInt(255));
                }
                Files.write(path, bytes);
                var out = hashes(salvage());
                came += out.size();
                for (var exhibit : ranges.entrySet()) {
                    boolean bytesWhole = Arrays.stream(at)
                            .noneMatch(i -> exhibit.getValue().stream().anyMatch(part -> part[0] <= i && i <= part[1]));
                    boolean pagesWhole = Arrays.stream(at)
                            .noneMatch(i -> exhibit.getValue().stream()
                                    .anyMatch(part -> part[0] / PAGE <= i / PAGE && i / PAGE <= part[1] / PAGE));
                    untouched += bytesWhole ? 1 : 0;
                    onUntouchedPages += pagesWhole ? 1 : 0;
                    assertTrue(!pagesWhole || out.contains(exhibit.getKey()), hits + " hits");
                    assertTrue(bytesWhole || !out.contains(exhibit.getKey()), "a hit one cannot come out");
                }
            }
            report.append("%d bytes damaged: of %d exhibits, %d untouched (%d with all their pages), %d came out%n"
                    .formatted(hits, ROUNDS * EXHIBITS, untouched, onUntouchedPages, came));
            assertTrue(came >= untouched - 1 - untouched / 50, report::toString);
        }
        System.out.print(report);
    }

    /** Where each exhibit's bytes and keys lie in the file: found by looking for them, not by its structure. */
    private Map<Sha256, List<int[]>> ranges() throws Exception {
        var found = new HashMap<Sha256, List<int[]>>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            for (var exhibit : itemOf.entrySet()) {
                var parts = new java.util.ArrayList<int[]>();
                try (var query = connection.prepareStatement("SELECT wrap, chunk.bytes, item.id FROM item JOIN chunk ON"
                        + " chunk.place >> 24 = item.place WHERE item.id = ?")) {
                    query.setBytes(1, exhibit.getValue().bytes());
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            locate(concat(rows.getBytes(3), rows.getBytes(1)), parts);
                            locate(rows.getBytes(2), parts);
                        }
                    }
                }
                found.put(exhibit.getKey(), parts);
            }
        }
        return found;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return Crypto.concat(a, b);
    }

    private void locate(byte[] value, List<int[]> parts) {
        int done = 0;
        while (done < value.length) {
            int at = indexOf(value, done);
            int end = at;
            int pageEnd = (at / PAGE + 1) * PAGE;
            while (done < value.length && end < pageEnd && whole[end] == value[done]) {
                end++;
                done++;
            }
            parts.add(new int[] {at, end - 1});
        }
    }

    private int indexOf(byte[] value, int from) {
        int length = Math.min(12, value.length - from);
        for (int at = 0; at + length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + length, value, from, from + length)) {
                return at;
            }
        }
        throw new AssertionError("not in the file");
    }

    private void change(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
