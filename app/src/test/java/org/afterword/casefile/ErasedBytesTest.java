package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.afterword.model.Id;
import org.junit.jupiter.api.Test;

/**
 * After an erasure somebody learns the passphrase, and has a copy of the case from before as well. They try the keys of
 * both times at every byte of the file, whatever SQLite says of its pages.
 */
class ErasedBytesTest extends SmallCase {
    private static final int WRAP = 92;
    private static final long ENTRY = 1;

    private KeyRing keys() throws CaseException {
        try (var container = ContainerFile.open(path);
                var passphrase = CaseFileTest.passphrase()) {
            return Header.read(container).unlock(passphrase);
        }
    }

    private Id item() throws CaseException {
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            return file.exhibitItem(file.exhibits().getFirst().id()).orElseThrow();
        }
    }

    /** The key of one thing, wherever in the bytes a wrap of it lies. */
    private static Optional<byte[]> found(byte[] bytes, KeyRing keys, Id id, int type) {
        return IntStream.rangeClosed(0, bytes.length - WRAP)
                .parallel()
                .mapToObj(at -> keys.unwrapItemKey(id, Arrays.copyOfRange(bytes, at, at + WRAP)))
                .flatMap(Optional::stream)
                .filter(key -> key.type() == type) // entries, checkpoints and states are numbered alike
                .map(KeyRing.ItemKey::key)
                .findFirst();
    }

    private static Optional<byte[]> entry(byte[] bytes, KeyRing keys, long number) {
        return found(bytes, keys, Binding.numbered(number), Binding.ENTRY);
    }

    private static Optional<byte[]> exhibit(byte[] bytes, KeyRing keys, Id item) {
        return found(bytes, keys, item, ItemType.EXHIBIT.number());
    }

    private static boolean has(byte[] bytes, byte[] piece) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(piece, StandardCharsets.ISO_8859_1));
    }

    /** As it is, and as somebody might have written it down. */
    private static List<byte[]> spellings(byte[] key) {
        return List.of(
                key,
                HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().withUpperCase().formatHex(key).getBytes(StandardCharsets.US_ASCII),
                Base64.getEncoder().withoutPadding().encode(key),
                Base64.getUrlEncoder().withoutPadding().encode(key));
    }

    @Test
    void noKeyOfWhatWentIsLeftAtAnyByte() throws IOException {
        makeCase(600); // the search is slow, and the fewer bytes the better
        var item = item();
        List<byte[]> lost = new ArrayList<>();
        try (var before = keys()) {
            lost.add(exhibit(whole, before, item).orElseThrow());
            lost.add(entry(whole, before, ENTRY).orElseThrow());
            assertTrue(
                    Plaintexts.bytesIn(path, CaseFileTest.PASSPHRASE).stream().anyMatch(one -> hasName(one)));

            try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                file.erase(
                        new Erasure(new TreeSet<>(Set.of(ENTRY)), Set.of(), Set.of(), Map.of(), "exhibit", ""), "me");
            }
            byte[] now = Files.readAllBytes(path);
            assertFalse(Arrays.equals(whole, now));
            var plaintexts = Plaintexts.bytesIn(path, CaseFileTest.PASSPHRASE);
            assertTrue(plaintexts.size() > 3, "the rest is read");
            try (var after = keys()) {
                assertTrue(entry(now, after, 2).isPresent(), "the search finds what is there");
                for (var ring : List.of(before, after)) {
                    assertTrue(exhibit(now, ring, item).isEmpty(), "the exhibit's key");
                    assertTrue(entry(now, ring, ENTRY).isEmpty(), "the log entry's key");
                }
            }
            for (byte[] key : lost) {
                for (byte[] spelled : spellings(key)) {
                    assertFalse(has(now, spelled), "a key in the file");
                    plaintexts.forEach(one -> assertFalse(has(one, spelled), "a key in what the file holds"));
                }
            }
            plaintexts.forEach(one -> assertFalse(hasName(one), "a name or a text in what the file holds"));
            assertFalse(hasName(now));
        }
        assertTrue(hasName("In ONE.txt".getBytes(StandardCharsets.UTF_16LE)), "every spelling is looked for");
    }

    /** The erased exhibit's name or text, in any spelling of either. */
    private static boolean hasName(byte[] bytes) {
        // Without the zeros, UTF-16 of either order looks like the rest.
        var text =
                new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        return text.contains("one.txt") || text.contains("one lamp");
    }
}
