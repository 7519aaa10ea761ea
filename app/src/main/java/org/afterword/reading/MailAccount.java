package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** A message as an account. */
final class MailAccount {
    private static final String FORMAT = "mail";

    private MailAccount() {}

    /** Empty if there are no words at all. */
    static Optional<Account> of(
            Source source, MailParser mail, MailHead outer, Anchor anchor, Optional<When> envelope, boolean mailbox) {
        Draft draft = draft(source, mail.head(), outer, envelope).anchors(List.of(anchor));
        return of(draft, text(mail, mailbox), mail.names());
    }

    /** A message that is not MIME. */
    static Optional<Account> of(
            Source source,
            MailHead head,
            Rendered rendered,
            List<String> attachments,
            Anchor anchor,
            Optional<When> date) {
        return of(draft(source, head, head, date).anchors(List.of(anchor)), rendered, attachments);
    }

    private static Optional<Account> of(Draft draft, Rendered rendered, List<String> attachments) {
        if (!rendered.text().isBlank()) {
            return Optional.of(account(draft, rendered));
        }
        if (!draft.title().isEmpty()) {
            return Optional.of(account(draft, new Rendered(draft.title(), List.of(), List.of())));
        }
        if (attachments.isEmpty()) {
            return Optional.empty();
        }
        String names = attachments.stream()
                .map(name -> "[" + PartNames.harmless(name) + "]")
                .collect(Collectors.joining("\n"));
        var turn = new Turn(0, new Span(0, names.length()), 0, Turn.Voice.SYSTEM, false, draft.date());
        return Optional.of(draft.account(names, List.of(speaker(draft)), List.of(turn)));
    }

    /** A message of a digest in plain text. */
    static Optional<Account> of(
            Source source, MailHead head, MailHead outer, String body, Anchor anchor, Optional<When> envelope) {
        Draft draft = draft(source, head, outer, envelope).anchors(List.of(anchor));
        String text = body.isBlank() ? draft.title() : body;
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(account(draft, new Rendered(text, List.of(), List.of())));
    }

    private static Draft draft(Source source, MailHead head, MailHead outer, Optional<When> envelope) {
        Draft draft = new Draft(source, FORMAT)
                .title(head.text("subject").orElse(""))
                .author(head.author())
                .channel(outer.channel())
                .channel(head.channel())
                .date(head.raw("date").flatMap(MailDate::of))
                .date(envelope)
                .sourceUrl(head.raw("archived-at").map(url -> url.replaceAll("[<>]", "")));
        head.threaded().ifPresent(draft::threaded);
        head.besides(draft);
        return draft;
    }

    private static Account account(Draft draft, Rendered rendered) {
        return QuotedBy.inMail(
                draft.account(rendered.text(), List.of(speaker(draft)), MailQuotes.turns(rendered, draft.date())));
    }

    private static Speaker speaker(Draft draft) {
        return draft.speaker(draft.author(), Speaker.Role.TELLER);
    }

    /** All its texts under each other. */
    static Rendered text(MailParser mail, boolean mailbox) {
        var text = new StringBuilder();
        var quotes = new ArrayList<Span>();
        for (MailParser.Text one : mail.texts()) {
            Rendered rendered = one.html()
                    ? MailText.html(one.text())
                    : new Rendered(mailbox ? MailText.unmarked(one.text()) : one.text(), List.of(), List.of());
            if (rendered.text().isBlank()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            int shift = text.length();
            text.append(rendered.text());
            rendered.quotes().forEach(span -> quotes.add(new Span(span.start() + shift, span.end() + shift)));
        }
        return new Rendered(text.toString(), quotes, List.of());
    }
}
