package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Box;
import org.junit.jupiter.api.Test;

class PixelsTest {
    private static byte[] said(int width, int height, int bytes) {
        return ByteBuffer.allocate(16 + bytes)
                .putInt(width)
                .putInt(height)
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** A child that fell to a file may say anything. */
    @Test
    void onlyAPictureIsOne() {
        for (byte[] no : List.of(
                new byte[0],
                said(0, 5, 0),
                said(-1, -1, 3),
                said(2, 2, 11),
                said(2, 2, 13),
                said(101, 1, 303),
                said(Integer.MAX_VALUE, Integer.MAX_VALUE, 12),
                said(1 << 16, 1 << 16, 0))) {
            assertEquals(Optional.empty(), Pixels.of(no, 100));
        }
        byte[] smaller = said(2, 3, 18);
        ByteBuffer.wrap(smaller).putInt(8, 1);
        assertEquals(Optional.empty(), Pixels.of(smaller, 100), "none was larger once it was made smaller");
        assertEquals(2, Pixels.of(said(2, 3, 18), 100).orElseThrow().width());
    }

    @Test
    void whatIsPaintedHasOneColourAndTheRestStays() {
        Pixels pixels = Pixels.of(said(3, 2, 18), 100).orElseThrow();
        pixels.paint(List.of(new Box(1, 1, 90, 90)), 7, 8, 9);
        assertArrayEquals(new byte[9], pixels.row(0));
        assertArrayEquals(new byte[] {0, 0, 0, 7, 8, 9, 7, 8, 9}, pixels.row(1));
        assertArrayEquals(
                pixels.bytes(), Pixels.of(pixels.bytes(), 3).orElseThrow().bytes());
    }

    @Test
    void boxesAreTypedAndGrowOutward() {
        assertEquals(new Box(1, 2, 3, 4), Box.parse(" 1, 2,3 ,4 "));
        assertEquals(new Box(0, 0, 2, 3), new Box(1, 1, 3, 4).scaled(0.5));
        assertEquals(new Box(0, 0, 6, 7), new Box(1, 1, 3, 4).grown(2));
        for (String wrong : List.of("", "1,2,3", "1,2,3,0", "-1,2,3,4", "1,2,3,4,5", "99999999,1,1,1", "a,b,c,d")) {
            assertThrows(IllegalArgumentException.class, () -> Box.parse(wrong), wrong);
        }
    }
}
