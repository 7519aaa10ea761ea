package org.afterword.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Many byte strings are looked for at once, by their first four bytes. */
final class Searched {
    private final Map<Integer, Map<String, byte[]>> byStart = new HashMap<>();

    Searched(Map<String, byte[]> planted) {
        planted.forEach((name, bytes) ->
                byStart.computeIfAbsent(start(bytes, 0), _ -> new HashMap<>()).put(name, bytes));
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    Set<String> in(byte[] all) {
        var found = new TreeSet<String>();
        for (int at = 0; at + 4 <= all.length; at++) {
            var some = byStart.get(start(all, at));
            if (some != null) {
                int from = at;
                some.forEach((name, bytes) -> {
                    if (from + bytes.length <= all.length
                            && Arrays.equals(all, from, from + bytes.length, bytes, 0, bytes.length)) {
                        found.add(name);
                    }
                });
            }
        }
        return found;
    }

    /** In the ways in which it may be written. */
    static void plant(Map<String, byte[]> planted, String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            planted.put(text + " as " + charset, text.getBytes(charset));
        }
        planted.put(
                text + " in base64",
                Base64.getEncoder()
                        .withoutPadding()
                        .encode(text.substring(0, text.length() / 3 * 3).getBytes(StandardCharsets.UTF_8)));
    }

    /** Its words, two by two, and its bits. */
    static void plantReceipt(Map<String, byte[]> planted, String receipt) {
        String[] words = receipt.split(" ", -1);
        plant(planted, words[0] + " " + words[1]);
        plant(planted, words[8] + " " + words[9]);
        plant(planted, words[0] + "-" + words[1]);
        plant(planted, words[0] + "+" + words[1]);
        plant(planted, words[3] + "</li>\n<li>" + words[4]);
        try (var parsed = Receipt.parse(receipt).orElseThrow()) {
            planted.put("the bits of " + receipt, parsed.bytes());
        }
    }
}
