package org.afterword.model;

import java.util.Arrays;

/**
 * Numbers for ids, or for other keys of 128 bits, from 0 in the order in which they came. For a case with millions of
 * them: one takes 24 to 32 bytes.
 */
public final class IdTable {
    private static final int LEAST = 64;

    /** By their numbers. */
    private long[] keys = new long[2 * LEAST];

    /** Numbers, by where their keys are looked for. */
    private int[] slots = filled(LEAST);

    private int size;

    /** The number of the key, which is put in if it is new. */
    public int add(long high, long low) {
        if (3 * (size + 1) > 2 * slots.length) {
            grow();
        }
        int slot = slot(high, low);
        if (slots[slot] < 0) {
            if (2 * size == keys.length) {
                keys = Arrays.copyOf(keys, keys.length + keys.length / 8 * 2);
            }
            keys[2 * size] = high;
            keys[2 * size + 1] = low;
            slots[slot] = size++;
        }
        return slots[slot];
    }

    public int add(Id id) {
        return add(id.high(), id.low());
    }

    /** Below 0 if it is not in it. */
    public int number(long high, long low) {
        return slots[slot(high, low)];
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
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] >= 0 && (keys[2 * slots[slot]] != high || keys[2 * slots[slot] + 1] != low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        slots = filled(2 * slots.length);
        for (int number = 0; number < size; number++) {
            slots[slot(keys[2 * number], keys[2 * number + 1])] = number;
        }
    }

    private static int[] filled(int length) {
        var slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
