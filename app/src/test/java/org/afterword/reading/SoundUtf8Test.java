package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundUtf8Test {
    /** Gives a few bytes at a time, so that characters are cut. */
    private static InputStream slowly(byte[] bytes, SplittableRandom random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(3)));
            }
        };
    }

    @Test
    void whatIsSoundStays() throws IOException {
        byte[] text = "a é ’ 🙂 \u0800 \uffff \ud800\udc00".getBytes(StandardCharsets.UTF_8);
        var sound = new SoundUtf8(slowly(text, new SplittableRandom(1)));
        assertArrayEquals(text, sound.readAllBytes());
        assertEquals(0, sound.broken());
    }

    @Test
    void positionsStayAndTheRestIsUtf8() throws IOException {
        long seed = 20260713;
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = "né ’ 🙂 \u0800".repeat(1 + random.nextInt(4)).getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var sound = new SoundUtf8(slowly(bytes, random));
            byte[] read = sound.readAllBytes();
            assertEquals(bytes.length, read.length);
            String text = new String(read, StandardCharsets.UTF_8);
            assertArrayEquals(read, text.getBytes(StandardCharsets.UTF_8), "seed " + seed + ", " + i);
            boolean was = new String(bytes, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
            assertEquals(was, sound.broken() == 0, "seed " + seed + ", " + i);
        }
    }

    @Test
    void theFirstBrokenByteIsNamed() throws IOException {
        byte[] bytes = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        bytes[70_000] = (byte) 0xff;
        bytes[90_000] = (byte) 0xc3;
        var sound = new SoundUtf8(new ByteArrayInputStream(bytes));
        sound.readAllBytes();
        assertEquals(70_000, sound.first());
        assertEquals(2, sound.broken());
    }
}
