package org.afterword.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.page.Multipart;
import org.afterword.reading.CleanPicture;

/** Takes what somebody sends: as it arrives it is sealed, and only then it is put down. */
final class Telling {
    private static final int AT_ONCE = 64;
    private final Inbox inbox;
    private final Tokens tokens;
    private final Tokens admissions;
    private final Visits visits;
    private final Throttle derivations;
    private final Throttle uploads;

    /**
     * @param admissions what makes a form good where a question was to be answered first
     */
    Telling(Inbox inbox, Tokens tokens, Tokens admissions, Visits visits, Throttle derivations) {
        this.inbox = inbox;
        this.tokens = tokens;
        this.admissions = admissions;
        this.visits = visits;
        this.derivations = derivations;
        this.uploads = new Throttle(AT_ONCE, AT_ONCE, inbox.settings().limits().perMinute());
    }

    /** What became of it. */
    sealed interface Taken {}

    /** A mailbox was made for it; the words are shown this once. */
    record Begun(List<String> words) implements Taken {
        Begun {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return "a mailbox";
        }
    }

    /** It lies in the mailbox of that session. */
    record Added(String session) implements Taken {
        @Override
        public String toString() {
            return "a letter";
        }
    }

    /** What a form says before its files. */
    private static final class Fields implements AutoCloseable {
        private String token = "";
        private String session = "";
        private String text = "";
        private final StringBuilder answers = new StringBuilder();
        private Optional<Consent> consent = Optional.empty();
        private boolean review;
        private boolean clean;
        /** Of a mailbox that begins; made before its files come, so that nobody sends them in vain. */
        private final Receipt receipt = Receipt.random();

        private Optional<MailboxKeys> keys = Optional.empty();

        @Override
        public void close() {
            receipt.close();
        }
    }

    /**
     * @throws Shut if the form is not ours, was sent before, or holds nothing
     */
    Taken take(HttpServletRequest request) throws IOException {
        Settings.Limits limits = inbox.settings().limits();
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        try (var _ = uploads.enter();
                var form = new Multipart(request.getInputStream(), type, limits.form());
                var fields = new Fields();
                Draft draft = inbox.begin(Id.random(), true);
                var parcel = new Parcel(draft, inbox.settings().recipient())) {
            boolean anything = read(form, parcel, fields);
            if (!anything) {
                throw new Shut("error.empty");
            }
            return fields.session.isEmpty() ? begin(fields, draft, parcel) : add(fields, draft, parcel);
        }
    }

