package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** Mail: a mailbox, a message (also one of a Maildir), a digest. Each message is an account, each attachment a part. */
final class MailReader implements Reader {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,10})[ \\t]*\\r?\\n");

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        if (isMailbox(source)) {
            return 0.96;
        }
        int from = source.hasExtension("emlx") ? length(source).end() : Mbox.start(source.head());
        return MailLooks.isMessage(source.head(), from, MailLooks.named(source)) ? 0.94 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var box = new Box(source, into);
        if (isMailbox(source)) {
            box.mailbox();
        } else {
            box.single();
        }
        into.balance(new Balance("messages", box.expected, box.read, box.skipped));
    }

    private static boolean isMailbox(Source source) {
        return Mbox.begins(source.head(), Mbox.start(source.head()));
    }

    /** Apple's files begin with the message's length; after it comes what Apple's program noted. */
    private record Length(int end, long bytes) {}

    private static Length length(Source source) {
        byte[] head = source.head();
        String start = new String(head, 0, Math.min(head.length, 24), StandardCharsets.ISO_8859_1);
        Matcher found = LENGTH.matcher(start);
        return found.lookingAt()
                ? new Length(found.end(), Long.parseLong(found.group(1)))
                : new Length(0, Long.MAX_VALUE);
    }

    private static final class Box {
        private final Source source;
        private final Findings into;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long expected;
        private long read;

        Box(Source source, Findings into) {
            this.source = source;
            this.into = into;
        }

        void mailbox() throws IOException {
            var box = new Mbox(source);
            for (Optional<Mbox.Message> next = box.next(); next.isPresent(); next = box.next()) {
                Mbox.Message message = next.get();
                long number = expected + 1;
                MailParser mail = parse(message, "message-" + number + "/", "message " + number);
                message.transferTo(java.io.OutputStream.nullOutputStream());
                take(
                        mail,
                        "message " + number,
                        Anchor.bytes(0, message.from(), message.to()),
                        MailDate.envelope(message.envelope()),
                        true);
            }
        }

        void single() throws IOException {
            Length length = source.hasExtension("emlx")
                    ? length(source)
                    : new Length(Mbox.start(source.head()), Long.MAX_VALUE);
            InputStream in = new Limited(source.stream(length.end()), length.bytes());
            MailParser mail = parse(in, "", "");
            Anchor anchor = mail.head()
                    .messageId()
                    .map(id -> Anchor.message(0, id))
                    .orElseGet(() -> Anchor.bytes(0, length.end(), source.size()));
            take(mail, "", anchor, Optional.empty(), false);
        }

        private MailParser parse(InputStream in, String folder, String where) throws IOException {
            var names = new PartNames();
            MailParser mail = MailParser.parse(in, (name, bytes) -> into.part(folder + names.of(name), bytes));
            for (String problem : mail.problems()) {
                into.warning(new Warning(where, problem));
            }
            return mail;
        }

        /** A digest's own words are the list's; its messages count instead of it. */
        private void take(MailParser mail, String where, Anchor anchor, Optional<When> envelope, boolean mailbox)
                throws IOException {
            if (!mail.digest().isEmpty()) {
                int number = 1;
                for (byte[] bytes : mail.digest()) {
                    String inner = (where.isEmpty() ? "" : where + ", ") + "message " + number + " of the digest";
                    String folder =
                            (where.isEmpty() ? "" : where.replace(' ', '-') + "/") + "message-" + number++ + "/";
                    MailParser one = parse(new ByteArrayInputStream(bytes), folder, inner);
                    account(MailAccount.of(source, one, mail.head(), at(one.head(), anchor), envelope, mailbox), inner);
                }
                return;
            }
            List<MailDigest.Piece> pieces = MailDigest.split(
                    mail.head().text("subject").orElse(""),
                    MailAccount.text(mail, mailbox).text());
            if (pieces.isEmpty()) {
                account(MailAccount.of(source, mail, mail.head(), anchor, envelope, mailbox), where);
                return;
            }
            for (MailDigest.Piece piece : pieces) {
                account(
                        MailAccount.of(
                                source, piece.head(), mail.head(), piece.body(), at(piece.head(), anchor), envelope),
                        where);
            }
        }

        private static Anchor at(MailHead head, Anchor otherwise) {
            return head.messageId().map(id -> Anchor.message(0, id)).orElse(otherwise);
        }

        private void account(Optional<org.afterword.model.Account> account, String where) throws IOException {
            expected++;
            if (account.isPresent()) {
                read++;
                into.account(account.get());
            } else {
                skipped.merge("without subject, text and attachment", 1L, Long::sum);
                into.warning(new Warning(where, "the message has no subject, no text and no attachment"));
            }
        }
    }

    /** The first bytes of a stream. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = left <= 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}
