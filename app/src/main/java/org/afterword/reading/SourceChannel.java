package org.afterword.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A source for libraries that jump about in a file. The last pieces stay in memory, since going back is dear. */
final class SourceChannel implements SeekableByteChannel {
    private static final int FEW = 8;

    private final Source source;
    private final int kept;
    private final Map<Long, byte[]> pieces = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > kept;
        }
    };
    private long position;
    private boolean open = true;
    private long allowed = Long.MAX_VALUE;

    SourceChannel(Source source) {
        this(source, FEW);
    }

    /**
     * @param kept how many pieces of 1 MiB stay in memory
     */
    SourceChannel(Source source, int kept) {
        this.source = source;
        this.kept = kept;
    }

    /** From now on no more than so many bytes are given out; then comes an exception. */
    void allow(long bytes) {
        allowed = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= source.size()) {
            return -1;
        }
        int total = 0;
        while (into.hasRemaining() && position < source.size()) {
            byte[] piece = pieces.computeIfAbsent(
                    position / Source.PIECE, number -> source.read(number * Source.PIECE, Source.PIECE));
            int at = (int) (position % Source.PIECE);
            int count = Math.min(into.remaining(), piece.length - at);
            if (count <= 0) {
                break;
            }
            into.put(piece, at, count);
            position += count;
            total += count;
        }
        allowed -= total;
        if (allowed < 0) {
            throw new IOException("more is read than is allowed");
        }
        return total;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
        if (to < 0) {
            throw new IOException("no place before the beginning");
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
