package org.afterword.posts.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads who shared what when, as {@link PostsReader} does, with memory that does not grow with the number of posts: rows
 * are dealt by their post, so that those of one post come together, and then what is shared by its object. Only what
 * grows with the number of accounts stays in memory.
 */
public final class DealtReader implements Walk.Visitor {
    private static final int POST = 0;
    private static final int ACCOUNT = 1;
    private static final int TIME = 2;
    private static final int OBJECT = 3;
    private static final int WIDTH = 4;

    private static final Set<Role> ANSWERS = Set.of(Role.TO, Role.REPLY, Role.REPOST);
    private static final Set<Role> OF_GROUPS = Set.of(Role.GROUP, Role.TO, Role.REPLY, Role.REPOST);

    private static final long NAMED = 1L << 32;
    private static final long ZONELESS = 1L << 33;

    private final Walk walk;
    private final Room room;
    private final Labels accounts = new Labels();
    private final Ints written = new Ints();
    private final Members members = new Members();
    private final Order order = new Order();
    private boolean withGroup;
    private boolean groupsSeen;
    private boolean answersSeen;
    private final long[] record = new long[WIDTH];
    private final long key = new SecureRandom().nextLong();
    private final Buckets rows;
    private final int buckets;
    private @Nullable HashedRow row;
    private Optional<Role> kind = Optional.empty();
    private long unnamed;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private int posts;
    private int zoneless;
    private int without;
    private int repeated;

    /**
     * @param asked what is to be looked at as shared; nothing for what the first file has
     * @param progress gets the number of rows from time to time
     * @throws IOException if a file cannot be looked at
     */
    public DealtReader(Columns columns, Optional<Role> asked, Inputs files, Room room, LongConsumer progress)
            throws IOException {
        walk = new Walk(columns, asked, progress);
        this.room = room;
        long bytes = 0;
        for (Path file : files.files()) {
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        buckets = Math.clamp(Long.highestOneBit(bytes / (room.bytes() / 4) + 1) * 4, 16, 1024);
        rows = new Buckets(buckets, WIDTH, room.numbers(), room.overflow());
    }

    /**
     * Whether rows of accounts with a group say whom they answer. Whoever that is may stand anywhere, so it is not looked up
     * here.
     */
    public boolean answersSeen() {
        return answersSeen;
    }

    /**
     * @return posts without what only smaller datasets have: who wrote each, when, and the texts
     * @throws BadInput if a file has no column for what is needed
     * @throws IOException if reading fails, or writing what memory does not hold
     */
    public Posts read(Inputs files) throws IOException {
        try (rows) {
            walk.through(files, this);
            rows.done();
            var shares = new DealtShares(buckets, Math.min(first, last), Math.max(first, last), room);
            for (int b = 0; b < rows.count(); b++) {
                long[] some = rows.get(b);
                rows.drop(b);
                posts(some, shares);
            }
            walk.leaveOut(LeftOut.REPEATED, repeated);
            if (answersSeen) {
                walk.notes()
                        .add(
                                "How far groups keep to themselves is left out: who answers whom needs all posts in memory,"
                                        + " and memory was given a bound. Without --memory it is measured.");
            }
            int[] shuffled = accounts.shuffled();
            return posts(shares.done(shuffled), shuffled);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Posts posts(ShareParts shares, int[] shuffled) {
        var of = new int[shuffled.length];
        for (int i = 0; i < of.length; i++) {
            of[shuffled[i]] = written.get(i);
        }
        return new Posts(
                posts,
                accounts.size(),
                new int[0],
                new long[0],
                of,
                walk.kind().orElse(Role.URL),
                shares,
                Optional.empty(),
                groupsSeen ? Optional.of(members.of(shuffled)) : Optional.empty(),
                groupsSeen ? order.of(shuffled) : new int[0],
                Optional.empty(),
                Optional.empty(),
                walk.kind().isPresent() ? without : 0,
                zoneless,
                walk.leftOut(),
                walk.inputs(),
                walk.notes());
    }

    @Override
    public Map<Role, String> file(Choice there) {
        if (row == null || !kind.equals(there.kind())) {
            kind = there.kind();
            row = new HashedRow(kind, key);
        }
        Map<Role, String> used = there.forSharing();
        withGroup = there.columns().containsKey(Role.GROUP);
        groupsSeen |= withGroup;
        there.columns().forEach((role, name) -> {
            if (withGroup && OF_GROUPS.contains(role)) {
                used.put(role, name);
            }
        });
        return used;
    }

    @Override
    public @Nullable LeftOut row(Rows from) {
        HashedRow read = row;
        if (read == null) {
            throw new IllegalStateException("a row before its file");
        }
        LeftOut reason = read.read(from);
        if (reason != null) {
            return reason;
        }
        int known = accounts.size();
        int account = accounts.of(read.account());
        if (account == known) {
            written.add(0);
            order.add(from.get(Role.ACCOUNT));
        }
        if (withGroup) {
            members.add(account, from.get(Role.GROUP));
            answersSeen |= ANSWERS.stream().anyMatch(role -> !from.get(role).isBlank());
        }
        first = Math.min(first, read.millis());
        last = Math.max(last, read.millis());
        record[POST] = read.named() ? read.post() : unnamed++;
        record[ACCOUNT] = account | (read.named() ? NAMED : 0) | (read.zoneless() ? ZONELESS : 0);
        record[TIME] = read.millis();
        try {
            int bucket = rows.of(record[POST]);
            long[] objects = read.objects();
            record[OBJECT] = 0;
            for (int i = 0; i < Math.max(1, objects.length); i++) {
                record[OBJECT] = objects.length == 0 ? 0 : objects[i];
                rows.add(bucket, record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** The posts of a bucket: rows of one post together, at the earliest of their times. */
    private void posts(long[] records, DealtShares shares) throws IOException {
        int count = records.length / WIDTH;
        var ids = new Labels();
        var post = new int[count];
        for (int i = 0; i < count; i++) {
            boolean named = (records[i * WIDTH + ACCOUNT] & NAMED) != 0;
            post[i] = ids.of(named ? records[i * WIDTH + POST] : Labels.join(key, records[i * WIDTH + POST]));
        }
        var start = new int[ids.size() + 1];
        for (int one : post) {
            start[one + 1]++;
        }
        for (int p = 0; p < ids.size(); p++) {
            start[p + 1] += start[p];
        }
        int[] next = Arrays.copyOf(start, ids.size());
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            order[next[post[i]]++] = i * WIDTH;
        }
        for (int p = 0; p < ids.size(); p++) {
            post(records, order, start[p], start[p + 1], shares);
        }
    }

    private void post(long[] records, int[] order, int from, int to, DealtShares shares) throws IOException {
        int account = (int) records[order[from] + ACCOUNT];
        long time = Long.MAX_VALUE;
        boolean local = false;
        var objects = new long[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            time = Math.min(time, records[order[i] + TIME]);
            local |= (records[order[i] + ACCOUNT] & ZONELESS) != 0;
            if (records[order[i] + OBJECT] != 0) {
                objects[size++] = records[order[i] + OBJECT];
            }
        }
        posts = Math.addExact(posts, 1);
        zoneless += local ? 1 : 0;
        without += size == 0 ? 1 : 0;
        written.set(account, written.get(account) + 1);
        Arrays.sort(objects, 0, size);
        for (int i = 0; i < size; i++) {
            if (i > 0 && objects[i] == objects[i - 1]) {
                repeated++;
            } else {
                shares.add(objects[i], account, time);
            }
        }
    }
}
