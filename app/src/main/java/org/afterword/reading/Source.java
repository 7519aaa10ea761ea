package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Id;

/** What a reader sees: the bytes of an exhibit, its name, and what lay beside it. */
public final class Source {
    /** The largest file that is read into memory as a whole, in bytes; a larger one is read piece by piece. */
    public static final int LIMIT = 64 << 20;

    /** The most that is fetched at once, in bytes. */
    public static final int PIECE = 1 << 20;

    private static final int HEAD = 1 << 16;

    private final String name;
    private final Id exhibit;
    private final Optional<Id> group;
    private final Origin origin;
    private Optional<byte[]> head = Optional.empty();
    private Optional<byte[]> bytes = Optional.empty();
    private Optional<Decoded> decoded = Optional.empty();

    /**
     * @param name the file's name or path; a part of a container is named {@code chat.zip!/_chat.txt}
     * @param exhibit whose bytes they are
     * @param group what its accounts tell of
     */
    public Source(String name, Id exhibit, Optional<Id> group, Origin origin) {
        this.name = name;
        this.exhibit = exhibit;
        this.group = group;
        this.origin = origin;
    }

    /**
     * @param bytes not copied; not to be changed
     */
    public Source(String name, Id exhibit, Optional<Id> group, byte[] bytes) {
        this(name, exhibit, group, Origin.of(bytes));
    }

    String name() {
        return name;
    }

    /** The last part of the path. */
    String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    boolean hasExtension(String... extensions) {
        String lower = fileName().toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (lower.endsWith("." + extension)) {
                return true;
            }
        }
        return false;
    }

    Id exhibit() {
        return exhibit;
    }

    Optional<Id> group() {
        return group;
    }

    /** In bytes. */
    long size() {
        return origin.size();
    }

    /** Too large to be held as a whole: {@link #bytes()} and {@link #text()} are not for it. */
    boolean isLarge() {
        return size() > LIMIT;
    }

    /** The first 64 KiB, or all of a shorter file. */
    byte[] head() {
        if (head.isEmpty()) {
            head = Optional.of(read(0, HEAD));
        }
        return head.get();
    }

    /** Bytes from a place on, fewer than wanted only at the end; at most {@link #PIECE}. */
    byte[] read(long at, int length) {
        try {
            return origin.read(at, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it from a place on, fetched piece by piece. */
    InputStream stream(long from) {
        return new Pieces(origin, from);
    }

    /**
     * All of it; not to be changed.
     *
     * @throws IllegalStateException if it {@link #isLarge()}
     */
    byte[] bytes() {
        if (isLarge()) {
            throw new IllegalStateException("a large file is read piece by piece");
        }
        if (bytes.isEmpty()) {
            try (InputStream in = stream(0)) {
                bytes = Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes.get();
    }

    /** The text: line ends are LF, no byte order mark. */
    String text() {
        return decoded().text();
    }

    Decoded decoded() {
        if (decoded.isEmpty()) {
            decoded = Optional.of(Decoded.of(bytes()));
        }
        return decoded.get();
    }

    /** Another file of the same export, as {@link Origin#beside} finds it. */
    Optional<Source> beside(String path) {
        try {
            return origin.beside(path).map(other -> new Source(path, exhibit, group, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the pictures in it. */
    Recogniser recogniser() {
        return origin.recogniser();
    }

    private static final class Pieces extends InputStream {
        private final Origin origin;
        private long at;
        private byte[] piece = {};
        private int position;

        Pieces(Origin origin, long at) {
            this.origin = origin;
            this.at = at;
        }

        private boolean fill() throws IOException {
            if (position == piece.length) {
                piece = origin.read(at, PIECE);
                at += piece.length;
                position = 0;
            }
            return position < piece.length;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[position++] & 0xff : -1;
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
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, into, offset, count);
            position += count;
            return count;
        }

        @Override
        public long skip(long count) {
            int inPiece = (int) Math.min(Math.max(0, count), piece.length - position);
            position += inPiece;
            long left = Math.max(0, Math.min(count - inPiece, origin.size() - at));
            at += left;
            return inPiece + left;
        }

        @Override
        public int available() {
            return piece.length - position;
        }
    }
}
