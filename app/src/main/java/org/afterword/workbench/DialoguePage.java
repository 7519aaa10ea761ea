package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.Approval;
import org.afterword.Correspondence;
import org.afterword.Dialogue;
import org.afterword.casefile.Entry;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.page.Templates;
import org.afterword.protection.Leak;

/** One source: what they wrote, what they want, and an answer to them. */
final class DialoguePage {
    private static final int BEGINNING = 3_000;
    private final Desk desk;
    private final Dialogue dialogue;

    private DialoguePage(Desk desk, Dialogue dialogue) {
        this.desk = desk;
        this.dialogue = dialogue;
    }

    private static Optional<DialoguePage> at(Desk desk, Id mailbox) {
        return Dialogue.of(Correspondence.of(desk.opened()).letters()).stream()
                .filter(one -> one.mailbox().equals(mailbox))
                .findFirst()
                .map(one -> new DialoguePage(desk, one));
    }

    /** Empty if nothing came from such a mailbox. */
    static Optional<LetterSheets.DialogueSheet> of(Desk desk, Id mailbox) {
        return at(desk, mailbox).map(page -> page.sheet(LetterSheets.Reply.NONE));
    }

    /** Does what the form asks; the same page comes again with what was typed if it was refused. */
    static void said(Desk desk, Id mailbox, Context request) throws IOException {
        DialoguePage page = at(desk, mailbox).orElseThrow(NotFoundResponse::new);
        LetterSheets.Reply refused = desk.change(() -> page.act(request));
        if (refused.said().isEmpty()) {
            request.redirect(LettersPage.ADDRESS + "/" + mailbox, HttpStatus.SEE_OTHER);
        } else {
            request.html(Templates.render("workbench/dialogue.jte", Map.of("sheet", page.sheet(refused))));
        }
    }

    private LetterSheets.Reply act(Context request) throws IOException {
        var correspondence = Correspondence.of(desk.opened());
        switch (Answers.field(request, "do")) {
            case "seen" -> correspondence.seen(dialogue.mailbox());
            case "block" -> correspondence.block(dialogue.mailbox(), true);
            case "lift" -> correspondence.block(dialogue.mailbox(), false);
            default -> {
                return reply(correspondence, request);
            }
        }
        return LetterSheets.Reply.NONE;
    }

    private LetterSheets.Reply reply(Correspondence correspondence, Context request) throws IOException {
        String words = Answers.field(request, "words");
        String show = Answers.field(request, "show");
        if (words.isEmpty()) {
            return new LetterSheets.Reply("", List.of("There is nothing in the letter yet."), List.of());
        }
        try {
            String mailbox = dialogue.mailbox().toString();
            List<Leak> leaks = show.isEmpty()
                    ? correspondence.write(mailbox, words)
                    : correspondence.show(mailbox, account(show), words);
            return leaks.isEmpty() ? LetterSheets.Reply.NONE : refused(words, leaks);
        } catch (IllegalArgumentException early) {
            return new LetterSheets.Reply(words, List.of("Not written: " + early.getMessage() + "."), List.of());
        }
    }

    private Account account(String id) {
        return desk.contents()
                .account(Id.parse(id))
                .orElseThrow(() -> new IllegalArgumentException("that account is gone"));
    }

    private LetterSheets.Reply refused(String words, List<Leak> leaks) {
        List<String> where = leaks.stream().map(Leak::where).distinct().toList();
        return new LetterSheets.Reply(
                words,
                List.of(
                        "Not written: in " + String.join(", ", where)
                                + " stands the name of somebody or something that is hidden or not decided.",
                        "Whoever finds the receipt could read it. Say it without the name."),
                leaks.stream()
                        .map(Leak::cluster)
                        .distinct()
                        .map(id -> new Sheets.Way("/people/" + id, desk.state().called(id)))
                        .toList());
    }

    private LetterSheets.DialogueSheet sheet(LetterSheets.Reply reply) {
        List<Correspondence.Letter> unread = dialogue.unread();
        Set<Id> delivered = dialogue.delivered();
        return new LetterSheets.DialogueSheet(
                desk.frame("Afterword: letters", ""),
                dialogue.mailbox().toString(),
                LettersPage.name(dialogue),
                !unread.isEmpty(),
                dialogue.blocked().orElse(false),
                wishes(),
                dialogue.letters().stream()
                        .filter(letter -> !letter.entry().what().seesTo())
                        .map(letter -> letter(letter, unread.contains(letter), delivered))
                        .toList(),
                ownAccounts()
                        .filter(account -> Approval.of(
                                        account, desk.contents(), desk.opened().protection())
                                .possible())
                        .map(account -> new LetterSheets.Choice(
                                account.id().toString(), desk.state().called(account.id())))
                        .toList(),
                reply);
    }

