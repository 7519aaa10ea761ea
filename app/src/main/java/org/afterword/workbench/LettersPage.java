package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.afterword.Correspondence;
import org.afterword.Dialogue;
import org.afterword.model.LetterKind;

/** Those who wrote to the inbox, the ones with something new first. */
final class LettersPage {
    static final String ADDRESS = "/letters";

    private LettersPage() {}

    static LetterSheets.LettersSheet of(Desk desk) {
        List<Dialogue> all = Dialogue.of(Correspondence.of(desk.opened()).letters()).stream()
                .sorted(Comparator.comparing((Dialogue one) -> one.unread().isEmpty())
                        .thenComparing(one -> one.letters().getLast().at(), Comparator.reverseOrder()))
                .toList();
        long unread = all.stream().filter(one -> !one.unread().isEmpty()).count();
        return new LetterSheets.LettersSheet(
                desk.frame("Afterword: letters", ADDRESS),
                all.isEmpty()
                        ? ""
                        : Phrases.count(all.size(), "person has", "mailboxes have") + " written"
                                + (unread == 0 ? "; nothing is new." : ", " + unread + " with something new."),
                all.stream().map(LettersPage::mailbox).toList());
    }

    private static LetterSheets.Mailbox mailbox(Dialogue dialogue) {
        var marks = new ArrayList<String>();
        dialogue.wish()
                .ifPresent(wish -> marks.add(wants(wish.consent().orElseThrow().toString(), wish.review())));
        if (dialogue.blocked().orElse(false)) {
            marks.add("blocked");
        }
        Correspondence.Letter last = dialogue.letters().stream()
                .filter(letter -> !letter.entry().what().seesTo())
                .reduce((_, later) -> later)
                .orElse(dialogue.letters().getLast());
        return new LetterSheets.Mailbox(
                ADDRESS + "/" + dialogue.mailbox(),
                name(dialogue),
                last.at() + ": " + words(last.entry().what()),
                dialogue.unread().isEmpty()
                        ? ""
                        : Phrases.count(dialogue.unread().size(), "new letter", "new letters"),
                marks);
    }

    /** Nobody has a name here. */
    static String name(Dialogue dialogue) {
        return "Mailbox " + dialogue.mailbox().toString().substring(0, 6);
    }

    static String wants(String consent, boolean review) {
        String allowed = switch (consent) {
            case "none" -> "allows nothing";
            case "counts" -> "allows counting, and no quotation";
            case "reworded" -> "allows it to be told in other words";
            case "verbatim" -> "allows quotation without names";
            default -> "allows: " + consent;
        };
        return allowed
                + (review && !consent.equals("counts") ? ", once they have agreed to what would be published" : "");
    }

    static String words(LetterKind what) {
        return switch (what) {
            case TOLD -> "they wrote";
            case WITHDREW -> "they withdrew";
            case CONSENTED -> "they said what may be done with their words";
            case APPROVED -> "they agree to the protected text";
            case REFUSED -> "they do not agree to the protected text";
            case ASKED -> "you wrote";
            case SHOWN -> "you asked whether they agree to the protected text";
            case DELIVERED -> "your letter lies in their mailbox";
            case DONE -> "it was seen to";
            case SEEN -> "you have seen it";
            case BLOCKED -> "you take nothing more from them";
            case LIFTED -> "they can write again";
        };
    }
}
