package org.afterword.intake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.afterword.casefile.Age;
import org.afterword.casefile.Frames;

/**
 * A letter as it is sealed: an age file that holds a zip of its parts, what it says of itself, and zeros, so that the
 * whole has one of few sizes. It is written as its parts come, and none of it is anywhere else.
 */
final class Parcel implements AutoCloseable {
    /** The zip has so many bytes, times a power of two. */
    static final int STEP = 63_000;

    static final String ABOUT = "about.json";
    private static final String PADDING = "padding";
    private static final int LOCAL_HEADER = 30;
    private static final int CENTRAL_HEADER = 46;
    private static final int END = 22;
    private static final int NAME = 120;
    /** The same for all; on the first day that a zip knows Java writes a second time beside it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private final Counting counted;
    private final ZipOutputStream zip;
    private long central;

    /**
     * @param to takes the age file; it is not closed
     */
    Parcel(OutputStream to, String recipient) throws IOException {
        counted = new Counting(Age.encrypt(new Kept(to), recipient));
        zip = new ZipOutputStream(counted, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /**
     * Begins a part; what is written to the stream is in it until the next begins.
     *
     * @param name as it will stand in the case: a file's own name, without folders
     */
    OutputStream part(String name) throws IOException {
        entry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                zip.write(bytes, offset, count);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    void part(String name, byte[] bytes) throws IOException {
        try (OutputStream out = part(name)) {
            out.write(bytes);
        }
    }

    void part(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part(name, bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    private void entry(ZipEntry entry) throws IOException {
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        central += CENTRAL_HEADER + entry.getName().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Ends it; nothing is to be written any more. */
    void end(About about) throws IOException {
        part(ABOUT, Frames.json().writeValueAsBytes(about));
        zip.flush();
        long without =
                counted.count + LOCAL_HEADER + PADDING.length() + central + CENTRAL_HEADER + PADDING.length() + END;
        long size = STEP;
        while (size < without) {
            size *= 2;
        }
        var padding = new ZipEntry(PADDING);
        padding.setMethod(ZipEntry.STORED);
        padding.setSize(size - without);
        padding.setCrc(zeros(size - without, OutputStream.nullOutputStream()));
        entry(padding);
        zeros(size - without, zip);
        zip.close();
    }

    private static long zeros(long count, OutputStream to) throws IOException {
        var some = new byte[1 << 14];
        var check = new CRC32();
        for (long left = count; left > 0; ) {
            int part = (int) Math.min(left, some.length);
            check.update(some, 0, part);
            to.write(some, 0, part);
            left -= part;
        }
        return check.getValue();
    }

    /** Lets go of it; without its end it does not open. */
    @Override
    public void close() throws IOException {
        counted.drop();
    }

    /**
     * Gives the parts in their order, and what the letter says of itself.
     *
     * @param plain what was in the age file
     * @throws IOException if it is not what this class writes
     */
    static About read(InputStream plain, Parts take) throws IOException {
        Optional<About> about = Optional.empty();
        try (var in = new ZipInputStream(new Unclosed(plain), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (about.isEmpty() && entry.getName().equals(ABOUT)) {
                    about = Optional.of(Frames.json().readValue(in.readNBytes(1 << 16), About.class));
                } else if (about.isEmpty()) {
                    take.part(entry.getName(), new Unclosed(in));
                }
            }
            plain.transferTo(OutputStream.nullOutputStream()); // the last tag is checked at the end
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no letter of an inbox", e);
        }
        return about.orElseThrow(() -> new IOException("it is no letter of an inbox"));
    }

    /** Whose end is somebody else's matter. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
        }

        @Override
        public void close() {}
    }

    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long count;
        private boolean closed;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!closed) {
                out.write(bytes, offset, length);
                count += length;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                out.close();
            }
        }

        void drop() throws IOException {
            close();
        }
    }

    /** A name that a file came under, without folders and without what is no letter to be shown. */
    static String safeName(String given) {
        String name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        int[] points = name.codePoints().toArray();
        String cut = points.length <= NAME
                ? name
                : new String(points, 0, NAME - 20) + new String(points, points.length - 20, 20);
        return cut.isEmpty() ? "file" : cut;
    }
}