    private List<String> wishes() {
        var said = new ArrayList<String>();
        dialogue.wish()
                .ifPresentOrElse(
                        wish -> said.add(Phrases.capital("The source "
                                + LettersPage.wants(wish.consent().orElseThrow().toString(), wish.review()) + ".")),
                        () -> said.add("The source said nothing of what may be done with their words."));
        dialogue.letters().stream()
                .map(Correspondence.Letter::entry)
                .filter(entry -> entry.what() == LetterKind.WITHDREW)
                .reduce((_, later) -> later)
                .ifPresent(entry -> said.add(
                        entry.of().isPresent()
                                ? "They withdrew a part: it leaves the next publication, and is to be erased."
                                : "They withdrew all of it: it leaves the next publication, and is to be erased."));
        return said;
    }

    private Stream<Account> ownAccounts() {
        return dialogue.letters().stream()
                .flatMap(letter -> letter.entry().exhibits().stream())
                .flatMap(exhibit -> accounts(exhibit).stream());
    }

    private List<Account> accounts(Id exhibit) {
        return desk.contents().accountIds(exhibit).stream()
                .flatMap(id -> desk.contents().account(id).stream())
                .toList();
    }

    private LetterSheets.Letter letter(Correspondence.Letter letter, boolean unread, Set<Id> delivered) {
        Entry.Corresponded entry = letter.entry();
        boolean ours = !entry.what().comesIn();
        var paragraphs =
                new ArrayList<>(entry.words().map(DialoguePage::paragraphs).orElse(List.of()));
        var files = new ArrayList<LetterSheets.File>();
        for (Id id : entry.exhibits()) {
            Optional<Exhibit> exhibit = desk.contents().exhibit(id);
            if (desk.contents().bytesErased(id).isPresent() || exhibit.isEmpty()) {
                files.add(new LetterSheets.File("Erased", "", Optional.empty(), List.of()));
                continue;
            }
            String name = exhibit.get().name();
            files.add(file(name.substring(name.lastIndexOf('/') + 1), id));
            if (Correspondence.own(exhibit.get()) || name.endsWith("/remark.txt")) {
                accounts(id).forEach(account -> paragraphs.addAll(paragraphs(account.text())));
            }
        }
        return new LetterSheets.Letter(
                entry.letter().toString(),
                ours,
                unread,
                letter.at() + ": " + LettersPage.words(entry.what())
                        + (entry.what().goesOut() && !delivered.contains(entry.letter())
                                ? " (goes with the next “afterword intake collect”)"
                                : ""),
                entry.of()
                        .flatMap(desk.contents()::account)
                        .map(account -> new Sheets.Way(
                                "/account/" + account.id(), desk.state().called(account.id()))),
                paragraphs,
                files);
    }

    private LetterSheets.File file(String name, Id exhibit) {
        List<Account> accounts = accounts(exhibit);
        String kind = switch (name) {
            case "text.txt" -> "Their words";
            case "answers.txt" -> "Their answers";
            case "remark.txt" -> "Their remark";
            default -> "File";
        };
        return new LetterSheets.File(
                kind,
                kind.equals("File") ? name : "",
                accounts.stream().findFirst().map(account -> new Sheets.Way("/account/" + account.id(), "its account")),
                carried(exhibit, accounts));
    }

    /** What a file says of itself, besides its text: who, where, when, with what. */
    private List<String> carried(Id exhibit, List<Account> accounts) {
        var facts = new ArrayList<String>();
        accounts.stream().findFirst().ifPresent(account -> {
            account.author().ifPresent(author -> facts.add("author: " + author));
            account.date().ifPresent(date -> facts.add("date: " + date.written()));
            account.metadata().forEach(one -> facts.add(one.name() + ": " + one.value()));
        });
        desk.contents().readings().stream()
                .filter(reading -> reading.exhibit().equals(exhibit))
                .flatMap(reading -> reading.warnings().stream())
                .forEach(warning -> facts.add(warning.message()));
        return facts;
    }

    /** Of the text or its beginning. */
    private static List<String> paragraphs(String text) {
        String some = text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + " …";
        return some.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
