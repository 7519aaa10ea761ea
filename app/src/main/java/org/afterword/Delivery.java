package org.afterword;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.intake.About;
import org.afterword.intake.Inbox;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.protection.Protection;

/** Puts what was written to sources into their mailboxes, each letter once. */
final class Delivery {
    private final CaseFile file;
    private final Recording log;
    private final Protection protection;
    private final Progress progress;

    Delivery(CaseFile file, Recording log, Protection protection, Progress progress) {
        this.file = file;
        this.log = log;
        this.protection = protection;
        this.progress = progress;
    }

    /**
     * @param remarks takes what a person should know
     * @return how many lie in their mailboxes now that did not before
     */
    int send(List<Correspondence.Letter> all, Inbox inbox, List<String> remarks) throws IOException {
        Set<Id> delivered = Correspondence.seenTo(all, LetterKind.DELIVERED);
        int sent = 0;
        for (Correspondence.Letter letter : all) {
            Entry.Corresponded out = letter.entry();
            if (!out.what().goesOut() || delivered.contains(out.letter())) {
                continue;
            }
            if (!inbox.hasMailbox(out.mailbox())) {
                remarks.add("The mailbox " + out.mailbox() + " is not in this inbox (any more): a letter to it stays"
                        + " here.");
                continue;
            }
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("text.txt", out.words().orElse(""));
            if (out.what() == LetterKind.SHOWN) {
                Optional<Account> account = out.of().flatMap(file::account);
                if (account.isEmpty() || !out.seen().equals(account.map(protection::approvalHash))) {
                    remarks.add("The account " + out.of().map(Id::toString).orElse("")
                            + " is not what it was when it was to be shown to its source: show it again.");
                    continue;
                }
                parts.put("review.txt", shown(account.get()));
            }
            inbox.send(
                    out.letter(),
                    new About(
                            out.mailbox(),
                            0,
                            out.what(),
                            Optional.empty(),
                            out.of(),
                            out.seen(),
                            Optional.empty(),
                            false),
                    out.recipient().orElseThrow(),
                    parts);
            progress.step("sending", ++sent, all.size());
            log.record(
                    Correspondence.entry(out.mailbox(), Id.random(), LetterKind.DELIVERED, Optional.of(out.letter())));
        }
        return sent;
    }

    private String shown(Account account) {
        String title = protection.title(account).text();
        return (title.isBlank() ? "" : title + "\n\n")
                + protection.protect(account).text();
    }
}
