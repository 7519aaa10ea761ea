package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/**
 * A text in a project of other software: it is taken to the letter, with title lines and all, since what was coded is
 * known by its position.
 */
final class RefiSourceReader implements WholeReader {
    private static final Pattern PLACE = Pattern.compile("(?is).*\\.qd(?:px|e)!/(?:.*/)?sources/[^/]+\\.txt");

    @Override
    public String name() {
        return "text";
    }

    @Override
    public double confidence(Source source) {
        return PLACE.matcher(source.name()).matches() ? 1 : 0;
    }

    @Override
    public Read read(Source source) {
        String text = source.text();
        if (text.isBlank()) {
            return new Read(List.of(), List.of());
        }
        Optional<Account> transcript = Transcript.of(Rendered.plain(text))
                .map(found -> found.account(new Draft(source, "transcript")))
                .filter(account -> text.startsWith(account.text())
                        && text.substring(account.text().length()).isBlank())
                .map(account -> account.copy().text(text).account());
        return new Read(List.of(transcript.orElseGet(() -> whole(new Draft(source, name()), text))), List.of());
    }

    private static Account whole(Draft draft, String text) {
        Speaker teller = draft.speaker(Optional.empty(), Speaker.Role.TELLER);
        Turn all = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        return draft.account(text, List.of(teller), List.of(all));
    }
}
