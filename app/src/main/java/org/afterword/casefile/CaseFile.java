package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Id;

/**
 * A case in its file: everything that was ever put into it, and what that comes to ({@link Contents}). {@code
 * docs/case-format.md} says what is on the disk.
 *
 * <p>May be used by several threads; one writes at a time.
 */
public final class CaseFile extends Folded implements AutoCloseable {
    private static final String NEWER = "This case was last written by a newer version of Afterword.";
    private static final String LOCKED_MEDIUM = "This case lies where nothing can be written.";
    private final Path path;
    private final Container container;
    private final KeyRing keys;
    private final ItemStore items;
    private final EntryLog log;
    private final Snapshot snapshot;
    private volatile Relations relations;
    private final Turn turn = new Turn();

    private CaseFile(Path path, Container container, KeyRing keys) throws CaseException {
        this.path = path;
        this.container = container;
        this.keys = keys;
        this.items = new ItemStore(container, keys);
        this.log = new EntryLog(container, keys, Clock.systemUTC());
        this.snapshot = new Snapshot(container, keys, items);
        this.relations = snapshot.load(log);
    }

    /**
     * Makes a case.
     *
     * @param program name and version of what makes it
     * @throws CaseException.AlreadyThere if there is something at the path
     */
    public static NewCase create(Path path, Passphrase passphrase, String program) throws CaseException {
        return create(path, passphrase, program, Cost.DEFAULT);
    }

    /** Makes a case whose passphrase costs as much to try as is said here. */
    public static NewCase create(Path path, Passphrase passphrase, String program, Cost cost) throws CaseException {
        byte[] code = RecoveryCode.random();
        var container = ContainerFile.create(path);
        boolean done = false;
        try {
            var keys = Keys.first(container, passphrase, cost, code);
            var log = new EntryLog(container, keys, Clock.systemUTC());
            var created = log.preparing(program);
            created.add(new EntryLog.Draft(new Entry.CaseCreated(program), List.of()));
            log.append(created.all());
            container.commit();
            var file = new CaseFile(path, container, keys);
            done = true;
            return new NewCase(file, RecoveryCode.print(code));
        } finally {
            Arrays.fill(code, (byte) 0);
            if (!done) {
                container.close();
                ContainerFile.discard(path);
            }
        }
    }

    /**
     * Opens a case; the log is checked against its newest checkpoint.
     *
     * @param passphrase or the recovery code, or an age identity
     */
    public static CaseFile open(Path path, Passphrase passphrase) throws CaseException {
        var container = ContainerFile.open(path);
        boolean done = false;
        try {
            var file = new CaseFile(path, container, Header.read(container).unlock(passphrase));
            Eraser.sweepIfDue(container);
            done = true;
            return file;
        } finally {
            if (!done) {
                container.close();
            }
        }
    }

    /** Looks at every byte of this case. Others wait with writing. */
    public Inspection inspect() throws CaseException {
        return inspect(Looking.UNHEARD);
    }

    /** @param looking hears how many items of how many were looked at, from several threads */
    public Inspection inspect(Looking looking) throws CaseException {
        turn.take();
        try {
            return new Inspector(container, keys, looking).inspect();
        } finally {
            turn.give();
        }
    }

    /** Only this thread writes from then on; empty if another was not done in that time. */
    public Optional<Claim> claim(Duration patience) {
        return turn.claim(patience);
    }

    /** Why nothing can be written into this case, in one sentence; empty if it can. */
    public Optional<String> readOnly() {
        if (container.isReadOnly()) {
            return Optional.of(LOCKED_MEDIUM);
        }
        return log.isNewer() ? Optional.of(NEWER) : Optional.empty();
    }

    /**
     * Begins changes; waits until another's are done. If the case is {@link #readOnly()}, the batch says so when it is
     * used.
     *
     * @param actor who does it
     */
    public Batch batch(String actor) {
        if (actor.isBlank()) {
            throw new IllegalArgumentException("somebody does it");
        }
        turn.take();
        return new Batch(this, actor);
    }

    ItemStore items() {
        return items;
    }

