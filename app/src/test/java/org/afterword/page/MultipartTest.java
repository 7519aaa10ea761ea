package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----b0undary";

    /** Gives some bytes at a time, as a network does. */
    private static InputStream dripping(byte[] all, Random random) {
        return new ByteArrayInputStream(all) {
            @Override
            public synchronized int read(byte[] into, int offset, int count) {
                return super.read(into, offset, Math.min(count, 1 + random.nextInt(5_000)));
            }
        };
    }

    private static byte[] form(List<byte[]> bodies) {
        var form = new ByteArrayOutputStream();
        for (int i = 0; i < bodies.size(); i++) {
            form.writeBytes(("------b0undary\r\nContent-Disposition: form-data; name=\"f" + i + "\"; filename=\"n" + i
                            + ".bin\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(bodies.get(i));
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("------b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    @Test
    void everyByteComesOutHoweverItArrives() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<byte[]> bodies = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                var body = new byte[random.nextInt(200_000)];
                random.nextBytes(body);
                // what looks like a border and is none
                byte[] almost = "\r\n------b0undar\r\n--\r\n".getBytes(StandardCharsets.UTF_8);
                for (int at = 0; at + almost.length < body.length; at += 1 + random.nextInt(30_000)) {
                    System.arraycopy(almost, 0, body, at, almost.length);
                }
                bodies.add(body);
            }
            try (var form = new Multipart(dripping(form(bodies), random), TYPE, Long.MAX_VALUE)) {
                for (int i = 0; i < bodies.size(); i++) {
                    var part = form.next().orElseThrow();
                    assertEquals("f" + i, part.name());
                    assertEquals(Optional.of("n" + i + ".bin"), part.file());
                    if (random.nextInt(4) > 0) {
                        assertArrayEquals(bodies.get(i), part.readAllBytes());
                    }
                }
                assertTrue(form.next().isEmpty());
            }
        }
    }

    @Test
    void aFormCutAnywhereIsNoForm() throws IOException {
        byte[] whole = form(List.of("one".getBytes(StandardCharsets.UTF_8), new byte[3]));
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(
                    IOException.class,
                    () -> {
                        try (var form = new Multipart(new ByteArrayInputStream(cut), TYPE, Long.MAX_VALUE)) {
                            while (form.next().isPresent()) {}
                        }
                    },
                    "cut at " + length);
        }
    }

    @Test
    void noMoreIsReadThanMayCome() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                java.util.Arrays.fill(into, offset, offset + count, (byte) 'a');
                given += count;
                return count;
            }
        };
        assertThrows(Multipart.TooLarge.class, () -> {
            try (var form = new Multipart(endless, TYPE, 1_000_000)) {
                form.next();
            }
        });
        assertTrue(endless.given < 1_200_000, "it read " + endless.given);
        assertThrows(Multipart.Malformed.class, () -> new Multipart(endless, "text/plain", 1).close());
    }

    /** One who sends a byte now and then would keep the place of others. */
    @Test
    void whoSendsTooSlowlyIsCutOff() {
        var clock = new long[1];
        var slow = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                clock[0] += 1_000_000_000L;
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThrows(Multipart.Malformed.class, () -> {
            try (var form = new Multipart(slow, TYPE, 1 << 20, () -> clock[0])) {
                form.next();
            }
        });
        assertTrue(slow.given <= 62, "it waited for " + slow.given + " seconds");
    }
}