    /** Whether there was anything in it. */
    private boolean read(Multipart form, Parcel parcel, Fields fields) throws IOException {
        Settings.Limits limits = inbox.settings().limits();
        int files = 0;
        boolean written = false;
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            Multipart.Part one = part.get();
            if (!one.isFile()) {
                if (!written) {
                    field(one, fields);
                }
                continue;
            }
            if (!written) {
                check(fields);
                written = true;
                words(fields, parcel);
            }
            if (one.file().isPresent()) {
                if (++files > limits.files()) {
                    throw new Multipart.TooLarge();
                }
                String name = (fields.clean ? "cleaned-" : "")
                        + Parcel.safeName(one.file().get());
                file(one, parcel.part("file-" + files + "-" + name), limits.file(), fields.clean);
            }
        }
        if (!written) {
            check(fields);
            words(fields, parcel);
        }
        return files > 0 || !fields.text.isBlank() || !fields.answers.isEmpty();
    }

    private void field(Multipart.Part one, Fields fields) throws IOException {
        int most = inbox.settings().limits().text();
        List<String> questions = inbox.settings().questions();
        switch (one.name()) {
            case "token" -> fields.token = one.text(200);
            case "session" -> fields.session = one.text(200);
            case "text" -> fields.text = one.text(most);
            case "review" -> fields.review = one.text(10).equals("yes");
            case "clean" -> fields.clean = one.text(10).equals("yes");
            case "consent" -> fields.consent = consent(one.text(20));
            default -> {
                int question = one.name().matches("answer-[0-9]{1,2}")
                        ? Integer.parseInt(one.name().substring(7))
                        : -1;
                String answer = question < 0 || question >= questions.size() ? "" : one.text(most);
                if (!answer.isBlank()) {
                    if (fields.answers.length() + answer.length() > 2 * most) {
                        throw new Multipart.TooLarge();
                    }
                    fields.answers
                            .append("Q: ")
                            .append(questions.get(question))
                            .append("\nA: ")
                            .append(answer.strip().replaceAll("\\R", "\n   "))
                            .append("\n\n");
                }
            }
        }
    }

    /** No more than the pages offer. */
    static Optional<Consent> consent(String word) {
        return switch (word) {
            case "counts" -> Optional.of(Consent.COUNTS);
            case "reworded" -> Optional.of(Consent.REWORDED);
            case "verbatim" -> Optional.of(Consent.VERBATIM);
            default -> Optional.empty();
        };
    }

    /** Before anything is taken: the form is ours, the mailbox is open to more. */
    private void check(Fields fields) throws IOException {
        if (!tokensFor(fields).good(fields.token)) {
            throw new Shut("error.form");
        }
        if (fields.session.isEmpty()) {
            try (var _ = derivations.enter()) {
                fields.keys = Optional.of(MailboxKeys.of(fields.receipt, inbox.settings()));
            }
        } else {
            MailboxKeys keys = visits.of(fields.session).orElseThrow(() -> new Shut("error.visit"));
            if (inbox.blocked(keys.mailbox())) {
                throw new Shut("mailbox.blocked");
            }
            List<Stored> waiting = inbox.letters(keys.mailbox()).stream()
                    .filter(one -> one.toCase() && one.collected().isEmpty())
                    .toList();
            if (waiting.size() >= inbox.settings().limits().letters()
                    || waiting.stream().mapToLong(Stored::length).sum()
                            > (long) Slots.CELL * inbox.settings().cells() / 2) {
                throw new Shut("error.many");
            }
        }
    }

    private static void words(Fields fields, Parcel parcel) throws IOException {
        if (!fields.text.isBlank()) {
            parcel.part("text.txt", fields.text);
        }
        if (!fields.answers.isEmpty()) {
            parcel.part("answers.txt", fields.answers.toString());
        }
    }

    private static void file(Multipart.Part from, OutputStream to, long most, boolean clean) throws IOException {
        try (to;
                var bounded = new Bounded(from, most)) {
            if (clean) {
                CleanPicture.copy(bounded, to);
            } else {
                bounded.copy(to);
            }
        }
    }

    private Taken begin(Fields fields, Draft draft, Parcel parcel) throws IOException {
        MailboxKeys keys = fields.keys.orElseThrow();
        parcel.end(about(fields, keys, 1));
        use(fields);
        draft.keep(keys.mailbox(), Optional.of(keys.proof()));
        return new Begun(fields.receipt.words());
    }

    private Taken add(Fields fields, Draft draft, Parcel parcel) throws IOException {
        MailboxKeys keys = visits.of(fields.session).orElseThrow(() -> new Shut("error.visit"));
        parcel.end(about(fields, keys, inbox.next(keys.mailbox())));
        use(fields);
        draft.keep(keys.mailbox(), Optional.empty());
        return new Added(fields.session);
    }

    private void use(Fields fields) {
        if (!tokensFor(fields).use(fields.token)) {
            throw new Shut("error.form");
        }
    }

    private Tokens tokensFor(Fields fields) {
        return fields.session.isEmpty() && inbox.settings().puzzle().isPresent() ? admissions : tokens;
    }

    private static About about(Fields fields, MailboxKeys keys, long number) {
        return new About(
                keys.mailbox(),
                number,
                LetterKind.TOLD,
                Optional.of(keys.answers().recipient()),
                Optional.empty(),
                Optional.empty(),
                fields.consent,
                fields.review);
    }
}
