package org.afterword.posts.read;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Ints sharePost = new Ints();
    private final Ints shareObject = new Ints();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<Posts.Input> inputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Shared shared;
    private @Nullable Role kind;
    private boolean repeats;
    private boolean textsSeen;
    private boolean groupsSeen;
    private final Members members = new Members();
    private int withoutObject;
    private int withoutZone;
    private long rowsSeen;

    /**
     * @param asked what is to be looked at as shared; nothing for what the first file has
     * @param withTexts whether the words of texts are wanted
     * @param progress gets the number of rows from time to time
     */
    public PostsReader(Columns columns, Optional<Role> asked, boolean withTexts, LongConsumer progress) {
        this.columns = columns;
        this.asked = asked.orElse(null);
        this.withTexts = withTexts;
        this.progress = progress;
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
        Shares shares = Shares.of(
                accounts.size(),
                shared == null ? 0 : shared.size(),
                sharePost.size(),
                sharePost.toArray(),
                shareObject.toArray(),
                label,
                when,
                repeats);
        if (shares.repeated() > 0) {
            leftOut.merge(LeftOut.REPEATED, shares.repeated(), Integer::sum);
        }
        return new Posts(
                label.length,
                accounts.size(),
                label,
                when,
                of,
                shares,
                textsSeen ? Optional.of(words.texts()) : Optional.empty(),
                groupsSeen ? Optional.of(members.of(shuffled)) : Optional.empty(),
                withoutObject,
                withoutZone,
                leftOut,
                inputs,
                notes);
    }

    private void read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        long rows = 0;
        try (var source = new Source(file)) {
            Rows of = source.rows();
            Map<Role, String> there = choose(of, name);
            boolean texts = withTexts && there.containsKey(Role.TEXT);
            textsSeen |= texts;
            boolean groups = there.containsKey(Role.GROUP);
            groupsSeen |= groups;
            try {
                while (of.next()) {
                    rows++;
                    row(of, texts, there.containsKey(Role.POST), groups);
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
        used.keySet()
                .removeIf(role -> role != Role.ACCOUNT
                        && role != Role.TIME
                        && role != Role.POST
                        && role != Role.GROUP
                        && role != kind
                        && !(role == Role.TEXT && withTexts));
        return used;
    }

    private void row(Rows row, boolean withText, boolean withPost, boolean withGroup) {
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
        String text = withText ? row.get(Role.TEXT) : "";
        String object = kind == null ? "" : row.get(kind);
        if (unreadable(who) || unreadable(text) || unreadable(object)) {
            leaveOut(LeftOut.NOT_UTF_8);
            return;
        }
        long hash = accounts.hash(who);
        int post = post(hash, withPost ? row.get(Role.POST) : "");
        if (post == account.size()) {
            int number = accounts.of(hash);
            account.add(number);
            if (withGroup) {
                members.add(number, row.get(Role.GROUP));
            }
            time.add(when.millis());
            withoutZone += times.zoneless() ? 1 : 0;
            if (withTexts) {
                words.add(text, groupsSeen);
            }
            share(post, object, true);
        } else {
            repeats = true;
            share(post, object, false);
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

    private void share(int post, String field, boolean isNew) {
        if (shared == null) {
            return;
        }
        Ints objects = shared.in(field);
        for (int i = 0; i < objects.size(); i++) {
            sharePost.add(post);
            shareObject.add(objects.get(i));
        }
        if (isNew && objects.size() == 0) {
            withoutObject++;
        }
    }

    private void leaveOut(LeftOut reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    /** Bytes that are not UTF-8 were read as this sign. */
    private static boolean unreadable(String field) {
        return field.indexOf('\uFFFD') >= 0;
    }
}
