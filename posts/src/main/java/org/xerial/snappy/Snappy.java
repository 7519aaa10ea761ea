package org.xerial.snappy;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What Hardwood calls to unpack Snappy, under the name by which it calls it. The library that has this name believes the
 * length at the beginning of what is packed and writes past the end of the room that it is given; here every byte is
 * looked at by Java (format_description.txt of Snappy).
 */
public final class Snappy {
    private final byte[] in;
    private int at;

    private Snappy(byte[] in) {
        this.in = in;
    }

    /**
     * Unpacks what remains of one buffer to where the other stands; neither is moved.
     *
     * @return how many bytes were written
     * @throws IOException if it is damaged, or does not fit
     */
    public static int uncompress(ByteBuffer packed, ByteBuffer room) throws IOException {
        var bytes = new byte[packed.remaining()];
        packed.duplicate().get(bytes);
        try {
            byte[] out = new Snappy(bytes).unpacked(room.remaining());
            room.duplicate().put(out);
            return out.length;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("damaged Snappy", e);
        }
    }

    private byte[] unpacked(int most) throws IOException {
        int length = 0;
        int part = 0x80;
        for (int shift = 0; (part & 0x80) != 0 && shift < Integer.SIZE; shift += 7) {
            part = in[at++];
            length |= (part & 0x7f) << shift;
        }
        if (length < 0 || length > most) {
            throw new IOException("Snappy that is longer than it should be");
        }
        var out = new byte[length];
        int done = 0;
        while (at < in.length) {
            int tag = in[at++] & 0xff;
            done += switch (tag & 3) {
                case 0 -> literal(tag >> 2, out, done);
                case 1 -> copy(out, done, ((tag >> 5) << 8) | number(1), ((tag >> 2) & 7) + 4);
                case 2 -> copy(out, done, number(2), (tag >> 2) + 1);
                default -> copy(out, done, number(4), (tag >> 2) + 1);
            };
        }
        if (done != length) {
            throw new IOException("Snappy that is shorter than it should be");
        }
        return out;
    }

    private int number(int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in[at++] & 0xff) << (Byte.SIZE * i);
        }
        return number;
    }

    private int literal(int size, byte[] out, int done) {
        int length = size < 60 ? size + 1 : number(size - 59) + 1;
        System.arraycopy(in, at, out, done, length);
        at += length;
        return length;
    }

    private static int copy(byte[] out, int done, int back, int length) {
        if (back <= 0) {
            throw new IndexOutOfBoundsException(back);
        }
        if (back >= length) {
            System.arraycopy(out, done - back, out, done, length);
        } else {
            for (int i = done; i < done + length; i++) {
                out[i] = out[i - back];
            }
        }
        return length;
    }
}
