package org.afterword.intake;

import java.io.IOException;
import java.time.LocalDate;
import org.afterword.model.Id;

/** Wipes what has lain in an inbox for its term. */
final class Expiry {
    private final Inbox inbox;
    private final Index index;
    private final Settings.Terms terms;

    Expiry(Inbox inbox, Index index) {
        this.inbox = inbox;
        this.index = index;
        this.terms = inbox.settings().terms();
    }

    /**
     * @return how many letters were wiped, besides those of mailboxes that went whole
     */
    int on(LocalDate today) throws IOException {
        int wiped = 0;
        for (boolean toCase : new boolean[] {true, false}) {
            for (Stored letter : index.letters(toCase)) {
                if (letter.here() && !today.isBefore(until(letter))) {
                    if (letter.collected().isPresent()) {
                        inbox.empty(letter);
                    } else {
                        inbox.wipe(letter);
                    }
                    wiped++;
                }
            }
        }
        for (Id mailbox : index.quietSince(today.minusDays(terms.mailbox()))) {
            inbox.wipeMailbox(mailbox);
        }
        return wiped;
    }

    private LocalDate until(Stored letter) {
        return letter.collected()
                .map(day -> day.plusDays(terms.collected()))
                .orElse(letter.day().plusDays(letter.toCase() ? terms.uncollected() : terms.answers()));
    }
}
