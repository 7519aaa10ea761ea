package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
    private static String broken(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "It’s", "Zoë", "🙂", "日本", "\u0080", "a\u0000ÿ", "café — 5 €"})
    void whatWasBrokenIsMendedAndTheWholeStays(String text) {
        assertEquals(text, Mojibake.mended(broken(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"café", "Zoë ’", "Ça va", "ÿ", "日本", "déjà vu \u00e2\u0080", "naïve \u00c3\u00ab and ë"})
    void whatIsNotBrokenStays(String text) {
        assertEquals(text, Mojibake.mended(text));
    }

    @Test
    void everyTextComesBack() {
        long seed = 20260712;
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int c = random.nextInt(random.nextBoolean() ? 0x300 : Character.MAX_CODE_POINT);
                text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
            }
            assertEquals(text.toString(), Mojibake.mended(broken(text.toString())), "seed " + seed + ", text " + i);
        }
    }
}
