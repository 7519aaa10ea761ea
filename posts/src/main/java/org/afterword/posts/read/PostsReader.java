package org.afterword.posts.read;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads files of posts. What cannot be used is counted and left out. */
public final class PostsReader {
    private static final int STEP = 50_000;

    private final Columns columns;
    private final @Nullable Role asked;
    private final boolean withTexts;
    private final LongConsumer progress;

    private final Labels accounts = new Labels();
    private final Labels posts = new Labels();
    private final Ints postOf = new Ints();
    private final Times times = new Times();
    private final Words words = new Words();
    private final Ints account = new Ints();
    private final Longs time = new Longs();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<Posts.Input> inputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Shared shared;
    private @Nullable Role kind;
    private boolean textsSeen;
    private boolean groupsSeen;
    private final Members members = new Members();
    private final Order order = new Order();
    private final boolean withTarget;
    private final Addressed addressed;
    private BitSet wanted = new BitSet();
    private final Map<Integer, String> kept = new TreeMap<>();
    private int withoutZone;
    private long rowsSeen;

    /**
     * @param asked what is to be looked at as shared; nothing for what the first file has
     * @param withTexts whether the words of texts are wanted
     * @param targets ids and names of the one account or page towards which posts are looked at; none if nobody asks
     * @param progress gets the number of rows from time to time
     */
    public PostsReader(
            Columns columns, Optional<Role> asked, boolean withTexts, List<String> targets, LongConsumer progress) {
        this.columns = columns;
        this.asked = asked.orElse(null);
        this.withTexts = withTexts;
        this.progress = progress;
        withTarget = !targets.isEmpty();
        addressed = new Addressed(accounts, targets);
    }

    /**
     * @throws BadInput if a file has no column for what is needed
     * @throws IOException if reading fails
     */
    public Posts read(List<Path> files) throws IOException {
        for (Path file : files) {
            read(file);
        }
        Role of = kind == null ? Role.URL : kind;
        int[] shuffled = accounts.shuffled();
        int[] label = account.toArray();
        long[] when = time.toArray();
        for (int i = 0; i < label.length; i++) {
            label[i] = shuffled[label[i]];
        }
        Shares shares = shares(label, when, new BitSet());
        if (shares.repeated() > 0) {
            leftOut.merge(LeftOut.REPEATED, shares.repeated(), Integer::sum);
        }
        Optional<Ties> ties = groupsSeen || withTarget ? Optional.of(addressed.ties(shuffled)) : Optional.empty();
        Optional<Aimed> aimed = ties.filter(_ -> withTarget)
                .map(some -> addressed.aimed(some, shuffled))
                .map(posts -> new Aimed(posts, shares(label, when, posts)));
        return new Posts(
                label.length,
                accounts.size(),
                label,
                when,
                of,
                shares,
                textsSeen ? Optional.of(words.texts()) : Optional.empty(),
                groupsSeen ? Optional.of(members.of(shuffled)) : Optional.empty(),
                groupsSeen || withTarget ? order.of(shuffled) : new int[0],
                ties.filter(some -> some.size() > 0),
                aimed,
                shared == null ? 0 : shared.without(),
                withoutZone,
                leftOut,
                inputs,
                notes);
    }

    /**
     * The texts of some posts as they stand in the files, by the numbers that another reading gave them.
     *
     * @throws IOException if reading fails
     */
    public Map<Integer, String> texts(List<Path> files, BitSet some) throws IOException {
        wanted = some;
        for (Path file : files) {
            read(file);
        }
        return kept;
    }

    /** What posts share, but for some of them. */
    private Shares shares(int[] label, long[] when, BitSet without) {
        return shared == null
                ? Shares.of(accounts.size(), 0, new int[0], new int[0], new long[0])
                : shared.shares(accounts.size(), label, when, without);
    }

