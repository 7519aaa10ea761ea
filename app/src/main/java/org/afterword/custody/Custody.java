package org.afterword.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.custody.Arrivals.Arrival;
import org.afterword.custody.Arrivals.Skipped;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** Keeps files as exhibits, byte for byte, and gives them back. */
public final class Custody {
    /** So much keeping may have to be done again after an interruption; a commit costs as much as many files. */
    private static final Duration AT_RISK = Duration.ofSeconds(1);

    /** A file of fewer bytes is hashed before it is written, if one of its size is in the case already. */
    private static final int HEAD = 1 << 20;

    /** The same for any other. */
    private static final int SMALL = 1 << 15;

    private final CaseFile file;
    private final String actor;
    private final Map<Sha256, Id> known = new HashMap<>();
    private final Set<Long> sizes = new HashSet<>();

    /**
     * @param actor who brings the files
     */
    public Custody(CaseFile file, String actor) {
        this.file = file;
        this.actor = actor;
        for (Exhibit exhibit : file.exhibits()) {
            known.put(exhibit.sha256(), exhibit.id());
            sizes.add(exhibit.size());
        }
    }

    /**
     * What was kept.
     *
     * @param exhibits new ones
     * @param again files whose bytes the case had already
     * @param skipped files that could not be kept
     */
    public record Kept(List<Id> exhibits, List<String> again, List<Skipped> skipped) {}

    /** Hears of every file once it is on the disk for good. */
    public interface Acknowledgement {
        void kept(String name);
    }

    /**
     * Keeps the files, in their order. What was acknowledged is in the case whatever happens next; a file that cannot
     * be read is skipped, with the reason.
     */
    public Kept keep(List<Arrival> arrivals, Optional<Id> group, Acknowledgement acknowledgement) throws IOException {
        var kept = new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int next = 0;
        while (next < arrivals.size()) {
            List<String> names = new ArrayList<>();
            long until = System.nanoTime() + AT_RISK.toNanos();
            try (Batch batch = file.batch(actor)) {
                do {
                    Arrival arrival = arrivals.get(next++);
                    keep(arrival, group, batch, kept);
                    names.add(arrival.name());
                } while (next < arrivals.size() && System.nanoTime() < until);
                batch.commit();
            }
            names.forEach(acknowledgement::kept);
        }
        return kept;
    }

    /** Files that come one after the other, each read before the next: with a form, say. */
    public interface Coming {
        /**
         * The next; what was not read of the one before is passed over.
         *
         * @return empty if that was all
         * @throws IOException if the coming breaks off
         */
        Optional<Came> next() throws IOException;

        /** What was left out; asked when the rest is in the case, and nothing more is read. */
        List<Skipped> skipped();
    }

    /**
     * @param name what it is called in the case: a name to show, and perhaps no path
     * @param bytes not closed by who reads them
     */
    public record Came(String name, InputStream bytes) {}

    /**
     * Keeps files as they come. What was acknowledged is in the case whatever happens next; what came whole before the
     * coming broke off is kept, and of a file that broke off nothing is.
     */
    public Kept keep(Coming coming, Optional<Id> group, Acknowledgement acknowledgement) throws IOException {
        var kept = new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Optional<Came> next = next(coming, kept);
        while (next.isPresent()) {
            List<String> names = new ArrayList<>();
            long until = System.nanoTime() + AT_RISK.toNanos();
            try (Batch batch = file.batch(actor)) {
                do {
                    Came came = next.get();
                    if (keep(came, group, batch, kept)) {
                        names.add(came.name());
                        next = next(coming, kept);
                    } else {
                        next = Optional.empty();
                    }
                } while (next.isPresent() && System.nanoTime() < until);
                batch.commit();
            }
            names.forEach(acknowledgement::kept);
        }
        kept.skipped().addAll(coming.skipped());
        return kept;
    }

    private static Optional<Came> next(Coming coming, Kept kept) {
        try {
            return coming.next();
        } catch (IOException e) {
            kept.skipped().add(new Skipped("what was still to come", "the sending broke off; send it again"));
            return Optional.empty();
        }
    }

    /** Whether it came whole. */
    private boolean keep(Came came, Optional<Id> group, Batch batch, Kept kept) throws CaseException {
        try {
            var put = batch.take(ItemType.EXHIBIT, came.bytes());
            Optional<Id> same = Optional.ofNullable(known.get(put.sha256()));
            if (same.isPresent()) {
                batch.drop(put.item());
                again(same.get(), came.name(), batch, kept);
            } else {
                kept.exhibits().add(added(came.name(), put, group, Optional.empty(), Optional.empty(), batch));
            }
            return true;
        } catch (CaseException.SourceBroken e) {
            kept.skipped()
                    .add(new Skipped(
                            came.name(), "the sending broke off in it; send it, and what was to come after it, again"));
            return false;
        }
    }

