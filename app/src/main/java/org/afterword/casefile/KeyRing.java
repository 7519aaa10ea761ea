package org.afterword.casefile;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * The keys of an open case; wiped when closed. What is sealed, is sealed under the present epoch.
 *
 * <p>While keys are changed there are two epochs: the new one, which holds once its transaction is on the disk, and the
 * one before, for who has just read a row that was wrapped under it.
 */
final class KeyRing implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private final Opened opened;
    private volatile List<Epoch> epochs;
    private Epoch settled;

    KeyRing(Epoch epoch, Opened opened) {
        this.opened = opened;
        this.epochs = List.of(epoch);
        this.settled = epoch;
    }

    /**
     * The way by which the case was opened.
     *
     * @param lock empty for age
     */
    record Opened(Id way, Optional<WayKey.Lock> lock) {
        @Override
        public String toString() {
            return "opened by " + way;
        }
    }

    Opened opened() {
        return opened;
    }

    /** The present one. */
    Epoch epoch() {
        return epochs.getFirst();
    }

    /** From now on seals under another epoch, until {@link #settle} or {@link #back}. */
    synchronized void turn(Epoch next) {
        var all = new ArrayList<Epoch>();
        all.add(next);
        all.addAll(epochs);
        epochs = List.copyOf(all);
    }

    /** The transaction of the present epoch is on the disk. */
    synchronized void settle() {
        if (epochs.getFirst() != settled) {
            var before = settled;
            settled = epochs.getFirst();
            epochs.stream().filter(epoch -> epoch != settled && epoch != before).forEach(Epoch::close);
            epochs = List.of(settled, before);
        }
    }

    /** The transaction was undone. */
    synchronized void back() {
        var all = new ArrayList<>(epochs);
        while (all.getFirst() != settled) {
            all.removeFirst().close();
        }
        epochs = List.copyOf(all);
    }

    Id caseId() {
        return epoch().caseId();
    }

    byte[] wrapItemKey(Id item, ItemKey key) {
        return epoch().wrapItemKey(item, key);
    }

    Optional<ItemKey> unwrapItemKey(Id item, byte[] wrap) {
        for (var epoch : epochs) {
            var key = epoch.unwrapItemKey(item, wrap);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    Sealed seal(int type, long number, byte[] content) {
        return epoch().seal(type, number, content);
    }

    /** Empty if it is not what was sealed at this place. */
    Optional<byte[]> open(int type, long number, Sealed sealed) {
        return unwrapItemKey(Binding.numbered(number), sealed.wrap())
                .flatMap(key -> key.open(caseId(), type, number, sealed));
    }

    /** The same 32 bytes for ever, for one purpose. */
    byte[] secret(String purpose) {
        return epoch().secret(purpose);
    }

    String origin() {
        return epoch().secrets().origin();
    }

    SignedNote.Key signer() {
        return signers().getLast();
    }

    /** The signing keys, the present one last. */
    List<SignedNote.Key> signers() {
        return epoch().secrets().signing().stream()
                .map(seed -> new SignedNote.Key(origin(), HEX.parseHex(seed)))
                .toList();
    }

    DropBox dropBox() {
        return new DropBox(epoch().secrets().dropBoxes(secret(DropBox.PURPOSE)).stream()
                .map(HEX::parseHex)
                .toList());
    }

    @Override
    public synchronized void close() {
        epochs.forEach(Epoch::close);
    }

    @Override
    public String toString() {
        return "the keys of a case";
    }

    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    record ItemKey(byte[] key, int type, long version) {
        /** Empty if it is not what was sealed at this place. */
        Optional<byte[]> open(Id caseId, int expected, long number, Sealed sealed) {
            if (type != expected) {
                return Optional.empty();
            }
            var aad = new Binding(caseId, type, Binding.numbered(number), version).chunk(0, true);
            return Crypto.decrypt(key, 0, sealed.bytes(), aad).flatMap(Padding::unpadRecord);
        }

        @Override
        public String toString() {
            return "a key";
        }
    }
}
