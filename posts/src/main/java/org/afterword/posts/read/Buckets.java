package org.afterword.posts.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records of numbers, dealt into buckets. They are in memory while there is room, then on the disk. */
final class Buckets implements Closeable {
    private static final int CHUNK = 1 << 13;

    private final Bucket[] buckets;
    private final int width;
    private final long room;
    private final Overflow overflow;
    private long held;

    /**
     * @param count of buckets
     * @param width how many numbers a record has
     * @param room how many numbers may be in memory
     */
    Buckets(int count, int width, long room, Overflow overflow) {
        buckets = new Bucket[count];
        Arrays.setAll(buckets, _ -> new Bucket());
        this.width = width;
        this.room = room;
        this.overflow = overflow;
    }

    private static final class Bucket {
        private long[] waiting = new long[0];
        private int size;
        private long away;
        private Overflow.@Nullable Place place;
        private @Nullable OutputStream out;
    }

    int count() {
        return buckets.length;
    }

    /** The bucket of a hash. */
    int of(long hash) {
        return (int) Long.remainderUnsigned(Labels.last(hash), buckets.length);
    }

    /**
     * @param record as many numbers as a record has
     */
    void add(int number, long[] record) throws IOException {
        Bucket bucket = buckets[number];
        if (bucket.size + width > bucket.waiting.length) {
            int more = Math.max(width * 16, bucket.waiting.length);
            if (held + more > room) {
                putAway();
                more = Math.max(0, width * 16 - bucket.waiting.length);
            }
            bucket.waiting = Arrays.copyOf(bucket.waiting, bucket.waiting.length + more);
            held += more;
        }
        System.arraycopy(record, 0, bucket.waiting, bucket.size, width);
        bucket.size += width;
    }

    private void putAway() throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (Bucket bucket : buckets) {
            if (bucket.size > 0) {
                if (bucket.out == null) {
                    bucket.place = overflow.place();
                    bucket.out = bucket.place.write();
                }
                for (int from = 0; from < bucket.size; from += CHUNK) {
                    int count = Math.min(CHUNK, bucket.size - from);
                    chunk.clear().asLongBuffer().put(bucket.waiting, from, count);
                    bucket.out.write(chunk.array(), 0, count * Long.BYTES);
                }
                bucket.away += bucket.size;
                bucket.size = 0;
            }
            held -= bucket.waiting.length;
            bucket.waiting = new long[0];
        }
    }

    /** No more will be added. */
    void done() throws IOException {
        for (Bucket bucket : buckets) {
            if (bucket.out != null) {
                bucket.out.close();
                bucket.out = null;
            }
        }
    }

    /** The records of a bucket, one after the other, once all were added. */
    long[] get(int number) throws IOException {
        Bucket bucket = buckets[number];
        var all = new long[Math.toIntExact(bucket.away + bucket.size)];
        int at = 0;
        if (bucket.place != null) {
            try (InputStream in = bucket.place.read()) {
                var chunk = new byte[CHUNK * Long.BYTES];
                while (at < bucket.away) {
                    int bytes = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, (bucket.away - at) * Long.BYTES));
                    if (bytes < Long.BYTES) {
                        throw new IOException("a temporary file is shorter than what was written to it");
                    }
                    ByteBuffer.wrap(chunk, 0, bytes).asLongBuffer().get(all, at, bytes / Long.BYTES);
                    at += bytes / Long.BYTES;
                }
            }
        }
        System.arraycopy(bucket.waiting, 0, all, at, bucket.size);
        return all;
    }

    /** Gives a bucket's memory and place back. */
    void drop(int number) throws IOException {
        Bucket bucket = buckets[number];
        held -= bucket.waiting.length;
        bucket.waiting = new long[0];
        bucket.size = 0;
        if (bucket.place != null) {
            bucket.place.close();
            bucket.place = null;
        }
    }

    @Override
    public void close() throws IOException {
        done();
        for (int number = 0; number < buckets.length; number++) {
            drop(number);
        }
    }
}
