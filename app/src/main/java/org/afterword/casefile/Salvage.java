package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.model.Id;

/**
 * What can still be read of a case that is too damaged to be opened. The file is never changed, but that SQLite undoes
 * what a killed program had not finished. Each entry and each item proves itself, so nothing is given out that this
 * case's keys did not write; what is missing cannot prove that it is.
 */
public final class Salvage implements AutoCloseable {
    private final Carved carved;
    private final KeyRing keys;
    private final Map<Id, List<Rows.Item>> items = new LinkedHashMap<>();
    private final List<Logged> entries = new ArrayList<>();
    private final Set<Long> unreadable = new TreeSet<>();
    private final Set<Long> misfits = new TreeSet<>();

    private Salvage(Carved carved, KeyRing keys) {
        this.carved = carved;
        this.keys = keys;
    }

    /**
     * @param passphrase or the recovery code
     * @throws CaseException.Damaged if both copies of the header are: without the header there are no keys
     * @throws CaseException.InUse if another program holds the case
     */
    public static Salvage of(Path path, Passphrase passphrase) throws CaseException {
        settle(path);
        try {
            var carved = Carved.open(path);
            boolean done = false;
            try {
                if (carved.isEmpty()) {
                    throw new CaseException.NotACase("nothing in it looks like a part of a case");
                }
                var salvage = new Salvage(carved, unlock(carved, passphrase));
                salvage.read();
                done = true;
                return salvage;
            } finally {
                if (!done) {
                    carved.close();
                }
            }
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException.CannotRead(e);
        }
    }

    /** Lets SQLite undo what was not finished, if it still can. */
    private static void settle(Path path) throws CaseException {
        try {
            ContainerFile.open(path).close();
        } catch (CaseException.Missing | CaseException.InUse | CaseException.TooNew | CaseException.CannotRead e) {
            throw e;
        } catch (CaseException e) {
            if (!Files.isRegularFile(path)) {
                throw e;
            }
        }
    }

    private static Optional<byte[]> unpadded(byte[] chunk) {
        var length = Padding.unpadLast(chunk, chunk.length);
        return length.isPresent() ? Optional.of(Arrays.copyOf(chunk, length.getAsInt())) : Optional.empty();
    }

    private static KeyRing unlock(Carved carved, Passphrase passphrase) throws IOException {
        CaseException why =
                new CaseException.Damaged("both copies of the header, without which there are no keys to it");
        for (byte[] copy : carved.headers()) {
            var header = Header.parse(copy);
            if (header.isPresent()) {
                try {
                    return header.get().unlock(passphrase);
                } catch (CaseException e) {
                    why = e;
                }
            }
        }
        throw why;
    }

    private void read() throws IOException {
        for (var item : carved.items()) {
            items.computeIfAbsent(item.id(), id -> new ArrayList<>(1)).add(item);
        }
        var erased = new HashSet<Long>();
        for (long number : carved.entryNumbers()) {
            for (var row : carved.entries(number)) {
                var envelope = keys.open(Binding.ENTRY, number, row.sealed())
                        .flatMap(Envelope::parse)
                        .filter(found -> found.logged().isPresent());
                if (envelope.isPresent()) {
                    var logged = envelope.get().logged().orElseThrow();
                    entries.add(logged);
                    if (!Arrays.equals(envelope.get().leaf(), row.leaf())) {
                        misfits.add(number);
                    }
                    if (logged.entry().orElse(null) instanceof Entry.Erased gone) {
                        erased.addAll(gone.entries());
                    }
                    break;
                }
            }
        }
        missing(erased);
    }

    private void missing(Set<Long> erased) throws IOException {
        var readable = new HashSet<Long>();
        entries.forEach(logged -> readable.add(logged.number()));
        var rows = new HashSet<>(carved.entryNumbers());
        long end = readable.stream().mapToLong(number -> number + 1).max().orElse(0);
        for (var row : carved.records()) {
            if (row.number() > end && isCheckpoint(row)) {
                end = row.number();
            }
        }
        while (rows.contains(end)) {
            end++;
        }
        for (long number = 0; number < end; number++) {
            if (!readable.contains(number) && !erased.contains(number)) {
                unreadable.add(number);
            }
        }
    }

    private boolean isCheckpoint(Rows.Numbered row) {
        return keys.open(Binding.CHECKPOINT, row.number(), row.sealed())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(note -> SignedNote.verify(note, keys.signers()))
                .isPresent();
    }

    /** Those that can be read, in order. */
    public List<Logged> entries() {
        return List.copyOf(entries);
    }

    /** The numbers of those that were there and can no longer be read, and were not erased. */
    public Set<Long> unreadable() {
        return Set.copyOf(unreadable);
    }

    /** The numbers of those that can be read, but whose leaf is not theirs. */
    public Set<Long> misfits() {
        return Set.copyOf(misfits);
    }

    /** The items of one type whose key can be read, whether or not an entry names them. */
    public List<Id> items(ItemType type) {
        return items.entrySet().stream()
                .filter(item -> item.getValue().stream()
                        .flatMap(row -> keys.unwrapItemKey(row.id(), row.wrap()).stream())
                        .anyMatch(key -> key.type() == type.number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The item's bytes, each checked before it is given out.
     *
     * @throws CaseException.Damaged if there is no such item or its key is lost; also from the stream, at the first
     *     chunk that is damaged
     */
    public InputStream open(Id item) throws CaseException {
        for (var row : items.getOrDefault(item, List.of())) {
            var key = keys.unwrapItemKey(item, row.wrap());
            if (key.isPresent()) {
                return new Salvaging(row, key.get());
            }
        }
        throw new CaseException.Damaged("item " + item);
    }

    private final class Salvaging extends Chunks {
        private final Rows.Item row;
        private final KeyRing.ItemKey key;
        private final Binding binding;
        private long number;
        private boolean last;

        Salvaging(Rows.Item row, KeyRing.ItemKey key) {
            this.row = row;
            this.key = key;
            this.binding = new Binding(keys.caseId(), key.type(), row.id(), key.version());
        }

        @Override
        boolean next() throws IOException {
            if (last) {
                return false;
            }
            byte[] chunk = decrypted();
            take(chunk, chunk.length);
            number++;
            return true;
        }

        /** Whether a chunk is the last is tried, since the one after it may be what was lost. */
        private byte[] decrypted() throws IOException {
            for (byte[] sealed : carved.chunks(row.place(), number)) {
                var more = Crypto.decrypt(key.key(), number, sealed, binding.chunk(number, false));
                if (more.isPresent()) {
                    return more.get();
                }
                var end = Crypto.decrypt(key.key(), number, sealed, binding.chunk(number, true))
                        .flatMap(Salvage::unpadded);
                if (end.isPresent()) {
                    last = true;
                    return end.get();
                }
            }
            throw new CaseException.Damaged("chunk " + number + " of item " + row.id());
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(key.key(), (byte) 0);
            super.close();
        }
    }

    @Override
    public void close() {
        try (keys) {
            carved.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
