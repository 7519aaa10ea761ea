package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A JPEG or PNG without what it says of itself: place, camera, times, names, thumbnails, comments, and whatever stands
 * behind its end. Its pixels are copied as they are packed (ISO/IEC 10918-1 B, PNG 11); how a camera was held is said
 * again, since a picture would lie on its side without it. It is copied as it comes, with 64 KiB in memory at most.
 */
public final class CleanPicture {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final long SIGNATURE = 0x8950_4e47_0d0a_1a0aL;
    /** What the pixels need, with those of moving pictures. */
    private static final Set<String> CHUNKS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "acTL", "fcTL", "fdAT");

    private CleanPicture() {}

    /** It is no JPEG or PNG, or a broken one; what was written of it until then is of no use. */
    public static final class NotCleaned extends IOException {
        private static final long serialVersionUID = 1L;

        NotCleaned(String why) {
            super(why);
        }
    }

    /**
     * @param from is read to the end of the picture and perhaps further
     * @throws NotCleaned if it is not a whole JPEG or PNG
     */
    public static void copy(InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(from));
        var out = new DataOutputStream(to);
        try {
            int first = in.readUnsignedShort();
            if (first == (0xff00 | START)) {
                out.writeShort(first);
                jpeg(in, out);
            } else if (first == SIGNATURE >>> 48
                    && in.readUnsignedShort() == (SIGNATURE >>> 32 & 0xffff)
                    && in.readInt() == (int) SIGNATURE) {
                out.writeLong(SIGNATURE);
                png(in, out);
            } else {
                throw new NotCleaned("it is no JPEG or PNG");
            }
        } catch (EOFException e) {
            throw new NotCleaned("the picture is cut");
        }
    }

    private static void png(DataInputStream in, DataOutputStream out) throws IOException {
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = new byte[4];
            in.readFully(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new NotCleaned("the picture is broken");
            }
            boolean kept = CHUNKS.contains(type);
            if (kept) {
                out.writeInt(length);
                out.write(name);
            }
            copy(in, kept ? out : OutputStream.nullOutputStream(), length + 4L);
        }
    }

    private static void copy(DataInputStream in, OutputStream out, long count) throws IOException {
        var some = new byte[1 << 13];
        for (long left = count; left > 0; ) {
            int part = in.read(some, 0, (int) Math.min(left, some.length));
            if (part < 0) {
                throw new EOFException();
            }
            out.write(some, 0, part);
            left -= part;
        }
    }

    private static void jpeg(DataInputStream in, DataOutputStream out) throws IOException {
        int marker = marker(in);
        while (marker != END) {
            int length = in.readUnsignedShort() - 2;
            if (length < 0 || marker < 0xc0 || marker == START || (marker >= 0xd0 && marker < START)) {
                throw new NotCleaned("the picture is broken");
            }
            byte[] segment = new byte[length];
            in.readFully(segment);
            Optional<byte[]> kept = marker < 0xe0 ? Optional.of(segment) : kept(marker, segment);
            if (kept.isPresent()) {
                out.writeShort(0xff00 | marker);
                out.writeShort(kept.get().length + 2);
                out.write(kept.get());
            }
            marker = marker == SCAN ? scan(in, out) : marker(in);
        }
        out.writeShort(0xff00 | END);
    }

    /** The next marker; any number of 0xff may stand before it. */
    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw new NotCleaned("the picture is broken");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** Copies packed pixels, and gives the marker behind them. */
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xff) {
                out.write(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xff) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                return next;
            }
            out.writeShort(0xff00 | next);
        }
    }

    /** Of what programs note only how its colours are meant, and how it was held. */
    private static Optional<byte[]> kept(int marker, byte[] segment) {
        if (marker == ADOBE
                && segment.length >= 12
                && new String(segment, 0, 5, StandardCharsets.US_ASCII).equals("Adobe")) {
            return Optional.of(Arrays.copyOf(segment, 12));
        }
        return marker == EXIF ? Exif.of(jpegWith(segment)).quarters().map(CleanPicture::held) : Optional.empty();
    }

    private static byte[] jpegWith(byte[] segment) {
        var head = new byte[segment.length + 6];
        head[0] = (byte) 0xff;
        head[1] = (byte) START;
        head[2] = (byte) 0xff;
        head[3] = (byte) EXIF;
        head[4] = (byte) ((segment.length + 2) >> 8);
        head[5] = (byte) (segment.length + 2);
        System.arraycopy(segment, 0, head, 6, segment.length);
        return head;
    }

    /** An Exif segment with an orientation and no more. */
    private static byte[] held(int quarters) {
        byte orientation = (byte)
                switch (quarters) {
                    case 1 -> 6;
                    case 2 -> 3;
                    default -> 8;
                };
        return new byte[] {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
