package org.afterword.intake;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Jetty's buffers, through which requests and answers pass, wiped as each is given back. They are asked for outside the
 * heap, or Java would copy them to buffers there that nobody wipes.
 */
final class WipedBuffers extends ByteBufferPool.Wrapper {
    private static final byte[] ZEROS = new byte[1 << 14];

    WipedBuffers() {
        super(new ArrayByteBufferPool());
    }

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        RetainableByteBuffer.Mutable taken = super.acquire(size, direct);
        ByteBuffer bytes = taken.getByteBuffer();
        return RetainableByteBuffer.wrap(bytes, () -> {
            wipe(bytes);
            taken.release();
        });
    }

    private static void wipe(ByteBuffer bytes) {
        bytes.clear();
        while (bytes.hasRemaining()) {
            bytes.put(ZEROS, 0, Math.min(ZEROS.length, bytes.remaining()));
        }
        BufferUtil.clear(bytes);
    }
}
