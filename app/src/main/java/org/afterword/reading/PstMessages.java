package org.afterword.reading;

import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTMessage;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** The messages of an Outlook mailbox as they are found. */
final class PstMessages {
    private static final int DEEPEST = 10;

    private final Source source;
    private final Findings into;
    private final Map<String, Long> skipped = new TreeMap<>();
    private long expected;
    private long read;
    private long number;

    PstMessages(Source source, Findings into) {
        this.source = source;
        this.into = into;
    }

    void expect(int count) {
        expected += Math.max(0, count);
    }

    long expected() {
        return expected;
    }

    long read() {
        return read;
    }

    Map<String, Long> skipped() {
        return skipped;
    }

    void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /** What it is that is no mail. */
    static String kind(String type) {
        String plain = type == null ? "" : type.toUpperCase(Locale.ROOT);
        return plain.startsWith("IPM.APPOINTMENT") || plain.startsWith("IPM.SCHEDULE")
                ? "appointments"
                : plain.startsWith("IPM.CONTACT") || plain.startsWith("IPM.DISTLIST")
                        ? "contacts"
                        : plain.startsWith("IPM.TASK") || plain.startsWith("IPM.ACTIVITY")
                                ? "tasks and journals"
                                : "other items";
    }

    void take(PSTMessage message, String folder) throws IOException {
        String type = message.getMessageClass() == null
                ? ""
                : message.getMessageClass().toUpperCase(Locale.ROOT);
        if (!type.isEmpty()
                && !type.startsWith("IPM.NOTE")
                && !type.startsWith("IPM.POST")
                && !type.startsWith("REPORT")) {
            skip(kind(type));
            return;
        }
        message(message, folder, 0);
    }

    private void message(PSTMessage message, String folder, int depth) throws IOException {
        String where = "message " + ++number + (folder.isEmpty() ? "" : " (" + folder + ")");
        List<String> names = attachments(message, folder, where, depth);
        Optional<Account> account;
        try {
            account = account(message, names);
        } catch (RuntimeException e) {
            // the library's answer to broken messages
            skip("broken");
            into.warning(new Warning(where, "the message is broken"));
            return;
        }
        if (account.isPresent()) {
            read++;
            into.account(account.get());
        } else {
            skip("without subject, text and attachment");
        }
    }

    private Optional<Account> account(PSTMessage message, List<String> names) {
        var head = new MailHead();
        String fields = message.getTransportMessageHeaders();
        for (String field : (fields == null ? "" : fields).split("\\r?\\n(?![ \\t])", -1)) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                head.add(field.substring(0, colon), field.substring(colon + 1));
            }
        }
        add(head, "from", message.getSenderName());
        add(head, "to", message.getDisplayTo());
        add(head, "subject", message.getSubject());
        add(head, "message-id", message.getInternetMessageId());
        add(head, "in-reply-to", message.getInReplyToId());
        String html = message.getBody().isBlank() ? message.getBodyHTML() : "";
        Rendered rendered =
                html.isBlank() ? new Rendered(plain(message.getBody()), List.of(), List.of()) : MailText.html(html);
        Anchor anchor = Anchor.message(0, head.messageId().orElse("node-" + message.getDescriptorNodeId()));
        return MailAccount.of(source, head, rendered, names, anchor, date(message));
    }

    private static void add(MailHead head, String name, String value) {
        if (!head.has(name) && value != null && !value.isBlank()) {
            head.add(name, value);
        }
    }

    private static String plain(String text) {
        return Json.wellFormed(text.replace("\r\n", "\n").replace('\r', '\n').replace('\u0000', '\uFFFD'))
                .strip();
    }

    private static Optional<When> date(PSTMessage message) {
        Date sent = message.getClientSubmitTime();
        Date at = sent == null ? message.getMessageDeliveryTime() : sent;
        return Optional.ofNullable(at)
                .map(date -> When.exactly(
                        date.toInstant().toString(),
                        LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC),
                        Optional.of("Z")));
    }

    private List<String> attachments(PSTMessage message, String folder, String where, int depth) throws IOException {
        var names = new ArrayList<String>();
        var parts = new PartNames();
        String prefix = "message-" + number + "/";
        int count = message.getNumberOfAttachments();
        for (int i = 0; i < count; i++) {
            try {
                PSTAttachment attachment = message.getAttachment(i);
                PSTMessage embedded = attachment.getEmbeddedPSTMessage();
                if (embedded != null && depth < DEEPEST) {
                    expected++;
                    message(embedded, folder, depth + 1);
                    continue;
                }
                String name = attachment.getLongFilename().isBlank()
                        ? attachment.getFilename()
                        : attachment.getLongFilename();
                names.add(name.isBlank() ? "part-" + (i + 1) : name);
                var bytes = new Guarded(new ZipMembers.Opening(() -> bytes(attachment)), Long.MAX_VALUE);
                into.part(prefix + parts.of(names.getLast()), bytes);
                if (bytes.problem().isPresent()) {
                    into.warning(new Warning(
                            where, "an attachment is broken: " + bytes.problem().get()));
                }
            } catch (PSTException | RuntimeException e) {
                into.warning(new Warning(where, "an attachment cannot be found in the mailbox"));
            }
        }
        return names;
    }

    private static java.io.InputStream bytes(PSTAttachment attachment) throws IOException {
        try {
            return attachment.getFileInputStream();
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }
}
