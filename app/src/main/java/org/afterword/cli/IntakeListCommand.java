package org.afterword.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "Lists the mailboxes, and every letter from and to them.",
        footer = {"", "Example:", "  afterword intake list case.afterword"})
final class IntakeListCommand extends CaseCommand {
    @Override
    int run(Case opened, Terminal terminal) {
        List<Correspondence.Letter> letters = Correspondence.of(opened).letters();
        Set<Id> mailboxes = new LinkedHashSet<>();
        letters.forEach(letter -> mailboxes.add(letter.entry().mailbox()));
        Set<Id> delivered = new LinkedHashSet<>();
        letters.stream()
                .filter(letter -> letter.entry().what() == LetterKind.DELIVERED)
                .forEach(letter -> letter.entry().of().ifPresent(delivered::add));
        for (Id mailbox : mailboxes) {
            terminal.say("Mailbox " + mailbox);
            letters.stream()
                    .filter(letter -> letter.entry().mailbox().equals(mailbox))
                    .filter(letter -> !letter.entry().what().seesTo())
                    .forEach(letter -> {
                        var entry = letter.entry();
                        List<Id> accounts = entry.exhibits().stream()
                                .flatMap(exhibit -> opened.contents().accountIds(exhibit).stream())
                                .toList();
                        boolean ours = entry.words().isPresent();
                        terminal.say("  " + letter.at() + "  " + words(entry.what())
                                + (ours && !delivered.contains(entry.letter())
                                        ? " (goes with the next collection)"
                                        : "")
                                + entry.of().map(id -> ", about " + id).orElse(""));
                        accounts.forEach(account -> terminal.say("      account " + account));
                        terminal.data(Row.of("mailbox", mailbox)
                                .and("letter", entry.letter())
                                .and("day", letter.at().toString())
                                .and("what", entry.what())
                                .and("about", entry.of())
                                .and("consent", entry.consent())
                                .and("review", entry.review())
                                .and("exhibits", entry.exhibits())
                                .and("accounts", accounts)
                                .and("delivered", ours && delivered.contains(entry.letter())));
                    });
        }
        if (mailboxes.isEmpty()) {
            terminal.say("Nothing came by an inbox yet.");
        }
        return Exit.DONE;
    }

    private static String words(LetterKind what) {
        return switch (what) {
            case TOLD -> "they wrote";
            case WITHDREW -> "they withdrew";
            case CONSENTED -> "they said what may be done with their words";
            case APPROVED -> "they agreed to the protected text";
            case REFUSED -> "they did not agree to the protected text";
            case ASKED -> "you wrote";
            case SHOWN -> "you asked whether they agree to the protected text";
            case DELIVERED -> "it lies in the mailbox";
            case DONE -> "it was seen to";
        };
    }
}