    void begin() throws CaseException {
        var why = readOnly();
        if (why.isPresent()) {
            throw new CaseException.ReadOnly(why.get());
        }
        container.begin();
    }

    Preparing preparing(String actor) {
        return log.preparing(actor);
    }

    /** Folds as well, before the transaction ends: what cannot be folded must never be in the log. */
    void commit(Preparing entries) throws CaseException {
        changing(() -> {
            boolean done = false;
            try {
                var prepared = entries.all();
                var appended = log.append(prepared, relations);
                container.commit();
                keys.settle();
                log.accept(appended);
                prepared.forEach(one -> snapshot.folded(one.draft()));
                touched().by(prepared, relations);
                done = true;
            } finally {
                if (!done) {
                    rollback();
                    foldAnew();
                }
            }
            return done;
        });
    }

    /**
     * Destroys on purpose, in one step; there is no way back. The log says that it was done, and still verifies.
     *
     * @throws CaseException if nothing was erased; {@link CaseException.NotSwept} if all was
     */
    public Entry.Erased erase(Erasure erasure, String actor) throws IOException {
        turn.take();
        try {
            begin();
            var eraser = new Eraser(container, keys, log, items, snapshot, erasure);
            return changing(() -> eraser.erase(actor, this::foldAnew));
        } finally {
            turn.give();
        }
    }

    private void foldAnew() throws CaseException {
        var before = relations;
        relations = snapshot.load(log);
        touched().all();
        before.close();
    }

    private void rollback() throws CaseException {
        try {
            container.rollback();
        } finally {
            keys.back();
        }
    }

    /** Within the transaction that is open. */
    Entry.KeysChanged change(KeyChange change) throws CaseException {
        return change.apply(container, keys);
    }

    void release(boolean begun) {
        try {
            if (begun) {
                rollback();
            }
        } catch (CaseException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.give();
        }
    }

    /** An item's bytes, each checked before it is given out; {@link CaseException.Damaged}, also from the stream. */
    public InputStream item(Id item) throws CaseException {
        return items.open(item);
    }

    /** Every entry up to now; {@link UncheckedIOException} with a {@link CaseException.Damaged} from a damaged one. */
    public Stream<Logged> log() {
        return log(0, log.size());
    }

    /** The same of a part of it: from a number to before another. */
    public Stream<Logged> log(long from, long to) {
        return log.stream(from, to);
    }

    /** 32 bytes that are the same for ever for one purpose. */
    public byte[] secret(String purpose) {
        return keys.secret(purpose);
    }

    /** Who can open this case, and how that is changed. */
    public Keys keys() {
        return new Keys(this, container, keys);
    }

    /** Where others leave something for this case while it is closed. */
    public DropBox dropBox() {
        return keys.dropBox();
    }

    /** The newest checkpoint of the log: a signed note, to be kept elsewhere. */
    public String checkpoint() {
        return log.note();
    }

    /** The checkpoint over so many entries, as it was signed then; empty if none was made at that size. */
    public Optional<String> checkpoint(long size) throws CaseException {
        return log.note(size);
    }

    /** The leaves of the log, and who signs for it. */
    public Ledger ledger() throws CaseException {
        return Ledger.of(keys.signers(), log.leaves());
    }

    /**
     * A log entry for somebody outside: one member of its body opened, all else closed ({@code docs/bag.md}).
     *
     * @param number from 0
     */
    public String show(long number, String member) throws CaseException {
        return log.read(number).show(member);
    }

    /** How many entries the log has. */
    public long entries() {
        return log.size();
    }

    public Id id() {
        return keys.caseId();
    }

    public Path path() {
        return path;
    }

    /** Everything that was acknowledged is on the disk already; a batch that is open is undone. */
    @Override
    public void close() {
        if (turn.ended()) {
            return;
        }
        boolean free = turn.end();
        try (keys;
                container;
                Relations held = relations) {
            if (free && readOnly().isEmpty()) {
                snapshot.save(held, log);
            }
        } catch (CaseException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (free) {
                turn.give();
            }
        }
    }

    @Override
    Relations folded() {
        return relations;
    }
}
