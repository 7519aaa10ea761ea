package org.afterword;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.intake.Inbox;
import org.afterword.intake.Stored;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;
import org.afterword.protection.Leak;
import org.afterword.protection.Scan;

/** Letters between a case and those who wrote to its inbox. */
public final class Correspondence {
    private final Case opened;
    private final CaseFile file;
    private final Recording log;

    private Correspondence(Case opened) {
        this.opened = opened;
        this.file = opened.file();
        this.log = new Recording(file, opened.actor());
    }

    public static Correspondence of(Case opened) {
        return new Correspondence(opened);
    }

    /**
     * A letter as the log has it.
     *
     * @param at when it was collected, or written here
     */
    public record Letter(Entry.Corresponded entry, LocalDate at) {}

    /**
     * How collecting went.
     *
     * @param letters ids of those that came in
     * @param exhibits what they brought that the case did not have
     * @param accounts how many were read from it
     * @param sent how many letters lie in their mailboxes now
     * @param left ids of letters that do not open; they stay where they are
     * @param remarks what a person should know: sentences
     */
    public record Collected(
            List<Id> letters, List<Id> exhibits, int accounts, int sent, List<Id> left, List<String> remarks) {}

    /** Every letter, in the order in which they came into the case; erased ones are gone. */
    public List<Letter> letters() {
        return file.letters().stream()
                .flatMap(number -> file.log(number, number + 1))
                .flatMap(logged -> logged
                        .entry()
                        .filter(Entry.Corresponded.class::isInstance)
                        .map(entry -> new Letter(
                                (Entry.Corresponded) entry, LocalDate.ofInstant(logged.at(), java.time.ZoneOffset.UTC)))
                        .stream())
                .toList();
    }

    /**
     * Takes in what came, does what sources say of it, and sends what was written to them. Interrupted, it goes on where
     * it was when it is run again: a letter is wiped only when it is in the case for good.
     *
     * @param group what they tell of
     * @throws IllegalArgumentException if the inbox does not belong to this case
     */
    public Collected collect(Inbox inbox, Optional<String> group, Progress progress) throws IOException {
        var result = new Collected(new ArrayList<>(), new ArrayList<>(), 0, 0, new ArrayList<>(), new ArrayList<>());
        renew(inbox, result.remarks());
        for (Dialogue dialogue : Dialogue.of(letters())) {
            if (dialogue.blocked().isPresent() && inbox.hasMailbox(dialogue.mailbox())) {
                inbox.block(dialogue.mailbox(), dialogue.blocked().get());
            }
        }
        Set<Id> known = new LinkedHashSet<>();
        letters().forEach(letter -> known.add(letter.entry().letter()));
        Optional<Id> about = new Adding(file, log, progress).about(group, false);
        List<Stored> waiting = inbox.letters(true).stream()
                .filter(letter -> letter.collected().isEmpty())
                .toList();
        int held = 0;
        var taking = new Taking(file, log);
        for (Stored letter : waiting) {
            if (!known.contains(letter.id())) {
                if (inbox.blocked(letter.mailbox())
                        && taking.kind(inbox, letter).equals(Optional.of(LetterKind.TOLD))) {
                    held++;
                    continue;
                }
                var taken = taking.take(inbox, letter, about);
                if (taken.isEmpty()) {
                    result.left().add(letter.id());
                    continue;
                }
                result.letters().add(letter.id());
                result.exhibits().addAll(taken.get().exhibits());
            }
            inbox.collected(letter);
            progress.step("collecting", result.letters().size(), waiting.size());
        }
        if (held > 0) {
            result.remarks()
                    .add(
                            "Of blocked mailboxes " + held + (held == 1 ? " letter lies" : " letters lie")
                                    + " in the inbox. Nobody opens them; they come with the next collection after a block is lifted.");
        }
        new Adding(file, log, progress).finish();
        int accounts = result.exhibits().stream()
                .mapToInt(exhibit -> file.accountIds(exhibit).size())
                .sum();
        List<Letter> all = letters();
        var wishes = new Wishes(opened, all);
        for (Entry.Corresponded letter : undone(all)) {
            wishes.fulfil(letter, result.remarks());
            log.record(entry(letter.mailbox(), Id.random(), LetterKind.DONE, Optional.of(letter.letter())));
        }
        int sent = new Delivery(file, log, opened.protection(), progress).send(all, inbox, result.remarks());
        inbox.expire(LocalDate.now(java.time.ZoneOffset.UTC));
        return new Collected(result.letters(), result.exhibits(), accounts, sent, result.left(), result.remarks());
    }

    /** What came in and was not seen to, perhaps by a collection that was broken off; in the order in which it was written. */
    private static List<Entry.Corresponded> undone(List<Letter> letters) {
        Set<Id> done = seenTo(letters, LetterKind.DONE);
        return letters.stream()
                .map(Letter::entry)
                .filter(entry -> entry.what().comesIn() && !done.contains(entry.letter()))
                .sorted(Comparator.comparing(Entry.Corresponded::mailbox).thenComparingLong(Entry.Corresponded::number))
                .toList();
    }

