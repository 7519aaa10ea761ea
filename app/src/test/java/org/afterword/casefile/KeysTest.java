package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.afterword.custody.Verification;
import org.afterword.model.Id;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways into a case come and go; the contents stay. */
class KeysTest {
    @TempDir
    Path folder;

    private Path path;
    private String recovery = "";
    private final List<Id> items = new ArrayList<>();

    static Passphrase typed(String text) {
        return Passphrase.of(text.toCharArray());
    }

    @BeforeEach
    void newCase() throws IOException {
        path = folder.resolve("case.afterword");
        var created = CaseFile.create(path, CaseFileTest.passphrase(), "test 1", Cost.CHEAP);
        recovery = created.recoveryCode();
        try (var file = created.file()) {
            for (int i = 0; i < 5; i++) {
                items.add(CaseFileTest.add(file, "letter " + i, content(i)));
            }
        }
    }

    private static byte[] content(int i) {
        return ("letter " + i + " ").repeat(40_000 * i + 1).getBytes(StandardCharsets.UTF_8);
    }

    private void assertOpens(String secret) throws IOException {
        try (var file = CaseFile.open(path, typed(secret))) {
            for (int i = 0; i < items.size(); i++) {
                assertArrayEquals(content(i), CaseFileTest.read(file, items.get(i)));
            }
            assertEquals(List.of(), file.inspect().problems());
        }
    }

    private void assertClosed(String secret) {
        assertThrows(CaseException.WrongPassphrase.class, () -> CaseFile.open(path, typed(secret)));
    }

