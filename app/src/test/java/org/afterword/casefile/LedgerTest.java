package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.afterword.model.Sha256;
import org.afterword.verifier.Checkpoint;
import org.afterword.verifier.MerkleTree;
import org.junit.jupiter.api.Test;

/** A log compared with checkpoints from outside. */
class LedgerTest {
    private static final SignedNote.Key EARLIER = key("afterword/lamp", 1);
    private static final SignedNote.Key NOW = key("afterword/lamp", 2);

    private static SignedNote.Key key(String name, int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SignedNote.Key(name, bytes);
    }

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            leaves.add(MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static String note(SignedNote.Key key, int size, List<byte[]> leaves) {
        return SignedNote.sign(
                Checkpoint.of(
                                key.name(),
                                size,
                                MerkleTree.of(leaves.subList(0, size)).root())
                        .text(),
                key);
    }

    private static Ledger ledger(List<byte[]> leaves) {
        return Ledger.of(List.of(EARLIER, NOW), leaves);
    }

    @Test
    void everyEarlierStateIsABeginningAndNoOther() {
        var leaves = leaves(40);
        for (int size = 1; size <= 40; size++) {
            var changed = new ArrayList<>(leaves);
            changed.set(size - 1, MerkleTree.leaf(new byte[] {1}));
            var note = note(NOW, size, leaves);
            for (int now = 1; now <= 40; now++) {
                var compared = ledger(leaves.subList(0, now)).compare(note);
                assertEquals(now < size ? Since.OLDER : Since.UNCHANGED, compared.since());
                assertEquals(size, compared.size());
            }
            assertEquals(Since.CHANGED, ledger(changed).compare(note).since());
        }
    }

    @Test
    void anEarlierKeyCountsAndIsSaid() {
        var leaves = leaves(5);
        assertEquals(
                new Ledger.Compared(Since.UNCHANGED, 3, true), ledger(leaves).compare(note(EARLIER, 3, leaves)));
        assertEquals(
                new Ledger.Compared(Since.UNCHANGED, 3, false), ledger(leaves).compare(note(NOW, 3, leaves)));
        var stranger = key("afterword/lamp", 3);
        assertEquals(
                Since.BROKEN, ledger(leaves).compare(note(stranger, 3, leaves)).since());
        var other = key("afterword/rowers", 3);
        assertEquals(
                Since.NOT_OURS, ledger(leaves).compare(note(other, 3, leaves)).since());
    }

    @Test
    void whatTheCaseSignedElseIsNoCheckpoint() {
        for (String text : List.of("hello\n", "afterword/other\n3\n" + "A".repeat(43) + "=\n", "\n\n")) {
            assertEquals(
                    Since.NO_CHECKPOINT,
                    ledger(leaves(5)).compare(SignedNote.sign(text, NOW)).since());
        }
        var empty = SignedNote.sign(
                Checkpoint.of(NOW.name(), 0, new MerkleTree().root()).text(), NOW);
        assertEquals(Since.UNCHANGED, ledger(leaves(5)).compare(empty).since());
        assertEquals(Since.UNCHANGED, ledger(List.of()).compare(empty).since());
        var huge = SignedNote.sign(
                new Checkpoint(
                                NOW.name(),
                                999_999_999_999_999_999L,
                                Sha256.of("").hex())
                        .text(),
                NOW);
        assertEquals(Since.OLDER, ledger(leaves(5)).compare(huge).since());
    }

    @Test
    void noChangedCharacterPasses() {
        var leaves = leaves(7);
        var note = note(NOW, 4, leaves);
        var random = new Random(4);
        for (int i = 0; i < note.length(); i += 2) {
            for (char c : new char[] {(char) (note.charAt(i) ^ 1), (char) random.nextInt(0xD800)}) {
                var changed = note.substring(0, i) + c + note.substring(i + 1);
                var since = ledger(leaves).compare(changed).since();
                assertTrue(changed.equals(note) || since != Since.UNCHANGED, changed);
            }
            assertTrue(ledger(leaves).compare(note.substring(0, i)).since() != Since.UNCHANGED);
        }
    }

    /** As many entries as a large case has; the bound is far above what it takes. */
    @Test
    void aLongLogIsComparedInSeconds() {
        var leaves = leaves(200_000);
        var ledger = ledger(leaves);
        var note = note(NOW, 131_071, leaves);
        long start = System.nanoTime();
        assertEquals(Since.UNCHANGED, ledger.compare(note).since());
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
    }
}
