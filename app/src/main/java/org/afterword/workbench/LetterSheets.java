package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/** What the pages of letters to and from the inbox get. */
public final class LetterSheets {
    private LetterSheets() {}

    /**
     * All mailboxes.
     *
     * @param unread how many have something that nobody has seen yet, in words
     */
    public record LettersSheet(Sheets.Frame frame, String unread, List<Mailbox> mailboxes) {
        public LettersSheet {
            mailboxes = List.copyOf(mailboxes);
        }
    }

    /**
     * @param last what happened last
     * @param unread empty if there is nothing new
     * @param marks that it is blocked, what they allow
     */
    public record Mailbox(String href, String name, String last, String unread, List<String> marks) {
        public Mailbox {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One source.
     *
     * @param mailbox its whole id
     * @param wishes what the source wants done with their words, in sentences
     * @param shown accounts whose protected text can be shown to the source
     * @param reply what was typed, and refused
     */
    public record DialogueSheet(
            Sheets.Frame frame,
            String mailbox,
            String name,
            boolean unread,
            boolean blocked,
            List<String> wishes,
            List<Letter> letters,
            List<Choice> shown,
            Reply reply) {
        public DialogueSheet {
            wishes = List.copyOf(wishes);
            letters = List.copyOf(letters);
            shown = List.copyOf(shown);
        }
    }

    public record Choice(String value, String text) {}

    /**
     * @param said why it was not written; empty if nothing was tried
     * @param names whose names stand in it
     */
    public record Reply(String words, List<String> said, List<Sheets.Way> names) {
        static final Reply NONE = new Reply("", List.of(), List.of());

        public Reply {
            said = List.copyOf(said);
            names = List.copyOf(names);
        }
    }

    /**
     * @param ours whether the archive wrote it
     * @param head what it is, and of which day
     * @param about the account that it is about
     * @param paragraphs of the text, or of its beginning
     * @param files what came with it
     */
    public record Letter(
            String id,
            boolean ours,
            boolean unread,
            String head,
            Optional<Sheets.Way> about,
            List<String> paragraphs,
            List<File> files) {
        public Letter {
            paragraphs = List.copyOf(paragraphs);
            files = List.copyOf(files);
        }
    }

    /**
     * @param kind what it is of the letter
     * @param name the file's; empty for what stands in the letter itself
     * @param way to the account that was read from it; none if none was
     * @param facts what is known of it: its kind, what it carries beside its text
     */
    public record File(String kind, String name, Optional<Sheets.Way> way, List<String> facts) {
        public File {
            facts = List.copyOf(facts);
        }
    }
}
