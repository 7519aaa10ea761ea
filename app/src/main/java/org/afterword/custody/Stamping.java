package org.afterword.custody;

import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;

/** Has the newest checkpoint of a case stamped by authorities, one after another. */
public final class Stamping {
    /** How long one authority may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CLOSE = Duration.ofMinutes(5);
    private final CaseFile file;
    private final String actor;
    private final Proxy proxy;
    private final Duration patience;
    private final Roots roots;
    private final Clock clock;

    /**
     * @param actor who asks
     * @param proxy through which; {@link Proxy#NO_PROXY} for none
     * @param patience for each authority
     * @param roots whom to trust; kept with the stamps
     */
    public Stamping(CaseFile file, String actor, Proxy proxy, Duration patience, Roots roots) {
        this.file = file;
        this.actor = actor;
        this.proxy = proxy;
        this.patience = patience;
        this.roots = roots;
        this.clock = Clock.systemUTC();
    }

    /**
     * @param size how many entries the stamped checkpoint covers
     */
    public record Result(long size, List<Stamped> stamped, List<Failed> failed) {}

    /**
     * @param address that was asked
     * @param warnings sentences
     */
    public record Stamped(String address, Existed existed, List<String> warnings) {}

    /**
     * @param reason what the authority did: a sentence that begins with "it", without its full stop
     */
    public record Failed(String address, String reason) {}

    /**
     * Asks every authority; each stamp is checked, and is on the disk before the next is asked for. One that fails
     * does not stop the others.
     *
     * @throws CaseException if the case cannot be written: then nobody was asked, or it stopped there
     */
    public Result stamp(List<URI> authorities) throws CaseException {
        Optional<String> why = file.readOnly();
        if (why.isPresent()) {
            throw new CaseException.ReadOnly(why.get());
        }
        String note = file.checkpoint();
        long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
        var result = new Result(size, new ArrayList<>(), new ArrayList<>());
        for (URI address : authorities) {
            try {
                TimeStamp stamp = new Authority(address, proxy, patience)
                        .ask(note, size, roots.isEmpty() ? Optional.empty() : Optional.of(roots.pem()));
                Existed existed = checked(stamp);
                keep(stamp);
                result.stamped().add(new Stamped(address.toString(), existed, warnings(existed)));
            } catch (StampException e) {
                result.failed().add(new Failed(address.toString(), e.getMessage()));
            }
        }
        return result;
    }

    private Existed checked(TimeStamp stamp) throws StampException {
        Existed existed = Token.check(stamp, roots);
        if (existed.root() == Existed.Root.ELSEWHERE) {
            throw new StampException("its certificate leads to none of the roots you gave");
        }
        return existed;
    }

    private List<String> warnings(Existed existed) {
        List<String> warnings = new ArrayList<>();
        Duration apart = existed.ahead(clock.instant()).abs();
        if (apart.compareTo(CLOSE) > 0) {
            warnings.add("its clock (" + existed.time() + ") and that of this machine differ by " + apart.toMinutes()
                    + " minutes; one of them is wrong");
        }
        if (existed.root() == Existed.Root.UNCHECKED) {
            warnings.add(existed.root().words());
        }
        return warnings;
    }

    private void keep(TimeStamp stamp) throws CaseException {
        try (Batch batch = file.batch(actor)) {
            var item = batch.put(ItemType.STAMP, stamp.bytes());
            batch.add(new Entry.Stamped(stamp.size(), item, stamp.authority()));
            batch.commit();
        }
    }
}
