package org.afterword.intake;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Consent;
import org.afterword.page.Link;
import org.afterword.page.Page;

/** What the pages are given. */
public final class Sheets {
    private Sheets() {}

    /**
     * @param base the way's beginning, {@code /en}
     * @param languages the same page in the others
     * @param token makes a form of this page ours, once
     */
    public record Frame(Page page, String base, List<Link> languages, String token) {
        public Frame {
            languages = List.copyOf(languages);
        }

        public String say(String key, Object... values) {
            return page.say(key, values);
        }
    }

    /** The first page. */
    public record Start(Frame frame, List<String> operator, String channel, String recipient, Settings.Terms terms) {
        public Start {
            operator = List.copyOf(operator);
        }
    }

    /**
     * A form to tell.
     *
     * @param session empty for somebody new
     */
    public record Tell(
            Frame frame, String session, List<String> questions, int files, long megabytes, List<Consent> consents) {
        public Tell {
            questions = List.copyOf(questions);
            consents = List.copyOf(consents);
        }
    }

    /** What somebody new is asked before the form. */
    public record Ask(Frame frame, String question, boolean wrong) {}

    public record Receipt(Frame frame, List<String> words) {
        public Receipt {
            words = List.copyOf(words);
        }
    }

    /** Where the receipt is asked for. */
    public record Return(Frame frame) {}

    /** A receipt was right. */
    public record Opened(Frame frame, String session) {}

    /**
     * @param letters from the archive, the newest first
     * @param own what the source sent
     */
    public record Mailbox(
            Frame frame,
            String session,
            List<Letter> letters,
            List<Own> own,
            Tell answer,
            Settings.Terms terms,
            boolean blocked) {
        public Mailbox {
            letters = List.copyOf(letters);
            own = List.copyOf(own);
        }
    }

    /**
     * @param review what they are asked to approve
     */
    public record Letter(String id, String day, boolean unread, List<String> paragraphs, Optional<Review> review) {
        public Letter {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * @param account which account's text it is
     * @param hash of exactly that text
     */
    public record Review(String account, String hash, List<String> paragraphs) {
        public Review {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public record Own(String id, String day, boolean here) {}

    /** Some sentences, and a way on. */
    public record Note(Frame frame, String title, List<String> sentences, Optional<String> session) {
        public Note {
            sentences = List.copyOf(sentences);
        }
    }
}
