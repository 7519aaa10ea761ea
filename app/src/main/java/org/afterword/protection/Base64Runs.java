package org.afterword.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Base64 in a text, of both alphabets; that most long words are that, too, is found out quickly. */
final class Base64Runs {
    private static final int SHORTEST = 8;
    private static final byte[] VALUES = values();

    private Base64Runs() {}

    /** What the runs decode to, as far as that may be text. */
    static List<byte[]> of(String text) {
        var runs = new ArrayList<byte[]>();
        int at = 0;
        while (at + SHORTEST <= text.length()) {
            // Backwards, since the last character that cannot be in a run ends all that began before it.
            int last = at + SHORTEST - 1;
            while (last >= at && value(text.charAt(last)) >= 0) {
                last--;
            }
            if (last >= at) {
                at = last + 1;
                continue;
            }
            int end = at + SHORTEST;
            while (end < text.length() && value(text.charAt(end)) >= 0) {
                end++;
            }
            if (mayBeText(text, at)) {
                String run = text.substring(at, end).replace('-', '+').replace('_', '/');
                String whole = run.length() % 4 == 1 ? run.substring(0, run.length() - 1) : run;
                runs.add(Base64.getDecoder().decode(whole));
            }
            at = end + 1;
        }
        return runs;
    }

    /** Whether the first six bytes may be of a text; those of most words are not. */
    private static boolean mayBeText(String text, int at) {
        int follow = 0;
        for (int i = 0; i < SHORTEST; i += 4) {
            int three = value(text.charAt(at + i)) << 18
                    | value(text.charAt(at + i + 1)) << 12
                    | value(text.charAt(at + i + 2)) << 6
                    | value(text.charAt(at + i + 3));
            for (int shift = 16; shift >= 0; shift -= 8) {
                int unit = three >> shift & 0xff;
                if (unit < 0x20 ? unit < '\t' || (unit > '\r' && unit < 0x1c) : unit == 0x7f) {
                    return false;
                }
                if (follow > 0 ? (unit < 0x80 || unit > 0xbf) : (unit >= 0x80 && unit < 0xc2) || unit > 0xf4) {
                    return false;
                }
                follow = follow > 0 ? follow - 1 : unit < 0x80 ? 0 : unit < 0xe0 ? 1 : unit < 0xf0 ? 2 : 3;
            }
        }
        return true;
    }

    /** The six bits that a character of base64 stands for; -1 for others. */
    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[0x80];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }
}
