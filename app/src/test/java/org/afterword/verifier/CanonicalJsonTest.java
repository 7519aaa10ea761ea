package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    /** Any value that the log may hold, with the characters that are written in a way of their own. */
    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 3 : 6)) {
            case 0 -> text(random);
            case 1 -> random.nextLong(-CanonicalJson.LARGEST, CanonicalJson.LARGEST + 1) >> random.nextInt(53);
            case 2 -> random.nextBoolean();
            case 3, 4 -> {
                var map = new LinkedHashMap<String, Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(text(random), value(random, depth + 1));
                }
                yield map;
            }
            default -> {
                var list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        int[] points = {'a', 'Z', '"', '\\', '/', '\n', '\r', '\t', '\b', '\f', 0, 0x1f, 0x7f, 0x20ac, 0xfb33, 0x1f600};
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void itIsTheFormThatTheLogIsWrittenIn() throws IOException {
        var random = new Random(8785);
        for (int i = 0; i < 5_000; i++) {
            Object value = random.nextBoolean() ? Map.of("a", value(random, 0)) : List.of(value(random, 0));
            String plain = JACKSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
            String canonical = new JsonCanonicalizer(plain).getEncodedString();
            assertEquals(canonical, CanonicalJson.write(value));
            assertEquals(Optional.of(value), JsonReader.read(plain));
            assertEquals(Optional.of(value), JsonReader.read(canonical));
        }
    }

    @Test
    void whatIsNotInThatFormIsNotRead() {
        for (String wrong : List.of(
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "[1.5]",
                "[1e3]",
                "[01]",
                "[-0]",
                "[9007199254740992]",
                "[+1]",
                "[NaN]",
                "{\"a\":1,\"a\":1}",
                "[\"\\ud800\"]",
                "[\"\\x\"]",
                "['a']",
                "[1] 2",
                "[\"a\nb\"]",
                "[\"a]",
                "tru",
                "[\"\\u12\"]",
                "[\"\\u00g0\"]",
                "[".repeat(100) + "]".repeat(100))) {
            assertEquals(Optional.empty(), JsonReader.read(wrong), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of(1.5)));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(CanonicalJson.LARGEST + 1));
        assertEquals("[null]", CanonicalJson.write(List.of(JsonReader.NULL)));
    }

    /** Whatever the text, it is read, or is not; and what was read is the same for Jackson. */
    @Test
    void anyTextIsReadOrRefused() throws JsonProcessingException {
        var random = new Random(8259);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(CanonicalJson.write(Map.of("a", value(random, 0))));
            for (int change = random.nextInt(3); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\",:0-1e.\\u".charAt(random.nextInt(14)));
            }
            var read = JsonReader.read(text.toString());
            if (read.isPresent()) {
                assertEquals(
                        JACKSON.readTree(text.toString()),
                        JACKSON.readTree(CanonicalJson.write(read.get())),
                        text.toString());
            }
        }
    }
}
