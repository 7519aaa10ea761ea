package org.afterword;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Entry;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;

/** Does what sources say of their words, as decisions with their letter as the reason. */
final class Wishes {
    private final Case opened;
    private final List<Correspondence.Letter> letters;

    Wishes(Case opened, List<Correspondence.Letter> letters) {
        this.opened = opened;
        this.letters = letters;
    }

    void fulfil(Entry.Corresponded letter, List<String> remarks) throws IOException {
        switch (letter.what()) {
            case TOLD -> {
                if (letter.consent().isPresent()) {
                    decide(own(letter), "consent=" + allowed(letter), letter);
                }
            }
            case CONSENTED -> {
                List<Id> all = letters.stream()
                        .filter(one -> one.entry().mailbox().equals(letter.mailbox()))
                        .flatMap(one -> own(one.entry()).stream())
                        .toList();
                decide(all, "consent=" + allowed(letter), letter);
                remarks.add("The source of " + letter.mailbox() + " changed what may be done with their words.");
            }
            case APPROVED -> approved(letter, remarks);
            case REFUSED -> {
                decide(ours(letter), "consent=counts", letter);
                remarks.add("The source of " + letter.mailbox() + " does not agree to the protected text of "
                        + letter.of().map(Id::toString).orElse("an account") + "; it only counts.");
            }
            case WITHDREW -> withdrew(letter, remarks);
            case ASKED, SHOWN, DELIVERED, DONE, SEEN, BLOCKED, LIFTED -> {}
        }
    }

    /** Of the source's own words, not of files, which may be others'. */
    private List<Id> own(Entry.Corresponded letter) {
        return letter.exhibits().stream()
                .filter(exhibit -> opened.contents()
                        .exhibit(exhibit)
                        .filter(Correspondence::own)
                        .isPresent())
                .flatMap(exhibit -> opened.contents().accountIds(exhibit).stream())
                .toList();
    }

    /** Who wants to see it first has allowed no more than counting. */
    private static Consent allowed(Entry.Corresponded letter) {
        return letter.review() ? Consent.COUNTS : letter.consent().orElse(Consent.COUNTS);
    }

    /** The account that the letter is about, if it is the mailbox's. */
    private List<Id> ours(Entry.Corresponded letter) {
        return letter
                .of()
                .filter(account -> letters.stream()
                        .filter(one -> one.entry().mailbox().equals(letter.mailbox()))
                        .anyMatch(one -> own(one.entry()).contains(account)))
                .stream()
                .toList();
    }

    /** What the source has said last of what may be done with that account: with it, or of all since. */
    private Consent wanted(Id mailbox, Id account) {
        return letters.stream()
                .map(Correspondence.Letter::entry)
                .filter(one -> one.mailbox().equals(mailbox))
                .filter(one -> one.what() == LetterKind.CONSENTED
                        || (one.what() == LetterKind.TOLD && own(one).contains(account)))
                .max(Comparator.comparingLong(Entry.Corresponded::number))
                .flatMap(Entry.Corresponded::consent)
                .orElse(Consent.COUNTS);
    }

    private void approved(Entry.Corresponded letter, List<String> remarks) throws IOException {
        for (Id id : ours(letter)) {
            Account account = opened.contents().account(id).orElseThrow();
            Sha256 now = opened.protection().approvalHash(account);
            if (letter.seen().equals(Optional.of(now))) {
                agreed(id, now, letter, remarks);
            } else {
                remarks.add("The source agreed to a protected text of " + id
                        + " that has changed since. Show it to them again; it only counts until then.");
            }
        }
    }

    /** Once a text changes that its source has seen, the gate waits until they have seen it again. */
    private void agreed(Id account, Sha256 seen, Entry.Corresponded letter, List<String> remarks) throws IOException {
        try {
            decide(List.of(account), new Verdict.SeenByTeller(Optional.of(seen)).text(), letter);
        } catch (Refused early) {
            remarks.add("The source agrees to the protected text of " + account + ", but it is not settled yet: "
                    + early.getMessage() + ". Settle it, and show it again; it only counts until then.");
            return;
        }
        decide(List.of(account), "consent=" + wanted(letter.mailbox(), account), letter);
        remarks.add("The source agrees to the protected text of " + account + ".");
    }

    private void withdrew(Entry.Corresponded letter, List<String> remarks) throws IOException {
        List<Id> accounts = new ArrayList<>();
        List<Id> exhibits = new ArrayList<>();
        letters.stream()
                .map(Correspondence.Letter::entry)
                .filter(one -> one.mailbox().equals(letter.mailbox()))
                .filter(one -> letter.of().isEmpty() || letter.of().equals(Optional.of(one.letter())))
                .forEach(one -> exhibits.addAll(one.exhibits()));
        exhibits.forEach(exhibit -> accounts.addAll(opened.contents().accountIds(exhibit)));
        decide(accounts, "consent=none", letter);
        decide(accounts, "retain-until=" + LocalDate.now(ZoneOffset.UTC), letter);
        remarks.add("The source of " + letter.mailbox() + " withdrew "
                + (letter.of().isPresent() ? "a part" : "all") + ": it leaves the next publication. Erase it:");
        exhibits.stream()
                .filter(exhibit -> opened.contents().bytesErased(exhibit).isEmpty())
                .forEach(exhibit ->
                        remarks.add("  afterword erase CASE " + exhibit + " --reason \"withdrawn by the source\""));
    }

    private void decide(List<Id> accounts, String decision, Entry.Corresponded letter) throws IOException {
        String reason = "said by the source, letter " + letter.letter();
        if (!accounts.isEmpty()) {
            opened.deciding()
                    .record(accounts.stream()
                            .map(account -> new Deciding.Request(account.toString(), decision, reason))
                            .toList());
        }
    }
}
