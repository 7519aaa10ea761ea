package org.afterword.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.afterword.casefile.LoneKey;

/** A letter's cells, one after another. */
final class Chained extends InputStream {
    private final List<Integer> cells;
    private final Slots slots;
    private final LoneKey key;
    private long left;
    private int next;
    private byte[] cell = {};
    private int at;

    Chained(List<Integer> cells, Slots slots, LoneKey key, long length) {
        this.cells = cells;
        this.slots = slots;
        this.key = key;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        if (at == cell.length) {
            if (next == cells.size()) {
                throw new EOFException("a letter of the inbox is cut");
            }
            cell = key.open(next, slots.read(cells.get(next)))
                    .orElseThrow(() -> new IOException("a letter of the inbox was changed"));
            next++;
            at = 0;
        }
        int some = (int) Math.min(left, Math.min(count, cell.length - at));
        System.arraycopy(cell, at, into, offset, some);
        at += some;
        left -= some;
        return some;
    }

    @Override
    public void close() {
        key.close();
    }
}
