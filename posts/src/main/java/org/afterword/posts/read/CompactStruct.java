package org.afterword.posts.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes through one struct of Thrift's compact protocol (thrift-compact-protocol.md) in a buffer, and never believes it:
 * what says that it is longer than what is there ends it.
 */
final class CompactStruct {
    private static final int DEEPEST = 32;

    private final ByteBuffer in;

    private CompactStruct(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Its numbers by field; the first number of a struct in it by that field, negated. The buffer is after it.
     *
     * @throws RuntimeException if it is none
     */
    static Map<Integer, Long> numbers(ByteBuffer in) {
        var numbers = new TreeMap<Integer, Long>();
        new CompactStruct(in).struct(numbers, 0);
        return numbers;
    }

    private void struct(Map<Integer, Long> numbers, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        int field = 0;
        for (int head = in.get(); head != 0; head = in.get()) {
            int step = (head & 0xf0) >> 4;
            field = step == 0 ? (int) zigzag() : field + step;
            switch (head & 0x0f) {
                case 1, 2 -> {}
                case 4, 5, 6 -> numbers.put(field, zigzag());
                case 12 -> {
                    var inner = new TreeMap<Integer, Long>();
                    struct(inner, depth + 1);
                    numbers.put(-field, inner.getOrDefault(1, 0L));
                }
                default -> skip(head & 0x0f, depth);
            }
        }
    }

    private void skip(int type, int depth) {
        switch (type) {
            case 1, 2, 3 -> in.get();
            case 4, 5, 6 -> varint();
            case 7 -> skip(Long.BYTES);
            case 8 -> skip(varint());
            case 9, 10 -> list(depth);
            case 12 -> struct(new TreeMap<>(), depth + 1);
            default -> throw new IllegalArgumentException("a type that the format of Parquet does not use");
        }
    }

    private void list(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        int head = in.get();
        long size = (head & 0xf0) >> 4;
        if (size == 15) {
            size = varint();
        }
        for (long i = 0; i < size; i++) {
            skip(head & 0x0f, depth + 1);
        }
    }

    private void skip(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + (int) bytes);
    }

    private long zigzag() {
        long coded = varint();
        return (coded >>> 1) ^ -(coded & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = in.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("too long a number");
    }
}
