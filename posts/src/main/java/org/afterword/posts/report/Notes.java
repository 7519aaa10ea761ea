package org.afterword.posts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.posts.Measured;
import org.afterword.posts.campaign.Campaign;
import org.afterword.posts.read.Posts;
import org.afterword.posts.tie.Insularity;

/** What is to be known of the numbers, a sentence each. */
final class Notes {
    private Notes() {}

    static List<String> of(Measured measured) {
        Posts posts = measured.posts();
        var notes = new ArrayList<String>(posts.notes());
        if (posts.withoutZone() > 0) {
            notes.add(posts.withoutZone() + " times have no zone and were taken as those of Greenwich (UTC).");
        }
        if (!measured.sharing().isEmpty() && posts.accounts() < Summary.FEW_ACCOUNTS) {
            notes.add("There are fewer than " + Summary.FEW_ACCOUNTS
                    + " accounts: too few to say what chance would make of them, or to describe clusters.");
        }
        if (!measured.sharing().isEmpty()) {
            notes.add("Counts are of the whole dataset and have no interval. Whether it stands for more than itself"
                    + " depends on how it was collected, deleted posts included.");
            notes.add(
                    "A pair stands out if neither attention (each object keeps its rushes, accounts are exchanged) nor"
                            + " taste (each account keeps what it shares, times are exchanged) explains what it shares;"
                            + " the rate of false discoveries is over all possible pairs, and presumes that pairs with an"
                            + " account in common are not dependent in an unusual way.");
            notes.add("To share the same things at the same time is no proof of an agreement: automatic posting, a"
                    + " newsletter or a common feed do it, too.");
        }
        return List.copyOf(notes);
    }

    /** Where chance begins. */
    static String seed(Optional<Insularity> insularity, Optional<Campaign> campaign) {
        boolean drawn = insularity.flatMap(Insularity::whole).isPresent()
                || campaign.filter(Campaign::enough).isPresent();
        return drawn
                ? Insularity.SEED + ": for what chance makes of ties and bursts; nothing else is drawn at random"
                : "none: nothing in the results is drawn at random";
    }
}