    private Id added(
            String name,
            Batch.Put put,
            Optional<Id> group,
            Optional<String> modified,
            Optional<Id> within,
            Batch batch) {
        Id exhibit = Id.random();
        batch.add(
                new Entry.ExhibitAdded(exhibit, name, put.sha256(), put.size(), put.item(), group, modified, within),
                List.of(put.item()));
        known.put(put.sha256(), exhibit);
        sizes.add(put.size());
        return exhibit;
    }

    private void keep(Arrival arrival, Optional<Id> group, Batch batch, Kept kept) throws IOException {
        Opened opened;
        try {
            opened = open(arrival.file());
        } catch (IOException e) {
            kept.skipped().add(new Skipped(arrival.name(), "it could not be read: " + Reasons.of(e)));
            return;
        }
        try (InputStream in = opened.in()) {
            Optional<Id> same = opened.hash().map(known::get);
            if (same.isPresent()) {
                again(same.get(), arrival.name(), batch, kept);
                return;
            }
            var put = opened.whole().isPresent()
                    ? batch.take(
                            ItemType.EXHIBIT,
                            opened.whole().get(),
                            opened.hash().orElseThrow())
                    : batch.take(ItemType.EXHIBIT, in);
            same = Optional.ofNullable(known.get(put.sha256()));
            if (same.isPresent()) {
                batch.drop(put.item());
                again(same.get(), arrival.name(), batch, kept);
                return;
            }
            kept.exhibits()
                    .add(added(arrival.name(), put, group, Optional.of(opened.modified()), Optional.empty(), batch));
        } catch (CaseException.SourceBroken e) {
            kept.skipped().add(new Skipped(arrival.name(), "it could not be read to its end"));
        }
    }

    /**
     * A file about to be kept.
     *
     * @param whole all of a small file; then there is nothing in the stream
     * @param hash of the whole file, where it is known before it is written
     */
    private record Opened(Optional<byte[]> whole, InputStream in, Optional<Sha256> hash, String modified) {}

    private Opened open(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String modified = attributes.lastModifiedTime().toInstant().toString();
        boolean perhapsKnown = sizes.contains(attributes.size());
        if (attributes.size() < (perhapsKnown ? HEAD : SMALL)) {
            var whole = whole(file, (int) attributes.size());
            if (whole.isPresent()) {
                return new Opened(whole, InputStream.nullInputStream(), whole.map(Sha256::of), modified);
            }
        }
        Optional<Sha256> hash = perhapsKnown ? Optional.of(hash(file)) : Optional.empty();
        return new Opened(Optional.empty(), Files.newInputStream(file), hash, modified);
    }

    /** Empty if it has more bytes by now than it had. */
    private static Optional<byte[]> whole(Path file, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size + 1);
        try (var channel = Files.newByteChannel(file)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        }
        return bytes.hasRemaining() ? Optional.of(Arrays.copyOf(bytes.array(), bytes.position())) : Optional.empty();
    }

    /**
     * Keeps a file that came within another.
     *
     * @param name {@code archive.zip!/path}
     * @param bytes read to the end, not closed
     * @param within the exhibit that it is a part of
     */
    public void keep(String name, InputStream bytes, Id within, Optional<Id> group, Batch batch) throws CaseException {
        var put = batch.take(ItemType.EXHIBIT, bytes);
        Optional<Id> same = Optional.ofNullable(known.get(put.sha256()));
        if (same.isPresent()) {
            batch.drop(put.item());
            batch.add(new Entry.ExhibitSeenAgain(same.get(), name, Optional.of(within)), List.of());
            return;
        }
        added(name, put, group, Optional.empty(), Optional.of(within), batch);
    }

    private static void again(Id exhibit, String name, Batch batch, Kept kept) {
        batch.add(new Entry.ExhibitSeenAgain(exhibit, name, Optional.empty()));
        kept.again().add(name);
    }

    private static Sha256 hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.ofDigest(digest.digest());
    }

    /**
     * Writes the exhibit's bytes, exactly.
     *
     * @throws CaseException if it is damaged; {@link CaseException.Erased} if it was erased
     */
    public static void release(CaseFile file, Id exhibit, OutputStream out) throws IOException {
        var erased = file.bytesErased(exhibit);
        if (erased.isPresent()) {
            throw new CaseException.Erased(erased.get());
        }
        Id item = file.exhibitItem(exhibit)
                .orElseThrow(() -> new IllegalArgumentException("there is no exhibit " + exhibit + " in this case"));
        try (InputStream in = file.item(item)) {
            in.transferTo(out);
        }
    }
}
