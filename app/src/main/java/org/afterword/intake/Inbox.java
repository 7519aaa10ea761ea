package org.afterword.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.LoneKey;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.page.Multipart;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an inbox ({@code docs/intake.md}): what a server needs, and what it keeps of others, sealed. A server
 * and who collects may have it open at the same time.
 */
public final class Inbox implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Settings settings;
    private final Index index;
    private final Slots cells;
    private final Slots keys;
    private final FileChannel lock;
    private final Id run = Id.random();

    private Inbox(Path folder, Settings settings, Index index, Slots cells, Slots keys, FileChannel lock) {
        this.folder = folder;
        this.settings = settings;
        this.index = index;
        this.cells = cells;
        this.keys = keys;
        this.lock = lock;
    }

    /**
     * Makes the folder, as large as it will ever be.
     *
     * @throws FileAlreadyExistsException if there is something at the path
     */
    public static void create(Path folder, Settings settings) throws IOException {
        Files.createDirectory(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Slots.create(folder.resolve("cells"), Slots.CELL, settings.cells());
        Slots.create(folder.resolve("keys"), LoneKey.LENGTH, settings.keys());
        Index.create(folder.resolve("index.db"));
        settings.write(folder);
    }

    /**
     * @throws NoSuchFileException if it is no folder of an inbox
     */
    public static Inbox open(Path folder) throws IOException {
        var settings = Settings.read(folder);
        FileChannel lock = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var inbox = new Inbox(
                folder,
                settings,
                Index.open(folder.resolve("index.db")),
                Slots.open(folder.resolve("cells"), Slots.CELL),
                Slots.open(folder.resolve("keys"), LoneKey.LENGTH),
                lock);
        inbox.sweepUnfinished();
        return inbox;
    }

    /** What a killed program left half done goes, if no other has the folder open. */
    private void sweepUnfinished() throws IOException {
        try {
            @Nullable FileLock alone = lock.tryLock();
            if (alone != null) {
                for (Stored letter : index.unfinished()) {
                    wipe(letter);
                }
                alone.release();
            }
            lock.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            // this program has it open already
        }
    }

    public Settings settings() {
        return settings;
    }

    /** Seals for another recipient from now on; what lies here already is as it is. A running server goes on as before. */
    public void recipient(String other) throws IOException {
        settings.withRecipient(other).write(folder);
    }

    /** No time finer than a day is kept. */
    static LocalDate today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }

    /**
     * Begins a letter; its bytes are written to the draft.
     *
     * @param mailbox may be another when it is kept, for one that is not there yet
     * @throws Full if there is no room
     */
    Draft begin(Id mailbox, boolean toCase) throws IOException {
        return begin(mailbox, toCase, false);
    }

    /**
     * @param reserve whether it may take of what is kept free for withdrawals, answers and the like
     */
    Draft begin(Id mailbox, boolean toCase, boolean reserve) throws IOException {
        return begin(Id.random(), mailbox, toCase, reserve);
    }

    private Draft begin(Id letter, Id mailbox, boolean toCase, boolean reserve) throws IOException {
        if (full(index.letters(), settings.keys(), reserve)) {
            throw new Full();
        }
        int slot = RANDOM.nextInt(settings.keys());
        while (!index.begin(letter, run, mailbox, toCase, today(), slot)) {
            slot = RANDOM.nextInt(settings.keys());
        }
        var key = LoneKey.random();
        keys.write(slot, key.bytes());
        keys.force();
        return new Draft(this, letter, slot, key, reserve);
    }

    private static boolean full(long taken, long all, boolean reserve) {
        return taken * 100 > all * (reserve ? 99 : 95);
    }

    /** There is no room for more letters. */
    public static final class Full extends IOException {
        private static final long serialVersionUID = 1;

        Full() {
            super("the inbox is full");
        }
    }

    /** Free cells, at random; they are the letter's now. */
    List<Integer> take(Id letter, int place, int count, boolean reserve) throws IOException {
        if (full(index.taken() + count - 1L, settings.cells(), reserve)) {
            throw new Full();
        }
        if (place + count > settings.cells() / 2) {
            throw new Multipart.TooLarge(); // one letter is not to keep all others out
        }
        return index.take(letter, place, count, () -> RANDOM.nextInt(settings.cells()));
    }

    Slots cells() {
        return cells;
    }

    boolean finish(Id letter, long length, Id mailbox, Optional<Sha256> proof) throws IOException {
        cells.force();
        return index.finish(letter, length, mailbox, today(), proof);
    }

    void drop(Id letter, int slot) throws IOException {
        keys.wipe(slot);
        keys.force();
        index.forget(letter);
    }

    /** What lies in it: an age file. */
    public InputStream open(Stored letter) throws IOException {
        return new Chained(index.cells(letter.id()), cells, LoneKey.of(keys.read(letter.key())), letter.length());
    }

    /**
     * Gives a letter's parts in their order, and what it says of itself.
     *
     * @param plain what was in the age file
     * @throws IOException if it is no letter, or was changed
     */
    public static About read(InputStream plain, Parts take) throws IOException {
        return Parcel.read(plain, take);
    }

    /**
     * Puts a letter into a source's mailbox, once, however often it is sent.
     *
     * @param letter its id
     * @param recipient the source's
     */
    public void send(Id letter, About about, String recipient, Map<String, String> parts) throws IOException {
        if (letters(about.mailbox()).stream().anyMatch(one -> one.id().equals(letter))) {
            return;
        }
        for (Stored half : index.unfinished()) {
            if (half.id().equals(letter)) {
                wipe(half); // of a collection that was killed
            }
        }
        try (Draft draft = begin(letter, about.mailbox(), false, true);
                var parcel = new Parcel(draft, recipient)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                parcel.part(part.getKey(), part.getValue());
            }
            parcel.end(about);
            draft.keep(about.mailbox(), Optional.empty());
        }
    }

    /** By day; within one, in no order. */
    public List<Stored> letters(boolean toCase) throws IOException {
        return index.letters(toCase);
    }

    public List<Stored> letters(Id mailbox) throws IOException {
        return index.letters(mailbox);
    }

    /** What proves that somebody has the receipt. */
    Optional<Sha256> proof(Id mailbox) throws IOException {
        return index.proof(mailbox);
    }

    public boolean hasMailbox(Id mailbox) throws IOException {
        return index.proof(mailbox).isPresent();
    }

    public boolean blocked(Id mailbox) throws IOException {
        return index.blocked(mailbox);
    }

    /**
     * From a blocked mailbox nothing is taken any more; it can still be read.
     *
     * @return whether there is such a mailbox
     */
    public boolean block(Id mailbox, boolean blocked) throws IOException {
        return index.block(mailbox, blocked);
    }

    long next(Id mailbox) throws IOException {
        return index.next(mailbox);
    }

    void came(Id mailbox) throws IOException {
        index.came(mailbox, today());
    }

    void seen(Stored letter) throws IOException {
        index.seen(letter.id());
    }

    /** It is in the case for good. */
    public void collected(Stored letter) throws IOException {
        index.collected(letter.id(), today());
    }

    /** Its content is gone; that there was one is known until its mailbox goes, so that it can be withdrawn. */
    void empty(Stored letter) throws IOException {
        keys.wipe(letter.key());
        keys.force();
        index.empty(letter.id());
    }

    /** Nobody can read it any more, on a disk that writes in place. */
    public void wipe(Stored letter) throws IOException {
        if (letter.here()) {
            drop(letter.id(), letter.key());
        } else {
            index.forget(letter.id());
        }
    }

    /** With all that lies in it. */
    public void wipeMailbox(Id mailbox) throws IOException {
        for (Stored letter : index.letters(mailbox)) {
            wipe(letter);
        }
        index.forgetMailbox(mailbox);
    }

    /**
     * Wipes what has lain here for its term.
     *
     * @return how many letters
     */
    public int expire(LocalDate today) throws IOException {
        return new Expiry(this, index).on(today);
    }

    /** Changes an unused cell and an unused key, so that the time of the last change says nothing. */
    void beat() throws IOException {
        try (Draft idle = begin(Id.random(), true, true)) {
            cells.wipe(take(idle.letter(), 0, 1, true).getFirst());
            cells.force();
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                keys;
                cells) {
            index.close();
        }
    }
}
