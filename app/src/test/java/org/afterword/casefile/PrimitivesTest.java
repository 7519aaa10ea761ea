package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

/** What is written here for speed gives what the libraries give. */
class PrimitivesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void canonicalJsonIsThatOfTheLibrary() {
        long seed = 5;
        var random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            JsonNode json = JSON.objectNode().put("number", i).set("x", tree(random, 4));
            assertEquals(text(Canonical.byLibrary(json)), text(Canonical.bytes(json)), "tree " + i + ", seed " + seed);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JsonNode tree(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0:
                return JSON.booleanNode(random.nextBoolean());
            case 1:
                return JSON.numberNode(random.nextLong() >> random.nextInt(64));
            case 2:
                return random.nextInt(4) > 0 ? JSON.numberNode(random.nextInt()) : JSON.nullNode();
            case 3, 4:
                return random.nextInt(20) > 0
                        ? JSON.textNode(letters(random))
                        : JSON.numberNode(random.nextGaussian());
            case 5:
                var array = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                return array;
            default:
                var object = JSON.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(letters(random), tree(random, depth - 1));
                }
                return object;
        }
    }

    private static String letters(Random random) {
        int[] kinds = {0x20, 0x80, 0x100, 0x800, 0xd800, 0xfffe, 0x10ffff};
        return random.ints(random.nextInt(8), 0, kinds[random.nextInt(kinds.length)])
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void keyDerivationIsThatOfThePlatform() throws Exception {
        var random = new Random(6);
        for (int length = 0; length < 100; length++) {
            var key = new byte[1 + length];
            var salt = new byte[length];
            random.nextBytes(key);
            random.nextBytes(salt);
            var extract = HKDFParameterSpec.ofExtract().addIKM(key);
            if (length > 0) {
                extract.addSalt(salt);
            }
            byte[] info = ("afterword/" + length).getBytes(StandardCharsets.UTF_8);
            byte[] expected = KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, Crypto.KEY));
            assertArrayEquals(expected, Crypto.hkdf(key, salt, "afterword/" + length));
        }
    }

    /** Also once {@link Warmth} has let the fast code in. */
    @Test
    void everyLengthOpensAndNoChangedByteDoes() {
        var random = new Random(7);
        var key = Crypto.random(Crypto.KEY);
        var aad = new byte[69];
        for (int length = 0; length < 40_000; length += 1 + random.nextInt(300)) {
            var plain = new byte[length];
            random.nextBytes(plain);
            byte[] sealed = Crypto.encrypt(key, length, plain, aad);
            assertArrayEquals(
                    plain, Crypto.decrypt(key, length, sealed, aad).orElseThrow());
            sealed[random.nextInt(sealed.length)] ^= 1;
            var out = new byte[length + 100];
            Arrays.fill(out, (byte) 9);
            assertFalse(Crypto.decrypt(key, length, sealed, aad, out));
            assertArrayEquals(new byte[length], Arrays.copyOf(out, length), "nothing unchecked is given out");
        }
    }
}
