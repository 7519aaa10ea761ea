package org.afterword.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.capture.CaptureRecord;
import org.afterword.casefile.Contents;
import org.afterword.language.Token;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.CopyKind;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Publicness;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.people.Restrictions;
import org.afterword.witnesses.Copies;
import picocli.CommandLine.Command;

@Command(
        name = "accounts",
        description = "Lists the accounts.",
        footer = {"", "Examples:", "  afterword accounts case.afterword", "  afterword accounts case.afterword --json"})
final class AccountsCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Contents contents = opened.contents();
        Reminder.say(Reminder.past(contents), terminal);
        Set<Id> restricted = Restrictions.accounts(contents);
        Map<Id, Exhibit> exhibits = new HashMap<>();
        contents.exhibits().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit));
        Map<Id, String> groups = new HashMap<>();
        for (Group group : contents.groups()) {
            groups.put(group.id(), group.name());
        }
        Map<Id, Instant> captured = new HashMap<>();
        for (CaptureRecord page : opened.captures()) {
            page.parts()
                    .forEach(part -> contents.exhibitWith(part.sha256())
                            .ifPresent(exhibit -> captured.putIfAbsent(exhibit, page.at())));
        }
        Map<Id, Id> copies = new HashMap<>();
        Copies.list(contents).stream()
                .filter(copy -> copy.kind() != CopyKind.QUOTATION && copy.holds())
                .forEach(copy -> copies.put(copy.b(), copy.a()));
        var memos = Memos.of(opened, false);
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.forEach(account -> {
                Row row = row(account, exhibits.get(account.exhibit()), groups, copies, contents)
                        .and("memos", memos.about(account.id()))
                        .and("captured", Optional.ofNullable(captured.get(account.exhibit())))
                        .and("restricted", restricted.contains(account.id()));
                terminal.data(row);
                terminal.say(account.id() + "  " + row.get("file") + "  "
                        + row.getOrDefault("group", "no group") + ", " + Words.count((long) row.get("words"), "word")
                        + ", "
                        + row.get("consent") + ", "
                        + (row.containsKey("readBy") ? "read by " + row.get("readBy") : "not read")
                        + (restricted.contains(account.id()) ? ", restricted" : ""));
            });
        }
        return Exit.DONE;
    }

    private static boolean isOnlyQuoted(Account account, Speaker speaker) {
        return account.speakers().size() > 1
                && account.turns().stream()
                        .filter(turn -> account.speakerOf(turn).equals(speaker))
                        .allMatch(turn -> turn.voice() == Turn.Voice.QUOTED);
    }

    private static Row row(
            Account account, Exhibit exhibit, Map<Id, String> groups, Map<Id, Id> copies, Contents contents) {
        List<Id> witnesses = account.speakers().stream()
                .filter(speaker -> speaker.role() == Speaker.Role.TELLER && !isOnlyQuoted(account, speaker))
                .map(Speaker::id)
                .toList();
        return Row.of("id", account.id())
                .and("file", exhibit.name())
                .and("exhibit", exhibit.id())
                .and("sha256", exhibit.sha256())
                .and("format", account.format())
                .and("title", account.title())
                .and("author", account.author())
                .and("poster", account.poster())
                .and("witnesses", witnesses)
                .and("group", account.group().map(groups::get))
                .and(
                        "date",
                        account.date()
                                .map(when -> when.day().map(Object::toString).orElse(when.written())))
                .and("language", account.language())
                .and(
                        "words",
                        Token.of(account.text()).stream().filter(Token::word).count())
                .and("sourceUrl", account.sourceUrl())
                .and("repostOf", account.repostOf())
                .and("copyOf", Optional.ofNullable(copies.get(account.id())))
                .and(
                        "consent",
                        contents.decision(account.id(), "consent")
                                .map(Decision::verdict)
                                .map(verdict ->
                                        verdict instanceof Verdict.Allows allows ? allows.consent() : Consent.COUNTS)
                                .map(Consent::toString)
                                .orElse("not recorded"))
                .and(
                        "publicness",
                        contents.decision(account.id(), "public")
                                .map(Decision::verdict)
                                .map(verdict ->
                                        verdict instanceof Verdict.Public p ? p.publicness() : Publicness.UNKNOWN)
                                .orElse(Publicness.UNKNOWN))
                .and("readBy", contents.decision(account.id(), "read").map(Decision::by))
                .and(
                        "readers",
                        contents.decisions(account.id(), "read").stream()
                                .map(Decision::coder)
                                .toList());
    }
}
