package org.afterword.model;

import java.util.Arrays;

/**
 * Numbers for ids, or for other keys of 128 bits, from 0 in the order in which they came. For a case with millions of
 * them: one takes about 40 bytes.
 */
public final class IdTable {
    private static final int LEAST = 64;

    private long[] keys = new long[2 * LEAST];
    private int[] numbers = filled(LEAST);
    private int size;

    /** The number of the key, which is put in if it is new. */
    public int add(long high, long low) {
        if (3 * (size + 1) > 2 * numbers.length) {
            grow();
        }
        int slot = slot(high, low);
        if (numbers[slot] < 0) {
            put(slot, high, low, size++);
        }
        return numbers[slot];
    }

    public int add(Id id) {
        return add(id.high(), id.low());
    }

    /** Below 0 if it is not in it. */
    public int number(long high, long low) {
        return numbers[slot(high, low)];
    }

    /** Below 0 if it is not in it. */
    public int number(Id id) {
        return number(id.high(), id.low());
    }

    public boolean contains(Id id) {
        return number(id) >= 0;
    }

    public int size() {
        return size;
    }

    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & (numbers.length - 1);
        while (numbers[slot] >= 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & (numbers.length - 1);
        }
        return slot;
    }

    private void put(int slot, long high, long low, int number) {
        keys[2 * slot] = high;
        keys[2 * slot + 1] = low;
        numbers[slot] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = filled(2 * oldNumbers.length);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] >= 0) {
                long high = oldKeys[2 * i];
                long low = oldKeys[2 * i + 1];
                put(slot(high, low), high, low, oldNumbers[i]);
            }
        }
    }

    private static int[] filled(int length) {
        var numbers = new int[length];
        Arrays.fill(numbers, -1);
        return numbers;
    }
}
