package org.afterword.posts.campaign;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.read.Aimed;
import org.afterword.posts.read.Posts;

/**
 * What is aimed at one account or page, and the bursts in it.
 *
 * @param posts that are aimed at it
 * @param accounts that wrote them
 * @param visits posts of an account more than a day after the last that counts; bursts are of these
 * @param hours how long the data are
 * @param ownRhythm whether the rhythm of day and week is taken from the visits themselves, for want of other posts
 * @param draws how often chance was let rule
 * @param smaller bursts of fewer than ten accounts, of which nothing else is said
 * @param bursts in the order of time; empty also where too little is there to look for any
 */
public record Campaign(
        int posts, int accounts, int visits, int hours, boolean ownRhythm, int draws, int smaller, List<Burst> bursts) {
    /** Fewer visits, or fewer hours, say nothing of bursts. */
    public static final int LEAST_VISITS = 50;

    public static final int LEAST_HOURS = 72;

    /** An account is new in a burst if its first post in the data is at most so many days older. */
    public static final int NEW_DAYS = 7;

    /** Before so many days of data nobody can be told to be new. */
    public static final int KNOWN_DAYS = 28;

    /** What is drawn at random begins here. */
    public static final long SEED = 1;

    /** How much was found, for whoever asked. */
    public String sentence() {
        return posts == 0
                ? "Towards the target: nothing. No post answers or mentions it by the ids and names that were given; they must"
                        + " be those that stand in the data."
                : String.format(
                        Locale.ROOT,
                        "Towards the target: %,d posts, %,d bursts of ten accounts or more.",
                        posts,
                        bursts.size());
    }

    public boolean enough() {
        return visits >= LEAST_VISITS && hours >= LEAST_HOURS;
    }

    /**
     * @param outstanding pairs of accounts that stand out by what they share elsewhere; nothing if that was not looked at
     */
    public static Campaign of(Posts posts, Aimed aimed, Supplier<Optional<long[]>> outstanding) {
        int[] place = InMemory.places(posts);
        return of(AimedPosts.of(posts, aimed.posts(), place), new InMemory(posts, aimed.posts(), place, outstanding));
    }

    /** The same of posts that need not be in memory. */
    public static Campaign of(AimedPosts aimed, Elsewhere elsewhere) {
        Visits visits = Visits.of(aimed);
        var none = new Campaign(
                aimed.account().length,
                (int) Arrays.stream(visits.account()).distinct().count(),
                visits.size(),
                visits.hours(),
                false,
                0,
                0,
                List.of());
        if (!none.enough()) {
            return none;
        }
        var scan = new Bursts(visits.first(), visits.perHour(), elsewhere.perHour(visits.first(), visits.hours()));
        List<Bursts.Burst> found = scan.found();
        List<Burst> bursts = found.isEmpty() ? List.of() : new Evidence(aimed, visits, elsewhere, found).all();
        return new Campaign(
                none.posts,
                none.accounts,
                none.visits,
                none.hours,
                scan.own(),
                scan.draws(),
                found.size() - bursts.size(),
                bursts);
    }

    /**
     * A burst of ten accounts and more.
     *
     * @param day on which it begins, at Greenwich
     * @param hours how long it is
     * @param times how many times the visits that the rhythm explains; too high by the choice of the strongest
     * @param probability of the scan
     * @param together which part of the accounts stands out elsewhere by sharing the same at the same time with others of
     *     the burst, beside as many accounts that write as much, drawn at random
     * @param recent which part of the accounts is new in the data
     * @param again which part was in an earlier burst, beside the same visits at exchanged times
     */
    public record Burst(
            LocalDate day,
            int hours,
            int posts,
            int accounts,
            int visits,
            Estimate times,
            double probability,
            Optional<Against> together,
            Optional<Recent> recent,
            Optional<Against> again) {}

    /**
     * New accounts.
     *
     * @param share of the burst's accounts
     * @param others how many accounts came outside of bursts
     * @param shareOfOthers which part of those was as new
     */
    public record Recent(Estimate share, int others, Estimate shareOfOthers) {}
}
