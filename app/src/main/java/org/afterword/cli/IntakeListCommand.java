package org.afterword.cli;

import java.util.List;
import java.util.Set;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.Dialogue;
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
        List<Dialogue> dialogues = Dialogue.of(Correspondence.of(opened).letters());
        for (Dialogue dialogue : dialogues) {
            boolean blocked = dialogue.blocked().orElse(false);
            terminal.say("Mailbox " + dialogue.mailbox() + (blocked ? " (blocked)" : ""));
            Set<Id> delivered = dialogue.delivered();
            dialogue.letters().stream()
                    .filter(letter -> !letter.entry().what().seesTo())
                    .forEach(letter -> say(
                            opened,
                            terminal,
                            letter,
                            delivered,
                            dialogue.unread().contains(letter)));
        }
        if (dialogues.isEmpty()) {
            terminal.say("Nothing came by an inbox yet.");
        }
        return Exit.DONE;
    }

    private static void say(
            Case opened, Terminal terminal, Correspondence.Letter letter, Set<Id> delivered, boolean unread) {
        var entry = letter.entry();
        List<Id> accounts = entry.exhibits().stream()
                .flatMap(exhibit -> opened.contents().accountIds(exhibit).stream())
                .toList();
        boolean ours = entry.words().isPresent();
        terminal.say("  " + letter.at() + "  " + words(entry.what())
                + (ours && !delivered.contains(entry.letter()) ? " (goes with the next collection)" : "")
                + (unread ? " (new)" : "")
                + entry.of().map(id -> ", about " + id).orElse(""));
        accounts.forEach(account -> terminal.say("      account " + account));
        terminal.data(Row.of("mailbox", entry.mailbox())
                .and("letter", entry.letter())
                .and("day", letter.at().toString())
                .and("what", entry.what())
                .and("about", entry.of())
                .and("consent", entry.consent())
                .and("review", entry.review())
                .and("exhibits", entry.exhibits())
                .and("accounts", accounts)
                .and("delivered", ours && delivered.contains(entry.letter()))
                .and("new", unread));
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
            case SEEN -> "you have seen what came";
            case BLOCKED -> "you take nothing more from them";
            case LIFTED -> "they can write again";
        };
    }
}
