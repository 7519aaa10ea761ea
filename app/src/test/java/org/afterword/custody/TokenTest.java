package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Sha256;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;

/** What comes in as a token may be anything; it is a sentence or what was stamped, and nothing else. */
class TokenTest {
    private static final String NOTE = "afterword/lamp\n1\n" + "A".repeat(43) + "=\n\n\u2014 afterword/lamp AAAA\n";
    /** Asks for a stamp on the text "note". */
    static final byte[] REQUEST = request("note");

    private final Forger forger = new Forger();
    private final byte[] request;
    private final byte[] response;

    TokenTest() throws Exception {
        request = request(NOTE);
        response = forger.response(request);
    }

    private static byte[] request(String note) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] hash = Sha256.of(note.getBytes(StandardCharsets.UTF_8)).bytes();
        try {
            return generator.generate(NISTObjectIdentifiers.id_sha256, hash).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TimeStamp stamp(byte[] request, byte[] response) {
        return new TimeStamp(1, "http://localhost/", NOTE, request, response, Optional.empty());
    }

    @Test
    void noFlippedByteChangesWhatIsShown() throws Exception {
        Existed right = Token.check(stamp(request, response), Roots.NONE);
        for (int i = 0; i < response.length; i++) {
            byte[] changed = response.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            try {
                assertEquals(right, Token.check(stamp(request, changed), Roots.NONE), "byte " + i);
            } catch (StampException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
        for (int length = 0; length < response.length; length += 3) {
            byte[] cut = Arrays.copyOf(response, length);
            assertThrows(StampException.class, () -> Token.check(stamp(request, cut), Roots.NONE));
            byte[] half = Arrays.copyOf(request, length % request.length);
            assertThrows(StampException.class, () -> Token.check(stamp(half, response), Roots.NONE));
        }
    }

    @Test
    void manyChangesAtOnceEndInASentence() {
        var random = new Random(12);
        for (int i = 0; i < 300; i++) {
            byte[] changed = response.clone();
            for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
                int at = random.nextInt(changed.length);
                switch (random.nextInt(3)) {
                    case 0 -> changed[at] = (byte) random.nextInt(256);
                    case 1 -> changed = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(4));
                    default -> {
                        int from = random.nextInt(response.length - 9);
                        System.arraycopy(response, from, changed, random.nextInt(response.length - 9), 9);
                    }
                }
            }
            try {
                Token.check(stamp(request, changed), Roots.NONE);
            } catch (StampException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    @Test
    void nestedStructuresOfAnyDepthEndInASentence() {
        for (int[] open : new int[][] {{0x30, 0x80}, {0xA0, 0x80}, {0x24, 0x80}, {0x31, 0x84, 0, 15, 0, 0}}) {
            var out = new ByteArrayOutputStream();
            while (out.size() < 1 << 20) {
                for (int b : open) {
                    out.write(b);
                }
            }
            long start = System.nanoTime();
            assertThrows(StampException.class, () -> Token.check(stamp(request, out.toByteArray()), Roots.NONE));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
        }
    }

    @Test
    void aCertificateCountsAtTheTimeOfTheStamp() throws Exception {
        forger.from = Instant.parse("2020-01-01T00:00:00Z");
        forger.until = Instant.parse("2021-01-01T00:00:00Z");
        forger.time = Instant.parse("2020-06-01T00:00:00Z");
        // expired today, and valid then: that is what stamps are for
        assertEquals(
                forger.time,
                Token.check(stamp(request, forger.response(request)), Roots.NONE)
                        .time());
        forger.time = Instant.parse("2021-06-01T00:00:00Z");
        try {
            Token.check(stamp(request, forger.response(request)), Roots.NONE);
            fail("it was accepted");
        } catch (StampException e) {
            assertTrue(e.getMessage().startsWith("its certificate was not valid"), e.getMessage());
        }
    }
}
