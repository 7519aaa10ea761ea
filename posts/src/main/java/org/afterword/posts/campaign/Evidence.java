package org.afterword.posts.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;

/** How far the accounts of bursts are coordinated elsewhere, new, or were in a burst before; as sums. */
final class Evidence {
    private static final int DRAWS = 999;
    private static final int DAY = 24;

    private final AimedPosts aimed;
    private final Visits visits;
    private final List<Bursts.Burst> bursts;
    private final List<BitSet> members;
    private final int[] written;
    private final int[] begun;
    private final Optional<long[]> outstanding;
    private final SplittableRandom random = new SplittableRandom(Campaign.SEED);

    Evidence(AimedPosts aimed, Visits visits, Elsewhere elsewhere, List<Bursts.Burst> bursts) {
        this.aimed = aimed;
        this.visits = visits;
        this.bursts = bursts;
        members = members(visits.account());
        written = elsewhere.written();
        begun = Arrays.stream(elsewhere.begun())
                .mapToInt(time -> (int) (Visits.hour(time) - visits.first()))
                .toArray();
        outstanding = elsewhere.outstanding();
    }

    /** The accounts of each burst, if these are the accounts of the visits. */
    private List<BitSet> members(int[] account) {
        var sets = new ArrayList<BitSet>();
        for (Bursts.Burst burst : bursts) {
            var set = new BitSet();
            for (int v = 0; v < account.length; v++) {
                if (inside(burst.stretch(), visits.hour()[v])) {
                    set.set(account[v]);
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private static boolean inside(Scan.Stretch stretch, int hour) {
        return hour >= stretch.from() && hour < stretch.from() + stretch.hours();
    }

    /** Bursts of ten accounts and more. */
    List<Campaign.Burst> all() {
        List<Optional<Against>> again = again();
        return IntStream.range(0, bursts.size())
                .filter(b -> members.get(b).cardinality() >= Group.LEAST)
                .mapToObj(b -> burst(b, again.get(b)))
                .toList();
    }

    private Campaign.Burst burst(int b, Optional<Against> again) {
        Scan.Stretch stretch = bursts.get(b).stretch();
        return new Campaign.Burst(
                LocalDate.ofEpochDay(Math.floorDiv(visits.first() + stretch.from(), (long) DAY)),
                stretch.hours(),
                (int) Arrays.stream(aimed.time())
                        .filter(time -> inside(stretch, (int) (Visits.hour(time) - visits.first())))
                        .count(),
                members.get(b).cardinality(),
                stretch.visits(),
                Estimate.times(stretch.visits(), stretch.expected()),
                bursts.get(b).probability(),
                outstanding.map(pairs -> together(members.get(b), pairs)),
                recent(b),
                again);
    }

    /** Which part stands out elsewhere with others of the burst, beside accounts that write as much. */
    private Against together(BitSet some, long[] pairs) {
        List<int[]> pools = IntStream.range(0, 32)
                .mapToObj(c -> IntStream.range(0, written.length)
                        .filter(a -> 32 - Integer.numberOfLeadingZeros(written[a]) == c)
                        .toArray())
                .toList();
        int[] wanted = pools.stream()
                .mapToInt(pool -> (int) Arrays.stream(pool).filter(some::get).count())
                .toArray();
        int size = some.cardinality();
        var drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var set = new BitSet();
            for (int c = 0; c < wanted.length; c++) {
                draw(pools.get(c), wanted[c], set);
            }
            drawn[draw] = paired(set, pairs) / (double) size;
        }
        return Against.of(Estimate.share(paired(some, pairs) / (double) size, size), drawn, 1);
    }

    private void draw(int[] pool, int wanted, BitSet into) {
        for (int i = 0; i < wanted; i++) {
            int j = i + random.nextInt(pool.length - i);
            int held = pool[i];
            pool[i] = pool[j];
            pool[j] = held;
            into.set(pool[i]);
        }
    }

    private int paired(BitSet some, long[] pairs) {
        var paired = new BitSet();
        for (long pair : pairs) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            if (some.get(a) && some.get(b)) {
                paired.set(a);
                paired.set(b);
            }
        }
        return paired.cardinality();
    }

    /** Empty at the beginning of the data, where everybody is new, and where too few came at other times. */
    private Optional<Campaign.Recent> recent(int b) {
        Scan.Stretch stretch = bursts.get(b).stretch();
        var others = new BitSet();
        int newOthers = 0;
        var seen = new BitSet();
        int newMembers = 0;
        for (int v = 0; v < visits.size(); v++) {
            int hour = visits.hour()[v];
            int account = visits.account()[v];
            boolean isNew = hour - begun[account] <= Campaign.NEW_DAYS * DAY;
            boolean known = hour >= Campaign.KNOWN_DAYS * DAY;
            if (inside(stretch, hour) && !seen.get(account)) {
                seen.set(account);
                newMembers += isNew ? 1 : 0;
            } else if (known
                    && !others.get(account)
                    && bursts.stream().noneMatch(burst -> inside(burst.stretch(), hour))) {
                others.set(account);
                newOthers += isNew ? 1 : 0;
            }
        }
        int of = others.cardinality();
        return stretch.from() < Campaign.KNOWN_DAYS * DAY || of < Group.LEAST
                ? Optional.empty()
                : Optional.of(new Campaign.Recent(
                        Estimate.share(newMembers / (double) seen.cardinality(), seen.cardinality()),
                        of,
                        Estimate.share(newOthers / (double) of, of)));
    }

    /** Which part of each burst was in an earlier one, beside the same accounts at exchanged times. */
    private List<Optional<Against>> again() {
        double[] found = shares(members);
        var drawn = new double[bursts.size()][DRAWS];
        int[] account = visits.account().clone();
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = account.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int held = account[i];
                account[i] = account[j];
                account[j] = held;
            }
            double[] shares = shares(members(account));
            for (int b = 0; b < drawn.length; b++) {
                drawn[b][draw] = shares[b];
            }
        }
        return IntStream.range(0, drawn.length)
                .mapToObj(b -> b == 0
                        ? Optional.<Against>empty()
                        : Optional.of(Against.of(
                                Estimate.share(found[b], members.get(b).cardinality()), drawn[b], 1)))
                .toList();
    }

    private static double[] shares(List<BitSet> sets) {
        var shares = new double[sets.size()];
        var before = new BitSet();
        for (int b = 0; b < shares.length; b++) {
            var both = (BitSet) sets.get(b).clone();
            both.and(before);
            shares[b] = both.cardinality() / (double) Math.max(1, sets.get(b).cardinality());
            before.or(sets.get(b));
        }
        return shares;
    }
}