    @Test
    void oneCanChangeTheKeysWithoutTheSecretsOfTheOthers() throws IOException {
        Id second;
        String before;
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            second = file.keys()
                    .addPassphrase("me", typed("for Anna"), "Anna's", Cost.CHEAP)
                    .id();
            file.keys().addPassphrase("me", typed("for Bert"), "Bert's", Cost.CHEAP);
            before = file.checkpoint();
        }
        assertOpens("for Anna");
        try (var file = CaseFile.open(path, typed("for Bert"))) {
            assertEquals(1, file.keys().epoch());
            file.keys().remove("bert", second);
            assertEquals(2, file.keys().epoch());
            assertEquals(
                    new Entry.KeysChanged(2, List.of(), List.of(second)),
                    file.log().toList().getLast().entry().orElseThrow());
            assertArrayEquals(content(1), CaseFileTest.read(file, items.get(1)));
            CaseFileTest.add(file, "after", content(9));
            assertEquals(List.of(), file.inspect().problems());
            assertTrue(Verification.verify(file, before).ok());
        }
        assertClosed("for Anna");
        assertOpens("for Bert");
        assertOpens(recovery);
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(Since.UNCHANGED, file.ledger().compare(before).since());
            assertTrue(Verification.verify(file, before).ok());
            assertEquals(
                    List.of("", "", "Bert's"),
                    file.keys().list().stream().map(Way::label).toList());
            file.keys().rotate("me");
            file.keys().rotate("me");
            assertEquals(4, file.keys().epoch());
        }
        assertOpens("for Bert");
        assertOpens(recovery);
    }

    /** Every wrap that the file has, and what opens them. */
    private List<byte[]> wraps() throws IOException {
        var wraps = new ArrayList<byte[]>();
        try (var container = ContainerFile.open(path)) {
            for (var table : Wrapped.values()) {
                container.wraps(table, 0, 1000).forEach(row -> wraps.add(row.wrap()));
            }
            for (var wrap : Header.read(container).wraps()) {
                wraps.add(wrap.sealed().or(wrap::age).orElseThrow().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return wraps;
    }

    /** A wrap may lie across two pages. */
    private static boolean holdsAnyOf(byte[] wrap, String file) {
        var text = new String(wrap, StandardCharsets.ISO_8859_1);
        for (int at = 0; at + 20 <= text.length(); at += 20) {
            if (file.contains(text.substring(at, at + 20))) {
                return true;
            }
        }
        return false;
    }

    private List<byte[]> chunks() throws IOException {
        var chunks = new ArrayList<byte[]>();
        try (var container = ContainerFile.open(path)) {
            for (var row : container.wraps(Wrapped.ITEM, 0, 1000)) {
                for (long n = 0; container.chunk(row.place(), n).isPresent(); n++) {
                    chunks.add(container.chunk(row.place(), n).orElseThrow().bytes());
                }
            }
        }
        return chunks;
    }

    @Test
    void noOldWrapStaysInTheFileAndNoContentIsWrittenAnew() throws IOException {
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            for (int i = 0; i < 20; i++) {
                file.keys().addPassphrase("me", typed("number " + i), "a label", Cost.CHEAP);
            }
        }
        var wraps = wraps();
        var chunks = chunks();
        assertTrue(wraps.size() > 5 + 6 + 20 + 21, "" + wraps.size());
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            file.keys().remove("me", file.keys().list().getLast().id());
        }
        var now = Files.readString(path, StandardCharsets.ISO_8859_1);
        for (byte[] wrap : wraps) {
            assertFalse(holdsAnyOf(wrap, now));
        }
        for (byte[] wrap : wraps()) {
            assertTrue(holdsAnyOf(wrap, now), "so it would be found");
        }
        var after = chunks();
        assertEquals(chunks.size(), after.size());
        for (int i = 0; i < chunks.size(); i++) {
            assertArrayEquals(chunks.get(i), after.get(i));
        }
    }

    @Test
    void whoWasLetInBeforeReadsNothingOfNow() throws IOException {
        Epoch old;
        try (var container = ContainerFile.open(path)) {
            old = Header.read(container).unlock(CaseFileTest.passphrase()).epoch();
        }
        try (var file = CaseFile.open(path, typed(recovery))) {
            file.keys().changePassphrase("me", Optional.empty(), typed("another one"));
        }
        assertClosed("a lamp in the window");
        assertOpens("another one");
        try (var container = ContainerFile.open(path)) {
            var header = Header.read(container);
            assertThrows(CaseException.Damaged.class, () -> header.check(old));
            for (var table : Wrapped.values()) {
                for (var row : container.wraps(table, 0, 1000)) {
                    assertEquals(Optional.empty(), old.unwrapItemKey(row.id(), row.wrap()));
                }
            }
            // who knew all secrets has every lock: it seals, and opens nothing
            for (var wrap : header.wraps()) {
                var kept = old.secrets().way(wrap.id());
                if (kept.isPresent()) {
                    byte[] psk = kept.get().lock().orElseThrow().lock().psk();
                    assertEquals(Optional.empty(), wrap.open(psk, old.caseId(), 2));
                }
            }
        }
    }

    @Test
    void whatIsNotAcknowledgedNeverHappened() throws IOException {
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            try (var in = file.item(items.get(4))) {
                in.readNBytes(10);
                try (var batch = file.batch("me")) {
                    batch.change(KeyChange.ROTATION);
                    assertEquals(2, file.keys().epoch());
                    assertArrayEquals(content(3), CaseFileTest.read(file, items.get(3)), "readers go on meanwhile");
                    assertEquals(6, file.log().count());
                }
                assertEquals(content(4).length - 10, in.readAllBytes().length);
            }
            assertEquals(1, file.keys().epoch());
            CaseFileTest.add(file, "goes on", content(8));
            assertEquals(List.of(), file.inspect().problems());
        }
        assertOpens("a lamp in the window");
    }

    @Test
    void whatIsPutInTheSameTransactionIsWrappedAnewToo() throws IOException {
        Id item;
        try (var file = CaseFile.open(path, CaseFileTest.passphrase());
                var batch = file.batch("me")) {
            item = CaseFileTest.add(batch, "just before", new byte[5_000_000]);
            batch.change(KeyChange.ROTATION);
            batch.commit();
        }
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertArrayEquals(new byte[5_000_000], CaseFileTest.read(file, item));
            assertEquals(List.of(), file.inspect().problems());
        }
    }

    @Test
    void whoHasThePublicKeyAloneSealsNothingThatOpens() {
        var binding = new Binding(Id.random(), Binding.EPOCH_KEY, Id.random(), 1);
        var key = WayKey.of(new byte[16], binding.caseId(), binding.item());
        byte[] epochKey = Crypto.random(Crypto.KEY);
        assertArrayEquals(
                epochKey, key.open(key.lock().seal(epochKey, binding), binding).orElseThrow());
        var guessed = new WayKey.Lock(key.lock().publicKey(), Crypto.random(Crypto.KEY));
        assertEquals(Optional.empty(), key.open(guessed.seal(epochKey, binding), binding));
        var later = new Binding(binding.caseId(), Binding.EPOCH_KEY, binding.item(), 2);
        assertEquals(Optional.empty(), key.open(key.lock().seal(epochKey, binding), later));
        assertEquals(Optional.empty(), key.open(new byte[80], binding));
        assertEquals(Optional.empty(), key.open(new byte[3], binding));
    }

    @Test
    void whatWasErasedStaysSo() throws Exception {
        var change = new KeyChange(List.of(), List.of(), true);
        try (var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(CaseFileTest.passphrase())) {
            container.begin();
            container.putWrap(Wrapped.ENTRY, 2, new byte[0]);
            change.apply(container, keys);
            container.commit();
            assertEquals(0, container.entries(2, 1).getFirst().sealed().wrap().length);
        }
    }

    @Test
    void somethingAlwaysStays() throws IOException {
        var identity = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            var keys = file.keys();
            var ways = keys.list();
            keys.addAge("me", Age.recipient(new byte[32]), "");
            keys.remove("me", ways.get(0).id());
            assertThrows(
                    CaseException.KeysKept.class,
                    () -> keys.remove("me", ways.get(1).id()));
            assertThrows(
                    CaseException.KeysKept.class,
                    () -> keys.remove("me", ways.get(0).id()));
            assertThrows(IllegalArgumentException.class, () -> keys.addAge("me", identity, ""));
            assertEquals(2, keys.list().size());
        }
        assertClosed("a lamp in the window");
        assertOpens(recovery);
    }

    @Test
    void aCaseOfVersion1GetsTheNewFormWhenItsKeysChange() throws IOException {
        items.clear();
        try (var kept = Objects.requireNonNull(FrozenTest.class.getResourceAsStream("/casefile/version-1.case"))) {
            Files.write(path, kept.readAllBytes());
        }
        var code = "K3X5-Y0KM-KSF4-FB3M-P5KE-NT18-TDR1-KCBQ";
        String renewed;
        String box;
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            box = file.dropBox().recipient();
            assertTrue(file.keys().list().stream().allMatch(Way::old));
            byte[] before = Files.readAllBytes(path);
            var refused =
                    assertThrows(CaseException.KeysKept.class, () -> file.keys().rotate("me"));
            assertTrue(refused.getMessage().contains("add recovery"), refused.getMessage());
            assertArrayEquals(before, Files.readAllBytes(path));
            file.keys().addPassphrase("me", typed("second"), "", Cost.CHEAP);
        }
        assertOpens(code);
        assertOpens("second");
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(
                    List.of(false, true, false),
                    file.keys().list().stream().map(Way::old).toList());
            assertEquals(box, file.dropBox().recipient());
            renewed = file.keys().renewRecovery("me", "");
            assertNotEquals(box, file.dropBox().recipient());
            assertEquals(
                    "380c16378444474dc260d76ad13a01b8b3377b1f67427dfbef2a97a659db4d62",
                    HexFormat.of().formatHex(file.secret("pseudonyms")));
        }
        assertClosed(code);
        assertOpens(renewed);
        assertOpens("second");
        assertOpens("a lamp in the window");
    }
}
