package org.afterword.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import org.afterword.casefile.LoneKey;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * A letter on its way into the inbox: what is written here is an age file already. Closed without being kept, it never
 * was.
 */
final class Draft extends OutputStream {
    /** What of a cell holds the age file, in bytes. */
    static final int ROOM = Slots.CELL - LoneKey.TAG;

    private static final int AT_ONCE = 256;
    private final Inbox inbox;
    private final Id letter;
    private final int slot;
    private final LoneKey key;
    private final boolean reserve;
    private final Queue<Integer> cells = new ArrayDeque<>();
    private final byte[] room = new byte[ROOM];
    private int filled;
    private int place;
    private long length;
    private boolean kept;

    Draft(Inbox inbox, Id letter, int slot, LoneKey key, boolean reserve) {
        this.inbox = inbox;
        this.letter = letter;
        this.slot = slot;
        this.key = key;
        this.reserve = reserve;
    }

    Id letter() {
        return letter;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int from = offset, left = count; left > 0; ) {
            if (filled == ROOM) {
                cell();
            }
            int part = Math.min(left, ROOM - filled);
            System.arraycopy(bytes, from, room, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
        length += count;
    }

    private void cell() throws IOException {
        Arrays.fill(room, filled, ROOM, (byte) 0);
        if (cells.isEmpty()) {
            // as many again as it has: letters are long by powers of two
            cells.addAll(inbox.take(letter, place, Math.clamp(place, 1, AT_ONCE), reserve));
        }
        inbox.cells().write(cells.remove(), key.seal(place, room));
        place++;
        filled = 0;
    }

    /**
     * It is on the disk, whole, when this returns.
     *
     * @param proof for a mailbox that begins with it
     * @throws IOException also if there is no such mailbox any more, or there is one already
     */
    void keep(Id mailbox, Optional<Sha256> proof) throws IOException {
        cell();
        if (!inbox.finish(letter, length, mailbox, proof)) {
            throw new IOException("the mailbox is not there any more");
        }
        kept = true;
    }

    /** To be called when it was kept, too. */
    @Override
    public void close() throws IOException {
        Arrays.fill(room, (byte) 0);
        try (key) {
            if (!kept) {
                inbox.drop(letter, slot);
            }
        }
    }
}