    static Set<Id> seenTo(List<Letter> letters, LetterKind how) {
        return letters.stream()
                .map(Letter::entry)
                .filter(entry -> entry.what() == how)
                .flatMap(entry -> entry.of().stream())
                .collect(Collectors.toSet());
    }

    /** After the case's keys changed, the inbox gets the new one; a key that never was ours is a warning. */
    private void renew(Inbox inbox, List<String> remarks) throws IOException {
        String present = file.dropBox().recipient();
        if (inbox.settings().recipient().equals(present)) {
            return;
        }
        if (!inbox.settings().isFor(file.dropBox())) {
            throw new IllegalArgumentException(
                    "the key in this inbox's folder is not this case's: either it is another case's inbox, or somebody"
                            + " changed it to read what comes in. Nothing was collected; if nobody of you did that,"
                            + " stop the server");
        }
        inbox.recipient(present);
        remarks.add("The case's keys changed; the inbox has the new one. Restart its server, and tell the new key"
                + " where you tell it: " + present);
    }

    static Entry.Corresponded entry(Id mailbox, Id letter, LetterKind what, Optional<Id> of) {
        return new Entry.Corresponded(
                mailbox,
                letter,
                what,
                0,
                Optional.empty(),
                of,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
    }

    /**
     * Writes to a source; the letter goes with the next collection.
     *
     * @param mailbox its id, or enough of its first characters
     * @return where hidden names stand in it; then nothing was recorded
     */
    public List<Leak> write(String mailbox, String words) throws CaseException {
        Letter from = from(mailbox);
        List<Leak> leaks = leaks(words);
        if (leaks.isEmpty()) {
            log.record(out(from, LetterKind.ASKED, Optional.empty(), Optional.empty(), words));
        }
        return leaks;
    }

    /**
     * Shows a source what a stranger would see of their account, and asks whether they agree; with the next collection.
     *
     * @param mailbox its id, or enough of its first characters
     * @return where hidden names stand in the words; then nothing was recorded
     * @throws IllegalArgumentException if the account did not come from that mailbox
     */
    public List<Leak> show(String mailbox, Account account, String words) throws CaseException {
        Letter from = from(mailbox);
        if (letters().stream()
                .map(Letter::entry)
                .noneMatch(entry -> entry.mailbox().equals(from.entry().mailbox())
                        && entry.exhibits().contains(account.exhibit()))) {
            throw new IllegalArgumentException(
                    "this account did not come from that mailbox; its source would read" + " what somebody else told");
        }
        if (!Approval.of(account, file, opened.protection()).possible()) {
            throw new IllegalArgumentException(
                    "read the account and decide the names in it first: what its source would"
                            + " see now is not what strangers would see in the end");
        }
        List<Leak> leaks = leaks(words);
        if (leaks.isEmpty()) {
            Sha256 hash = opened.protection().approvalHash(account);
            log.record(out(from, LetterKind.SHOWN, Optional.of(account.id()), Optional.of(hash), words));
        }
        return leaks;
    }

    /** Somebody has seen all that came from a mailbox until now. */
    public void seen(Id mailbox) throws CaseException {
        log.record(entry(mailbox, Id.random(), LetterKind.SEEN, Optional.empty()));
    }

    /** From the next collection on nothing more is taken from a mailbox, or it is again. */
    public void block(Id mailbox, boolean blocked) throws CaseException {
        log.record(entry(mailbox, Id.random(), blocked ? LetterKind.BLOCKED : LetterKind.LIFTED, Optional.empty()));
    }

    private List<Leak> leaks(String words) {
        return Scan.of(opened.protection()).scan("letter.txt", words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Entry.Corresponded out(
            Letter to, LetterKind what, Optional<Id> of, Optional<Sha256> seen, String words) {
        return new Entry.Corresponded(
                to.entry().mailbox(),
                Id.random(),
                what,
                0,
                to.entry().recipient(),
                of,
                seen,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(words));
    }

    /** The newest letter that came from a mailbox. */
    private Letter from(String mailbox) {
        List<Letter> of = letters().stream()
                .filter(letter -> letter.entry().recipient().isPresent())
                .filter(letter -> letter.entry().mailbox().toString().startsWith(mailbox))
                .toList();
        if (of.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing came from a mailbox '" + mailbox + "'; 'afterword intake list CASE' lists them");
        }
        if (of.stream().map(letter -> letter.entry().mailbox()).distinct().count() > 1) {
            throw new IllegalArgumentException("more than one mailbox begins with '" + mailbox + "'");
        }
        return of.getLast();
    }

    /** Whether it is what a source wrote, and not a file that they sent. */
    public static boolean own(Exhibit exhibit) {
        return exhibit.name().endsWith("/text.txt") || exhibit.name().endsWith("/answers.txt");
    }
}
