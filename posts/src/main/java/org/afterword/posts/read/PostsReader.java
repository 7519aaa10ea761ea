package org.afterword.posts.read;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of posts into memory. Rows of one account with the same id of a post are one post, at the earliest of their
 * times.
 */
public final class PostsReader implements Walk.Visitor {
    private final Walk walk;
    private final boolean withTexts;
    private final Row row = new Row();
    private final Labels accounts = new Labels();
    private final Labels posts = new Labels();
    private final Ints postOf = new Ints();
    private final Words words = new Words();
    private final Ints account = new Ints();
    private final Longs time = new Longs();
    private final BitSet zoneless = new BitSet();
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

    /**
     * @param asked what is to be looked at as shared; nothing for what the first file has
     * @param withTexts whether the words of texts are wanted
     * @param targets ids and names of the one account or page towards which posts are looked at; none if nobody asks
     * @param progress gets the number of rows from time to time
     */
    public PostsReader(
            Columns columns, Optional<Role> asked, boolean withTexts, List<String> targets, LongConsumer progress) {
        walk = new Walk(columns, asked, progress);
        this.withTexts = withTexts;
        withTarget = !targets.isEmpty();
        addressed = new Addressed(accounts, targets);
    }

    /**
     * @throws BadInput if a file has no column for what is needed
     * @throws IOException if reading fails
     */
    public Posts read(Inputs files) throws IOException {
        walk.through(files, this);
        int[] shuffled = accounts.shuffled();
        int[] label = account.toArray();
        long[] when = time.toArray();
        for (int i = 0; i < label.length; i++) {
            label[i] = shuffled[label[i]];
        }
        Shares shares = shares(label, when, new BitSet());
        walk.leaveOut(LeftOut.REPEATED, shares.repeated());
        Optional<Ties> ties = groupsSeen || withTarget ? Optional.of(addressed.ties(shuffled)) : Optional.empty();
        Optional<Aimed> aimed = ties.filter(_ -> withTarget)
                .map(some -> addressed.aimed(some, shuffled))
                .map(posts -> new Aimed(posts, shares(label, when, posts)));
        return new Posts(
                label.length,
                accounts.size(),
                label,
                when,
                written(label),
                walk.kind().orElse(Role.URL),
                shares,
                textsSeen ? Optional.of(words.texts()) : Optional.empty(),
                groupsSeen ? Optional.of(members.of(shuffled)) : Optional.empty(),
                groupsSeen || withTarget ? order.of(shuffled) : new int[0],
                ties.filter(some -> some.size() > 0),
                aimed,
                shared == null ? 0 : shared.without(),
                zoneless.cardinality(),
                walk.leftOut(),
                walk.inputs(),
                walk.notes());
    }

    /**
     * The texts of some posts as they stand in the files, by the numbers that another reading gave them.
     *
     * @throws IOException if reading fails
     */
    public Map<Integer, String> texts(Inputs files, BitSet some) throws IOException {
        wanted = some;
        walk.through(files, this);
        return kept;
    }

    private int[] written(int[] label) {
        var written = new int[accounts.size()];
        for (int one : label) {
            written[one]++;
        }
        return written;
    }

    /** What posts share, but for some of them. */
    private Shares shares(int[] label, long[] when, BitSet without) {
        return shared == null
                ? Shares.of(accounts.size(), 0, new int[0], new int[0], new long[0])
                : shared.shares(accounts.size(), label, when, without);
    }

    @Override
    public Map<Role, String> file(Choice there) {
        textsSeen |= withTexts && there.columns().containsKey(Role.TEXT);
        groupsSeen |= there.columns().containsKey(Role.GROUP);
        kind = there.kind().orElse(null);
        if (kind != null && shared == null) {
            shared = new Shared(kind);
        }
        var used = new EnumMap<Role, String>(there.columns());
        boolean addressees = withTarget || there.columns().containsKey(Role.GROUP);
        used.keySet()
                .removeIf(role -> role != kind
                        && switch (role) {
                            case ACCOUNT, TIME, POST, GROUP -> false;
                            case TEXT -> !withTexts && !withTarget;
                            case TO, REPLY, REPOST -> !addressees;
                            case OBJECT, URL, DOMAIN, HASHTAG, IMAGE, LINKS_IN_TEXT, HASHTAGS_IN_TEXT -> true;
                        });
        return used;
    }

    @Override
    public @Nullable LeftOut row(Rows rows) {
        LeftOut reason = row.read(rows, kind);
        if (reason != null) {
            return reason;
        }
        long hash = accounts.hash(row.account());
        String id = rows.get(Role.POST);
        int post = post(hash, id);
        if (post == account.size()) {
            take(post, hash);
        } else if (row.millis() < time.get(post)) {
            time.set(post, row.millis());
        }
        if (groupsSeen || withTarget) {
            addressed.add(
                    post,
                    hash,
                    account.get(post),
                    id,
                    rows.get(Role.TO),
                    row.text(),
                    rows.get(Role.REPLY),
                    rows.get(Role.REPOST));
        }
        if (groupsSeen) {
            members.add(account.get(post), rows.get(Role.GROUP));
        }
        if (row.zoneless()) {
            zoneless.set(post);
        }
        if (shared != null) {
            shared.add(post, row.shared());
        }
        return null;
    }

    /** The first row of a post. */
    private void take(int post, long hash) {
        int known = accounts.size();
        int number = accounts.of(hash);
        account.add(number);
        if (number == known) {
            order.add(row.account());
        }
        String text = row.text();
        if (wanted.get(post)) {
            kept.put(post, text);
        }
        time.add(row.millis());
        if (withTexts) {
            words.add(text, groupsSeen);
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
}
