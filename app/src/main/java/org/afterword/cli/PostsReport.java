package org.afterword.cli;

import java.util.Locale;
import org.afterword.posts.Measured;
import org.afterword.posts.report.Summary;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.tie.Insularity;

/** What was measured on a dataset of posts, in a few lines for the terminal. */
final class PostsReport {
    private PostsReport() {}

    static void say(Measured measured, Terminal terminal) {
        terminal.say(String.format(
                Locale.ROOT,
                "%,d posts by %,d accounts.",
                measured.posts().size(),
                measured.posts().accounts()));
        measured.posts()
                .leftOut()
                .forEach((reason, count) ->
                        terminal.say(String.format(Locale.ROOT, "Left out: %,d (%s)", count, reason.words())));
        for (Coordination result : measured.sharing()) {
            String found = String.format(
                    Locale.ROOT,
                    "Within %d seconds: %,d pairs of accounts share the same; ",
                    result.window() / 1000,
                    result.counts().byPairs().getFirst());
            terminal.say(found
                    + (measured.posts().accounts() < Summary.FEW_ACCOUNTS
                            ? "accounts are too few to say which stand out."
                            : String.format(
                                    Locale.ROOT,
                                    "%,d stand out, in %,d clusters of ten accounts or more.",
                                    result.standOut(),
                                    result.clusters().size())));
        }
        measured.likeness()
                .ifPresent(near -> terminal.say(String.format(
                        Locale.ROOT,
                        "Texts: %,d pairs of posts by different accounts are nearly the same.",
                        near.pairs())));
        measured.insularity().flatMap(Insularity::whole).ifPresent(whole -> terminal.say(whole.sentence()));
        measured.campaign().ifPresent(campaign -> terminal.say(campaign.sentence()));
        measured.posts().notes().forEach(terminal::remark);
    }
}
