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

    /** What the runs decode to that begin there. */
    static List<byte[]> of(String text, List<Integer> starts) {
        var runs = new ArrayList<byte[]>();
        for (int at : starts) {
            int end = at;
            while (end < text.length() && value(text.charAt(end)) >= 0) {
                end++;
            }
            String run = text.substring(at, end).replace('-', '+').replace('_', '/');
            String whole = run.length() % 4 == 1 ? run.substring(0, run.length() - 1) : run;
            runs.add(Base64.getDecoder().decode(whole));
        }
        return runs;
    }

    /** Where the first begins in that stretch of the text that may be text; -1 if none does. */
    static int firstIn(String text, int from, int to) {
        boolean inside = from > 0 && value(text.charAt(from - 1)) >= 0;
        for (int at = from; at < to; at++) {
            boolean now = value(text.charAt(at)) >= 0;
            if (now && !inside && isLong(text, at) && mayBeText(text, at)) {
                return at;
            }
            inside = now;
        }
        return -1;
    }

    private static boolean isLong(String text, int start) {
        if (start + SHORTEST > text.length()) {
            return false;
        }
        for (int at = start + SHORTEST - 1; at > start; at--) {
            if (value(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
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
