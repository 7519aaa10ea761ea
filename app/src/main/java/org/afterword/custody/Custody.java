package org.afterword.custody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final int HEAD = 1 << 20;
    private static final byte[] NOTHING = {};

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

    private void keep(Arrival arrival, Optional<Id> group, Batch batch, Kept kept) throws IOException {
        InputStream opened;
        byte[] head = NOTHING;
        try {
            opened = Files.newInputStream(arrival.file());
            long size = Files.size(arrival.file());
            if (sizes.contains(size)) {
                if (size < HEAD) {
                    head = opened.readNBytes(HEAD);
                }
                Optional<Id> same =
                        Optional.ofNullable(known.get(head.length == size ? Sha256.of(head) : hash(arrival.file())));
                if (same.isPresent()) {
                    opened.close();
                    again(same.get(), arrival, batch, kept);
                    return;
                }
            }
        } catch (IOException e) {
            kept.skipped().add(new Skipped(arrival.name(), "it could not be read: " + Reasons.of(e)));
            return;
        }
        try (InputStream in = opened) {
            var whole = head.length == 0 ? in : new SequenceInputStream(new ByteArrayInputStream(head), in);
            var put = batch.take(ItemType.EXHIBIT, whole);
            Optional<Id> same = Optional.ofNullable(known.get(put.sha256()));
            if (same.isPresent()) {
                batch.drop(put.item());
                again(same.get(), arrival, batch, kept);
                return;
            }
            Id exhibit = Id.random();
            batch.add(new Entry.ExhibitAdded(
                    exhibit, arrival.name(), put.sha256(), put.size(), put.item(), group, modified(arrival.file())));
            known.put(put.sha256(), exhibit);
            sizes.add(put.size());
            kept.exhibits().add(exhibit);
        } catch (CaseException.SourceBroken e) {
            kept.skipped().add(new Skipped(arrival.name(), "it could not be read to its end"));
            return;
        }
    }

    /** Empty if the file went away while it was read. */
    private static Optional<String> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void again(Id exhibit, Arrival arrival, Batch batch, Kept kept) {
        batch.add(new Entry.ExhibitSeenAgain(exhibit, arrival.name()));
        kept.again().add(arrival.name());
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
