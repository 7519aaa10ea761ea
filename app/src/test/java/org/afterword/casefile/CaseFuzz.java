package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.Checkpoint;

/**
 * What lies in a case file or is typed, as a fuzzer sees it. Not part of {@code ./test}, where {@link FuzzedTest} gives
 * each of these seconds; {@code ./prove fuzz 10m} gives them ten minutes each.
 */
class CaseFuzz {
    private static final SignedNote.Key KEY = new SignedNote.Key("afterword/lamp", new byte[32]);

    /** The checksum is made right first: no fuzzer finds one. */
    @FuzzTest(maxDuration = "10m")
    void header(byte[] json) {
        Header.parse(json);
        Header.parse(Crypto.concat(Sha256.digest().digest(json), json))
                .ifPresent(header -> assertTrue(header.wraps().size() <= Header.MOST_WAYS && header.version() > 0));
    }

    @FuzzTest(maxDuration = "10m")
    void entry(byte[] bytes) {
        Envelope.parse(bytes).ifPresent(envelope -> {
            envelope.must();
            envelope.logged();
            assertEquals(32, envelope.leaf().length);
            assertArrayEquals(
                    envelope.leaf(),
                    Envelope.parse(envelope.bytes()).orElseThrow().leaf());
        });
    }

    @FuzzTest(maxDuration = "10m")
    void padding(byte[] bytes) {
        Padding.unpadRecord(bytes).ifPresent(content -> assertTrue(content.length <= bytes.length - 4));
        assertArrayEquals(bytes, Padding.unpadRecord(Padding.padRecord(bytes)).orElseThrow());
        Padding.unpadLast(bytes, bytes.length).ifPresent(length -> assertTrue(length < bytes.length));
    }

    @FuzzTest(maxDuration = "10m")
    void sealed(byte[] bytes) {
        assertTrue(Crypto.unwrap(new byte[Crypto.KEY], bytes, new byte[69]).isEmpty());
        assertTrue(Crypto.decrypt(new byte[Crypto.KEY], 0, bytes, new byte[69]).isEmpty());
    }

    @FuzzTest(maxDuration = "10m")
    void note(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(new Ledger(List.of(KEY.verifier()), List.of()).compare(text).since() != Since.UNCHANGED);
        Checkpoint.parse(text)
                .ifPresent(one -> assertEquals(one, Checkpoint.parse(one.text()).orElseThrow()));
    }

    @FuzzTest(maxDuration = "10m")
    void recoveryCode(byte[] bytes) {
        RecoveryCode.parse(new String(bytes, StandardCharsets.UTF_8).toCharArray())
                .filter(RecoveryCode.Typed::right)
                .ifPresent(typed -> assertArrayEquals(
                        typed.code(),
                        RecoveryCode.parse(RecoveryCode.print(typed.code()).toCharArray())
                                .orElseThrow()
                                .code()));
    }

    @FuzzTest(maxDuration = "10m")
    void id(byte[] bytes) {
        try {
            var id = Id.parse(new String(bytes, StandardCharsets.UTF_8));
            assertEquals(id, Id.parse(id.toString()));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("not an id"), e::toString);
        }
    }

    /** What a file of any bytes gives to salvage. */
    @FuzzTest(maxDuration = "10m")
    void pages(byte[] bytes) {
        try {
            Path file = Files.createTempFile("fuzz", ".afterword");
            try {
                Files.write(file, bytes);
                try (var carved = Carved.open(file)) {
                    carved.headers();
                    carved.items();
                    carved.records();
                    for (var number : carved.entryNumbers()) {
                        carved.entries(number);
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A passphrase is wiped and never printed, whatever was typed. */
    @FuzzTest(maxDuration = "10m")
    void passphrase(byte[] bytes) {
        char[] typed = new String(bytes, StandardCharsets.UTF_8).toCharArray();
        if (typed.length > 0) {
            try (var passphrase = Passphrase.of(typed)) {
                byte[] once = passphrase.bytes();
                assertTrue(Arrays.equals(once, passphrase.bytes()));
                assertEquals("a passphrase", passphrase.toString());
            }
        }
    }
}
