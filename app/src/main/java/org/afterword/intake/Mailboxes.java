package org.afterword.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;

/** What somebody with a receipt does in their mailbox. */
final class Mailboxes {
    private static final int REMARK = 20_000;
    private final Inbox inbox;
    private final Framing frames;
    private final Visits visits;

    Mailboxes(Inbox inbox, Framing frames, Visits visits) {
        this.inbox = inbox;
        this.frames = frames;
        this.visits = visits;
    }

    /** A page. */
    record Answer(String template, Object sheet) {}

    /**
     * @throws Shut if the mailbox is closed, or the form was sent before
     */
    Answer answer(String language, Form form) throws IOException {
        String session = form.value("session");
        MailboxKeys keys = visits.of(session).orElseThrow(() -> new Shut("error.visit"));
        inbox.came(keys.mailbox());
        String what = form.value("do");
        if (what.equals("open")) {
            return new Answer("mailbox", mailbox(language, session, keys));
        }
        if (what.equals("close")) {
            visits.end(session);
            return note(language, Optional.empty(), "note.closed", "note.closed.text");
        }
        frames.use(form.value("token"));
        Optional<String> back = Optional.of(session);
        return switch (what) {
            case "withdraw" -> withdraw(language, back, keys, form);
            case "withdraw-all" -> {
                sure(form);
                for (Stored letter : own(keys)) {
                    if (letter.collected().isEmpty()) {
                        inbox.wipe(letter);
                    }
                }
                send(keys, LetterKind.WITHDREW, Optional.empty(), Optional.empty(), Optional.empty(), false, "");
                yield note(language, back, "note.withdrawn", "note.withdrawn.here", "note.withdrawn.there");
            }
            case "consent" -> {
                Consent consent = Telling.consent(form.value("consent")).orElseThrow(() -> new Shut("error.form"));
                boolean review = form.value("review").equals("yes");
                send(keys, LetterKind.CONSENTED, Optional.empty(), Optional.empty(), Optional.of(consent), review, "");
                yield note(language, back, "note.consent", "note.consent.text");
            }
            case "review" -> {
                review(keys, form);
                yield note(language, back, "note.approved", "note.approved.text");
            }
            case "destroy" -> {
                sure(form);
                inbox.wipeMailbox(keys.mailbox());
                visits.end(session);
                yield note(language, Optional.empty(), "note.destroyed", "note.destroyed.text");
            }
            default -> throw new Shut("error.form");
        };
    }

    private Answer note(String language, Optional<String> session, String title, String... keys) {
        return new Answer("note", frames.note(language, session, title, keys));
    }

    private static void sure(Form form) {
        if (!form.value("sure").equals("yes")) {
            throw new Shut("error.sure");
        }
    }

    private List<Stored> own(MailboxKeys keys) throws IOException {
        return inbox.letters(keys.mailbox()).stream().filter(Stored::toCase).toList();
    }

    private Answer withdraw(String language, Optional<String> session, MailboxKeys keys, Form form) throws IOException {
        Id which = id(form.value("letter"));
        Optional<Stored> letter =
                own(keys).stream().filter(one -> one.id().equals(which)).findFirst();
        if (letter.filter(one -> one.collected().isEmpty()).isPresent()) {
            inbox.wipe(letter.get());
            return note(language, session, "note.withdrawn", "note.withdrawn.here");
        }
        send(keys, LetterKind.WITHDREW, Optional.of(which), Optional.empty(), Optional.empty(), false, "");
        return note(language, session, "note.withdrawn", "note.withdrawn.there");
    }

    private void review(MailboxKeys keys, Form form) throws IOException {
        Optional<Sha256> hash = Optional.of(form.value("hash"))
                .filter(text -> text.matches("[0-9a-f]{64}"))
                .map(Sha256::new);
        String remark = form.value("remark");
        if (hash.isEmpty() || remark.length() > REMARK) {
            throw new Shut("error.form");
        }
        LetterKind kind = form.value("answer").equals("approve") ? LetterKind.APPROVED : LetterKind.REFUSED;
        send(keys, kind, Optional.of(id(form.value("account"))), hash, Optional.empty(), false, remark);
    }

    private static Id id(String text) {
        try {
            return Id.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Shut("error.form");
        }
    }

    private void send(
            MailboxKeys keys,
            LetterKind kind,
            Optional<Id> of,
            Optional<Sha256> seen,
            Optional<Consent> consent,
            boolean review,
            String words)
            throws IOException {
        try (Draft draft = inbox.begin(keys.mailbox(), true, true);
                var parcel = new Parcel(draft, inbox.settings().recipient())) {
            if (!words.isBlank()) {
                parcel.part("remark.txt", words);
            }
            parcel.end(new About(
                    keys.mailbox(),
                    inbox.next(keys.mailbox()),
                    kind,
                    Optional.of(keys.answers().recipient()),
                    of,
                    seen,
                    consent,
                    review));
            draft.keep(keys.mailbox(), Optional.empty());
        }
    }

    private Sheets.Mailbox mailbox(String language, String session, MailboxKeys keys) throws IOException {
        List<Sheets.Letter> letters = new ArrayList<>();
        List<Sheets.Own> own = new ArrayList<>();
        for (Stored letter : inbox.letters(keys.mailbox()).reversed()) {
            if (letter.toCase()) {
                own.add(new Sheets.Own(
                        letter.id().toString(),
                        letter.day().toString(),
                        letter.collected().isEmpty()));
            } else {
                letters.add(opened(letter, keys));
                inbox.seen(letter);
            }
        }
        return new Sheets.Mailbox(
                frames.frame(language, "mailbox"),
                session,
                letters,
                own,
                frames.tell(language, session),
                inbox.settings().terms(),
                inbox.blocked(keys.mailbox()));
    }

    private Sheets.Letter opened(Stored letter, MailboxKeys keys) throws IOException {
        Map<String, String> parts = new HashMap<>();
        About about;
        try (InputStream plain = keys.answers().open(inbox.open(letter))) {
            about = Parcel.read(
                    plain,
                    (name, bytes) -> parts.put(name, new String(bytes.readNBytes(4 << 20), StandardCharsets.UTF_8)));
        }
        Optional<Sheets.Review> review = about.kind() == LetterKind.SHOWN
                ? about.of()
                        .flatMap(account -> about.seen()
                                .map(hash -> new Sheets.Review(
                                        account.toString(),
                                        hash.hex(),
                                        Framing.paragraphs(parts.getOrDefault("review.txt", "")))))
                : Optional.empty();
        return new Sheets.Letter(
                letter.id().toString(),
                letter.day().toString(),
                !letter.seen(),
                Framing.paragraphs(parts.getOrDefault("text.txt", "")),
                review);
    }
}