    private void read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        long rows = 0;
        try (var source = new Source(file)) {
            Rows of = source.rows();
            Map<Role, String> there = choose(of, name);
            textsSeen |= withTexts && there.containsKey(Role.TEXT);
            groupsSeen |= there.containsKey(Role.GROUP);
            try {
                while (of.next()) {
                    rows++;
                    row(of);
                    if (++rowsSeen % STEP == 0) {
                        progress.accept(rowsSeen);
                    }
                }
            } catch (EOFException | ZipException | ZstdIOException e) {
                leftOut.merge(LeftOut.CUT_FILE, 1, Integer::sum);
                notes.add(name + " could not be read after its row " + rows + "; the rows before it are counted.");
            }
            inputs.add(new Posts.Input(name, source.sha256Hex(), Files.size(file), rows));
        } catch (EOFException | ZipException | ZstdIOException e) {
            throw new BadInput(name + " is damaged from its beginning; nothing of it could be read.");
        }
    }

    private Map<Role, String> choose(Rows rows, String name) {
        if (rows.header().isEmpty()) {
            throw new BadInput(name + " holds no rows.");
        }
        Map<Role, String> there = columns.in(rows.header());
        for (Role needed : List.of(Role.ACCOUNT, Role.TIME)) {
            if (!there.containsKey(needed)) {
                throw Columns.missing(needed, rows.header());
            }
        }
        if (asked == Role.DOMAIN && !there.containsKey(Role.DOMAIN) && there.containsKey(Role.URL)) {
            there.put(Role.DOMAIN, there.get(Role.URL));
        }
        if (asked != null && !there.containsKey(asked)) {
            throw Columns.missing(asked, rows.header());
        }
        if (kind == null) {
            kind = asked != null
                    ? asked
                    : Role.SHARED.stream()
                            .filter(there::containsKey)
                            .findFirst()
                            .orElse(null);
        }
        if (kind != null && !there.containsKey(kind)) {
            throw Columns.missing(kind, rows.header());
        }
        if (kind == null && !there.containsKey(Role.TEXT)) {
            throw Columns.missing(Role.URL, rows.header());
        }
        if (kind != null && shared == null) {
            shared = new Shared(kind);
        }
        rows.choose(used(there));
        return there;
    }

    private Map<Role, String> used(Map<Role, String> there) {
        var used = new EnumMap<Role, String>(there);
        boolean addressees = withTarget || there.containsKey(Role.GROUP);
        used.keySet()
                .removeIf(role -> role != kind
                        && switch (role) {
                            case ACCOUNT, TIME, POST, GROUP -> false;
                            case TEXT -> !withTexts && !withTarget;
                            case TO, REPLY, REPOST -> !addressees;
                            case OBJECT, URL, DOMAIN, HASHTAG, IMAGE -> true;
                        });
        return used;
    }

    private void row(Rows row) {
        LeftOut broken = row.broken();
        if (broken != null) {
            leaveOut(broken);
            return;
        }
        String who = row.get(Role.ACCOUNT);
        if (who.isBlank()) {
            leaveOut(LeftOut.NO_ACCOUNT);
            return;
        }
        Times.Read when = times.read(row.get(Role.TIME));
        if (when.reason() != null) {
            leaveOut(when.reason());
            return;
        }
        String text = row.get(Role.TEXT);
        String object = kind == null ? "" : row.get(kind);
        if (unreadable(who) || unreadable(text) || unreadable(object)) {
            leaveOut(LeftOut.NOT_UTF_8);
            return;
        }
        long hash = accounts.hash(who);
        String id = row.get(Role.POST);
        int post = post(hash, id);
        if (post == account.size()) {
            int known = accounts.size();
            int number = accounts.of(hash);
            account.add(number);
            if (number == known) {
                order.add(who);
            }
            members.add(number, row.get(Role.GROUP));
            if (groupsSeen || withTarget) {
                addressed.add(
                        post, hash, number, id, row.get(Role.TO), text, row.get(Role.REPLY), row.get(Role.REPOST));
            }
            if (wanted.get(post)) {
                kept.put(post, text);
            }
            time.add(when.millis());
            withoutZone += times.zoneless() ? 1 : 0;
            if (withTexts) {
                words.add(text, groupsSeen);
            }
        }
        if (shared != null) {
            shared.add(post, object);
        }
    }

    /** The number of a post; rows of one account with the same id of a post are one post. */
    private int post(long who, String id) {
        if (id.isEmpty()) {
            return account.size();
        }
        int known = posts.size();
        int number = posts.of(Labels.join(who, posts.hash(id)));
        if (number == known) {
            postOf.add(account.size());
        }
        return postOf.get(number);
    }

    private void leaveOut(LeftOut reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    /** Bytes that are not UTF-8 were read as this sign. */
    private static boolean unreadable(String field) {
        return field.indexOf('\uFFFD') >= 0;
    }
}
