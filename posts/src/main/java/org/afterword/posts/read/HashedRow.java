package org.afterword.posts.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A row as numbers: ids and shared objects as 64 bits of a hash with a key. The same reading for what is spilled to a
 * disk and for what is spread over many machines; no id, address or text is kept.
 */
public final class HashedRow {
    private static final int REMEMBERED = 1 << 20;

    private final long key;
    private final Labels hashes;
    private final @Nullable Role kind;
    private final @Nullable ObjectField field;
    private final Row row = new Row();
    private Labels raw;
    private Longs oneForm = new Longs();
    private long[] objects = new long[4];
    private int size;
    private String shared = "";
    private final Order order = new Order();
    private final Veil veil;
    private final Target target;
    private @Nullable Rows current;
    private final Longs words = new Longs();
    private long account;
    private long post;
    private boolean named;

    /**
     * @param kind what is looked at as shared; nothing if nothing is
     * @param key of the hashes, which is to be drawn anew in every run
     */
    public HashedRow(Optional<Role> kind, long key) {
        this(kind, key, List.of());
    }

    /**
     * @param targets ids and names of the one account or page towards which posts are looked at; none if nobody asks
     */
    public HashedRow(Optional<Role> kind, long key, List<String> targets) {
        this.key = key;
        veil = new Veil(key);
        target = new Target(targets);
        this.kind = kind.orElse(null);
        field = kind.map(ObjectField::new).orElse(null);
        hashes = new Labels(key);
        raw = new Labels(key);
    }

    /**
     * Takes in the next row.
     *
     * @return why it cannot be used; nothing if it can
     */
    public @Nullable LeftOut read(Rows rows) {
        LeftOut reason = row.read(rows, kind);
        if (reason != null) {
            return reason;
        }
        current = rows;
        account = account(row.account());
        String id = rows.get(Role.POST);
        named = !id.isEmpty();
        post = named ? Labels.join(account, hashes.hash(id)) : 0;
        size = 0;
        shared = row.shared();
        if (field != null) {
            field.each(shared, this::object);
        }
        return null;
    }

    private void object(int from, int to) {
        if (raw.size() >= REMEMBERED) {
            raw = new Labels(key);
            oneForm = new Longs();
        }
        int known = raw.size();
        int number = raw.of(raw.hash(shared, from, to));
        if (number == known && field != null) {
            String object = field.canonical(shared.substring(from, to));
            oneForm.add(object.isEmpty() ? 0 : hashes.hash(object));
        }
        long object = oneForm.get(number);
        for (int i = 0; i < size; i++) {
            if (objects[i] == object) {
                return;
            }
        }
        if (object != 0) {
            objects = size == objects.length ? Arrays.copyOf(objects, size * 2) : objects;
            objects[size++] = object;
        }
    }

    /** The hashes of the different words of the text, ascending; to be asked before {@link #length}. None where the column of texts was not chosen. */
    public long[] words() {
        words.clear();
        Words.each(row.text(), hashes.seed(), (hash, _, _) -> words.add(hash));
        return words.sortedOnce();
    }

    /** How many words the text has, as often as each stands in it. */
    public long length() {
        return words.size();
    }

    /** The number of the account: new in every run, with an order that is not ({@link Veil}). */
    public long account() {
        return account;
    }

    /** The number of an account by its id. */
    public long account(String id) {
        return veil.over(order.hash(id));
    }

    private String field(Role role) {
        return current == null ? "" : current.get(role);
    }

    /** Which group the account is said to belong to, empty if the row does not say. */
    public String group() {
        return field(Role.GROUP).strip();
    }

    /** The hash of the post's id, by which whoever answers it refers to it; 0 if it has none. */
    public long id() {
        return id(field(Role.POST));
    }

    private long id(String id) {
        return id.isBlank() ? 0 : hashes.hash(Addressed.plainId(id));
    }

    /** The number of the account that the post is addressed to; none if it does not say so. */
    public long[] to() {
        String to = field(Role.TO);
        return to.isBlank() ? new long[0] : new long[] {account(to)};
    }

    /** The hashes of the ids of posts that it answers or passes on. */
    public long[] answered() {
        return LongStream.of(id(field(Role.REPLY)), id(field(Role.REPOST)))
                .filter(one -> one != 0)
                .toArray();
    }

    /** Whether it says that it is addressed to the target, or mentions it; the target's own posts may do so, too. */
    public boolean isMeant() {
        return target.isMeant(field(Role.TO), row.text());
    }

    /** Whether the post has an id. Rows of one account with the same id are one post. */
    public boolean named() {
        return named;
    }

    /** The hash of the post's id together with the account; 0 if it has no id. */
    public long post() {
        return post;
    }

    /** In milliseconds since 1970. */
    public long millis() {
        return row.millis();
    }

    /** Whether the time had no zone, and was taken as that of Greenwich. */
    public boolean zoneless() {
        return row.zoneless();
    }

    /** The hashes of the objects that the row shares, each once. */
    public long[] objects() {
        return Arrays.copyOf(objects, size);
    }
}
