package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** What somebody noted in the margin of a document: an account of its own, for it may be another's. */
record Remark(Optional<String> author, Optional<When> date, String text) {
    static final int MOST = 10_000;

    Account account(Source source, String format, String title) {
        Draft draft = new Draft(source, format)
                .title("Comment" + (title.isEmpty() ? "" : " on " + title))
                .author(author)
                .date(date);
        String words = Paper.clean(text).strip();
        Speaker speaker = draft.speaker(draft.author(), Speaker.Role.TELLER);
        Turn turn = new Turn(0, new Span(0, words.length()), 0, Turn.Voice.OWN, false, draft.date());
        return draft.account(words, List.of(speaker), List.of(turn));
    }
}
