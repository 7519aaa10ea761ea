package org.afterword.posts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.dissent.Dissent;
import org.afterword.posts.group.Groups;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.DealtReader;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.PostsReader;
import org.afterword.posts.read.Room;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;

/** From files of posts to measures of groups. */
public final class Analysis {
    private static final long MILLIS = 1000;

    private Analysis() {}

    /** {@link #of(Inputs, Settings, Progress)} of files of which each is a table or JSON. */
    public static Measured of(List<Path> files, Settings settings, Progress progress) throws IOException {
        return of(Inputs.of(files), settings, progress);
    }

    /**
     * @throws BadInput if a file cannot be used, or what was asked for is not in it
     * @throws IOException if reading fails
     */
    public static Measured of(Inputs files, Settings settings, Progress progress) throws IOException {
        boolean sharing = settings.parts() != Settings.Parts.TEXTS;
        boolean texts = settings.parts() != Settings.Parts.SHARING;
        Posts posts = new PostsReader(
                        settings.columns(),
                        settings.kind(),
                        texts,
                        settings.asked().target(),
                        rows -> progress.step("reading: row", rows))
                .read(files);
        LeftOut.notAll(posts.size(), posts.leftOut());
        if (!sharing && posts.texts().isEmpty()) {
            throw new BadInput("No column is known to hold the text; say which with --columns text=NAME.");
        }
        settings.asked().claimsAreOf(posts.members().map(Membership::names).orElse(List.of()));
        Optional<Dissent> dissent = Optional.empty();
        if (settings.asked().sheet().isPresent()) {
            Settings.Sheets sheets = settings.asked().sheet().orElseThrow();
            dissent = Optional.of(Dissent.of(sheets.coded(), sheets.key(), posts.inputs()));
        }
        List<Coordination> shared =
                sharing ? windows(posts.shares(), settings, "sharing: window of seconds", progress) : List.of();
        Optional<NearDuplicates> likeness = posts.texts().map(words -> {
            progress.step("comparing texts: posts", posts.size());
            return NearDuplicates.of(posts, words, settings.likeness());
        });
        List<Coordination> alike = likeness.isPresent()
                ? windows(likeness.get().chains(), settings, "texts: window of seconds", progress)
                : List.of();
        Optional<Groups> groups = groups(posts, settings, progress);
        Optional<Insularity> insularity = insularity(posts, settings, progress);
        Optional<Campaign> campaign = posts.aimed().map(aimed -> {
            progress.step("bursts towards the target: posts", aimed.posts().cardinality());
            return Campaign.of(posts, aimed, () -> outstanding(aimed.elsewhere(), settings));
        });
        return new Measured(settings, posts, shared, likeness, alike, groups, insularity, campaign, dissent);
    }

    /**
     * The same with memory that has a bound, for what is shared alone, and groups by it. The results are those of
     * {@link #of(Inputs, Settings, Progress)}, but that ties between groups are left out where rows say who answers whom.
     *
     * @throws BadInput if a file cannot be used, or something is asked for that needs all posts in memory
     * @throws IOException if reading fails, or writing what memory does not hold
     */
    public static Measured within(Room room, Inputs files, Settings settings, Progress progress) throws IOException {
        if (settings.parts() != Settings.Parts.SHARING
                || !settings.asked().target().isEmpty()
                || settings.asked().sheet().isPresent()) {
            throw new BadInput("Only who shares the same can be measured with a bound for memory: texts, targets"
                    + " and coded samples need all posts at once. Please add --only sharing, or leave --memory out.");
        }
        if (room.bytes() < Room.LEAST) {
            throw new BadInput("With less than " + (Room.LEAST >> 20) + "M of memory nothing can be measured.");
        }
        var reader = new DealtReader(
                settings.columns(), settings.kind(), files, room, rows -> progress.step("reading: row", rows));
        Posts posts = reader.read(files);
        LeftOut.notAll(posts.size(), posts.leftOut());
        settings.asked().claimsAreOf(posts.members().map(Membership::names).orElse(List.of()));
        try {
            var results = new ArrayList<Coordination>();
            for (int window : settings.windows()) {
                progress.step("sharing: window of seconds", window);
                results.add(Coordination.of(posts.shares(), window * MILLIS, settings.sharing(), room.pairs()));
            }
            return new Measured(
                    settings,
                    posts,
                    results,
                    Optional.empty(),
                    List.of(),
                    groups(posts, settings, progress),
                    reader.answersSeen() ? Optional.empty() : insularity(posts, settings, progress),
                    Optional.empty(),
                    Optional.empty());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The texts of some posts, from reading the files a second time.
     *
     * @param settings those of the first time
     * @throws IOException if reading fails
     */
    public static Map<Integer, String> texts(Inputs files, Settings settings, BitSet some, Progress progress)
            throws IOException {
        return new PostsReader(
                        settings.columns(),
                        settings.kind(),
                        true,
                        List.of(),
                        rows -> progress.step("reading again: row", rows))
                .texts(files, some);
    }

    private static Optional<Groups> groups(Posts posts, Settings settings, Progress progress) {
        return posts.members().map(members -> {
            progress.step("setting groups beside each other: accounts", posts.accounts());
            return Groups.of(posts, members, settings.likeness());
        });
    }

    private static Optional<Insularity> insularity(Posts posts, Settings settings, Progress progress) {
        return posts.members().map(members -> {
            progress.step("ties between groups: accounts", posts.accounts());
            return Insularity.of(
                    posts,
                    members,
                    settings.windows().getFirst() * MILLIS,
                    settings.sharing().leastObjects());
        });
    }

    private static Optional<long[]> outstanding(Shares elsewhere, Settings settings) {
        return elsewhere.size() == 0
                ? Optional.empty()
                : Optional.of(Coordination.outstanding(
                        elsewhere, settings.windows().getFirst() * MILLIS, settings.sharing()));
    }

    private static List<Coordination> windows(ShareParts shares, Settings settings, String what, Progress progress) {
        var results = new ArrayList<Coordination>();
        for (int window : settings.windows()) {
            progress.step(what, window);
            results.add(Coordination.of(shares, window * MILLIS, settings.sharing()));
        }
        return results;
    }
}
