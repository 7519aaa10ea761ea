package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Bytes in which whatever is not UTF-8 is replaced, byte by byte, with a question mark: positions stay as they are, and
 * one broken character does not end the reading of a large file.
 */
final class SoundUtf8 extends InputStream {
    private static final int ROOM = 1 << 16;

    private final InputStream in;
    private final byte[] held = new byte[ROOM];
    private int position;
    private int sound;
    private int filled;
    private boolean ended;
    private long before;
    private long broken;
    private long first = -1;

    SoundUtf8(InputStream in) {
        this.in = in;
    }

    /** How many bytes were replaced so far. */
    long broken() {
        return broken;
    }

    /** Where the first of them stood, counted from where the stream began. */
    long first() {
        return first;
    }

    @Override
    public int read() throws IOException {
        return fill() ? held[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, sound - position);
        System.arraycopy(held, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == sound) {
            System.arraycopy(held, sound, held, 0, filled - sound);
            before += sound;
            filled -= sound;
            position = 0;
            sound = 0;
            if (!ended) {
                int count = in.read(held, filled, held.length - filled);
                ended = count < 0;
                filled += Math.max(0, count);
            }
            mend();
            if (ended && sound == 0) {
                return false;
            }
        }
        return true;
    }

    private void mend() {
        while (sound < filled) {
            int length = held[sound] >= 0 ? 1 : length(sound);
            if (length > 0) {
                sound += length;
            } else if (length == 0 || ended) {
                first = first < 0 ? before + sound : first;
                broken++;
                held[sound++] = '?';
            } else {
                return;
            }
        }
    }

    /** Of the character that begins here: 0 if it is none, below 0 if its end is not here yet. */
    private int length(int at) {
        int lead = held[at] & 0xff;
        int length =
                lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            if (at + i == filled) {
                return -1;
            }
            int next = held[at + i] & 0xff;
            int low = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            int high = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            if (next < low || next > high) {
                return 0;
            }
        }
        return length;
    }
}
