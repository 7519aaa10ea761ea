package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.model.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a value's text nor an exception tells a secret. */
class NoSecretShownTest {
    private static final String PHRASE = "quince marmalade tuesday";
    private static final String IDENTITY = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

    @TempDir
    Path folder;

    private final List<String> secrets = new ArrayList<>(List.of("quince", "EGTZVFFV", "egtzvffv"));

    private void assertTellsNothing(Object value) {
        var text = value.toString();
        assertFalse(text.isEmpty());
        secrets.forEach(secret -> assertFalse(text.contains(secret), value.getClass() + " shows " + secret));
    }

    @Test
    void noValueShowsItself() throws IOException {
        var path = folder.resolve("case.afterword");
        var typed = Passphrase.of(PHRASE.toCharArray());
        var created = CaseFile.create(path, typed, "test 1", Cost.CHEAP);
        secrets.addAll(List.of(created.recoveryCode().split("-")));
        created.file().close();
        var code = RecoveryCode.parse(created.recoveryCode().toCharArray()).orElseThrow();
        var caseId = Id.random();
        var key = WayKey.of(code.code(), caseId, caseId);
        var added = NewWay.passphrase(caseId, typed, Cost.CHEAP, "");
        var hex = HexFormat.of();
        try (var container = ContainerFile.open(path);
                var ring = Header.read(container).unlock(typed)) {
            var inner = ring.epoch().secrets();
            secrets.add(inner.secret());
            secrets.addAll(inner.signing());
            secrets.addAll(inner.dropBox());
            inner.ways().forEach(way -> secrets.add(way.lock().orElseThrow().psk()));
            secrets.add(hex.formatHex(key.lock().psk()));
            secrets.add(added.kept().lock().orElseThrow().psk());
            assertTrue(secrets.stream().noneMatch(String::isBlank) && secrets.size() > 16);
            var itemKey = new KeyRing.ItemKey(hex.parseHex(inner.secret()), 1, 1);
            for (Object value : List.of(
                    typed,
                    created,
                    new Case.Created(
                            Case.open(otherCase(), Passphrase.of("other".toCharArray()), "me"), created.recoveryCode()),
                    code,
                    key,
                    key.lock(),
                    added,
                    added.kept(),
                    added.kept().lock().orElseThrow(),
                    added.wrap(),
                    ring,
                    ring.opened(),
                    ring.epoch(),
                    ring.dropBox(),
                    ring.signer(),
                    inner,
                    inner.ways(),
                    itemKey,
                    new Wrap.Found(itemKey.key(), new KeyRing.Opened(caseId, Optional.of(key.lock()))),
                    new KeyChange(List.of(added), List.of(), true))) {
                assertTellsNothing(value);
            }
        }
    }

    private Path otherCase() throws CaseException {
        var path = folder.resolve("other.afterword");
        CheapCase.create(path, "other");
        return path;
    }

    @Test
    void noExceptionDoes() throws IOException {
        var path = folder.resolve("case.afterword");
        CaseFileTest.create(path).close();
        for (var wrong : List.of(
                PHRASE,
                IDENTITY,
                IDENTITY.replace("40Q", "40P"),
                IDENTITY.substring(0, 40),
                "EGTZ-VFFV-EGTZ-VFFV-EGTZ-VFFV-EGTZ-VFFV")) {
            var thrown = assertThrows(
                    CaseException.WrongPassphrase.class, () -> CaseFile.open(path, Passphrase.of(wrong.toCharArray())));
            assertTellsNothing(trace(thrown));
        }
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertTellsNothing(trace(assertThrows(
                    IllegalArgumentException.class,
                    () -> file.keys().addPassphrase("me", Passphrase.of(IDENTITY.toCharArray()), ""))));
            assertTellsNothing(trace(assertThrows(
                    IllegalArgumentException.class, () -> file.keys().addAge("me", IDENTITY, ""))));
            assertTellsNothing(trace(assertThrows(
                    CaseException.WrongPassphrase.class,
                    () -> file.keys().checkRecovery(Passphrase.of(PHRASE.toCharArray())))));
            assertTellsNothing(trace(assertThrows(
                    IllegalArgumentException.class,
                    () -> Age.decrypt(new ByteArrayInputStream(new byte[0]), List.of(IDENTITY + "x")))));
            assertEquals(2, file.keys().list().size());
        }
    }

    private static String trace(Throwable thrown) {
        var all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
