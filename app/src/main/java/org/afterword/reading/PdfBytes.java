package org.afterword.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A source as PDFBox wants it. */
final class PdfBytes implements RandomAccessRead {
    private static final int BUFFER = 1 << 14;

    private final SourceChannel channel;
    private final long size;
    private final byte[] buffer = new byte[BUFFER];
    private long bufferAt;
    private int buffered;
    private long position;
    private boolean closed;

    PdfBytes(Source source) {
        this.channel = new SourceChannel(source);
        this.size = source.size();
    }

    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (position >= size) {
            return false;
        }
        if (position < bufferAt || position >= bufferAt + buffered) {
            bufferAt = position - position % BUFFER;
            buffered = Math.max(0, channel.position(bufferAt).read(ByteBuffer.wrap(buffer)));
        }
        return position < bufferAt + buffered;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[(int) (position++ - bufferAt)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int total = 0;
        while (total < length && fill()) {
            int count = (int) Math.min(length - total, bufferAt + buffered - position);
            System.arraycopy(buffer, (int) (position - bufferAt), into, offset + total, count);
            position += count;
            total += count;
        }
        return total == 0 && length > 0 ? -1 : total;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("no place before the beginning");
        }
        position = Math.min(to, size);
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= size;
    }

    @Override
    public RandomAccessReadView createView(long from, long length) {
        return new RandomAccessReadView(this, from, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
