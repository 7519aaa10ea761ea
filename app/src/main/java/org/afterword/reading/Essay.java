package org.afterword.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** A text by one author, unless it is found to be a transcript. */
final class Essay {
    /** A quotation that is more than this part of a repost is the reposted text itself. */
    private static final double WHOLE = 0.6;

    private static final String ROBOT = "AutoModerator";

    private Essay() {}

    /** Empty if nothing but the site's own words is there. */
    static Optional<Account> account(Draft draft, Rendered page) {
        return account(draft, page, Optional.empty());
    }

    /**
     * @param otherwise its date, if neither the draft nor a line of the text has one
     */
    static Optional<Account> account(Draft draft, Rendered page, Optional<When> otherwise) {
        return document(draft, Boilerplate.strip(page), otherwise);
    }

    /** A text that no site put its own words around; empty if it is blank. */
    static Optional<Account> document(Draft draft, Rendered rendered, Optional<When> otherwise) {
        if (rendered.text().isBlank()) {
            return Optional.empty();
        }
        Optional<Transcript> transcript = Transcript.of(rendered);
        if (transcript.isPresent()) {
            return Optional.of(transcript.get().account(draft.date(otherwise)));
        }
        Repost.of(draft.title()).ifPresent(repost -> draft.repost(repost, Optional.empty()));
        Span story = Frame.of(draft, rendered, otherwise);
        Speaker speaker = draft.speaker(draft.author(), Speaker.Role.TELLER);
        return Optional.of(draft.account(rendered, List.of(speaker), turns(draft, rendered, story)));
    }

    /** A post or a comment on a platform: all of it is the story, unless it was taken away or a robot wrote it. */
    static Account post(Draft draft, Rendered rendered) {
        boolean robot = draft.author().equals(Optional.of(ROBOT));
        if (robot || Gone.is(rendered.text())) {
            Speaker speaker = draft.speaker(draft.author(), robot ? Speaker.Role.SYSTEM : Speaker.Role.TELLER);
            Span all = new Span(0, rendered.text().length());
            Turn turn = new Turn(0, all, 0, Turn.Voice.SYSTEM, false, draft.date());
            return draft.account(rendered.text(), List.of(speaker), List.of(turn));
        }
        Repost.of(draft.title()).ifPresent(repost -> draft.repost(repost, Optional.empty()));
        Span story = Frame.ofPost(draft, rendered);
        Speaker speaker = draft.speaker(draft.author(), Speaker.Role.TELLER);
        return draft.account(rendered.text(), List.of(speaker), turns(draft, rendered, story));
    }

    private static List<Turn> turns(Draft draft, Rendered rendered, Span story) {
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(0, story, 0, Turn.Voice.OWN, false, draft.date()));
        rendered.quotes().stream()
                .filter(quote -> story.contains(quote) && quote.length() > 0)
                .filter(quote -> !(draft.isRepost() && quote.length() > WHOLE * story.length()))
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::length, Comparator.reverseOrder()))
                .forEach(quote -> {
                    if (turns.size() == 1 || !turns.getLast().span().overlaps(quote)) {
                        turns.add(new Turn(turns.size(), quote, 0, Turn.Voice.QUOTED, false, Optional.empty()));
                    }
                });
        return turns;
    }
}
