package org.afterword.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.page.Page;

/** What the workbench's templates get: values ready to be shown. Only templates and this room need them. */
public final class Sheets {
    private Sheets() {}

    /**
     * What every page has.
     *
     * @param token against forged requests; in every form
     * @param undo the decision that "Undo" takes back; empty if there is none
     * @param work what goes on in the background, or came of the last; empty if there is nothing to say
     * @param rest what is said to whoever has been here for long; empty if it is not time
     */
    public record Frame(
            Page page, String token, Optional<Last> undo, Optional<WorkSheet> work, Optional<String> rest) {}

    /**
     * @param decision its id
     * @param about what it is about, as the case calls it
     * @param words what was decided
     */
    public record Last(String decision, String about, String words) {}

    /** A page that needs no more than its frame. */
    public record FramedSheet(Frame frame) {}

    public record Way(String href, String text) {}

    public record Fact(String term, String value) {}

    public record Option(String value, String text, boolean chosen) {}

    /**
     * One thing to choose among several.
     *
     * @param target what is decided about
     * @param seen the decision that holds as the page is made; empty if none
     */
    public record Choice(String label, String target, String seen, List<Option> options) {}

    /**
     * An account's head, on each of its pages.
     *
     * @param tellsOf what a reader is told of before; empty if nothing
     */
    public record Head(
            String id,
            String title,
            List<Fact> facts,
            Optional<Way> previous,
            Optional<Way> next,
            String group,
            boolean picture,
            String tellsOf) {}

    /**
     * An account with its margin.
     *
     * @param own what is to be said of a passage that is coded by hand
     */
    public record AccountSheet(
            Frame frame,
            Head head,
            List<TurnPart<Note>> turns,
            List<Choice> own,
            int waiting,
            String read,
            String readSeen,
            String names,
            List<Choice> choices,
            List<Copied> copies,
            Part part) {}

    /**
     * Of a long account, the part that a page shows.
     *
     * @param query by which the page is asked for it; empty for the first
     */
    public record Part(String query, Optional<Way> previous, Optional<Way> next) {}

    /**
     * @param speaker empty if it is the one who spoke before
     * @param quoted whether the words are another's
     */
    public record TurnPart<N>(String speaker, String when, boolean quoted, List<Stretch<N>> stretches) {}

    /** Paragraphs, with what stands beside the first of them. */
    public record Stretch<N>(List<Paragraph> paragraphs, List<N> notes) {}

    /**
     * @param here whether it was asked for
     * @param at where it begins in the text, in UTF-16 code units
     */
    public record Paragraph(boolean here, int at, List<Piece> pieces) {}

    /**
     * A run of text that is marked in one way.
     *
     * @param mark the class of the underline ("suggested", "decided", "warned"); empty for none
     * @param href where the name is decided; empty if it is no name
     * @param hint what the underline says, in words
     * @param passages the numbers of the passages that it belongs to, with a blank between
     * @param ends the notes whose passages end here
     */
    public record Piece(String text, String mark, String href, String hint, String passages, List<Integer> ends) {}

    /** A coded passage in the margin. */
    public record Note(
            int number,
            String id,
            Stage stage,
            String code,
            boolean denies,
            String standing,
            String detail,
            String why,
            String seen,
            String back,
            String wording,
            String wordingSeen,
            List<Choice> changes) {}

    /** How far a thing is decided. */
    public enum Stage {
        SUGGESTED,
        ACCEPTED,
        REJECTED
    }

    /** A text that this account repeats, or that repeats it. */
    public record Copied(
            String id,
            String words,
            String title,
            String href,
            String other,
            String otherHref,
            Stage stage,
            String seen) {}

    /** What a stranger would see. */
    public record BeforeSheet(
            Frame frame,
            Head head,
            String shows,
            boolean shown,
            boolean approvable,
            String approval,
            String hash,
            List<Way> open,
            boolean unread,
            boolean waits,
            String title,
            List<TurnPart<Replaced>> turns,
            List<Reworded> rewordings,
            Part part) {}

    /**
     * A picture as a stranger would see it.
     *
     * @param problem why it cannot be shown; empty if it can
     * @param state how it stands, a sentence
     * @param boxes a person's, as they are typed
     */
    public record PictureSheet(
            Frame frame,
            Head head,
            String exhibit,
            String problem,
            String state,
            Optional<Covered> covered,
            String boxes,
            String reason,
            String seen,
            String description,
            String descriptionSeen,
            List<Way> open,
            boolean shown,
            boolean approvable) {}

    /**
     * @param parts how many boxes of each kind, a few words each
     * @param came its size as it came
     */
    public record Covered(
            String src, int width, int height, String words, List<String> parts, String came, String hash) {}

    /** A name, and what stands in its place. */
    public record Replaced(String shown, String original, String href, boolean open) {}

    public record Reworded(String shown, String quote, String code, String href) {}

    /** Who and what is named. */
    public record PeopleSheet(
            Frame frame,
            String summary,
            List<Way> filters,
            String filter,
            int number,
            List<Person> people,
            List<String> names,
            Optional<Way> previous,
            Optional<Way> next) {}

    /**
     * @param status what was decided about the name, in words; empty if nothing
     * @param shown what stands in its place; empty if it stays
     */
    public record Person(
            String id,
            String name,
            String kind,
            boolean contact,
            String counts,
            List<String> forms,
            boolean decided,
            String status,
            String shown,
            String seen,
            List<Context> contexts,
            int more,
            List<Bond> proposed,
            List<Bond> joined,
            Optional<Who> who) {}

    /**
     * Who somebody is.
     *
     * @param said what was decided, in words; empty if nothing
     * @param seems what words beside the name say, to be decided with one key
     * @param roleSeen and the others: the decision that holds as the page is made; empty if none
     */
    public record Who(
            String said,
            List<Seems> seems,
            List<Option> roles,
            String roleSeen,
            boolean minor,
            String ageSeen,
            boolean agreed,
            String agreementSeen) {}

    public record Seems(String role, String words, String why, String seen) {}

    /**
     * A person's name is to be kept: as whom, and why; then the same once more.
     *
     * @param said why it was not kept yet; empty if it is asked for the first time
     * @param where where strangers would read the name
     * @param again whether it only has to be said a second time
     */
    public record KeepSheet(
            Frame frame,
            String name,
            String said,
            String where,
            boolean again,
            String target,
            String seen,
            String back,
            List<Option> roles,
            String as,
            String reason) {}

    public record Context(String href, String title, String before, String text, String after) {}

    /** Two names that may be, or were said to be, one. */
    public record Bond(String target, String other, String name, String reason, String seen) {}

    /** Some words, perhaps those that are meant. */
    public record Snippet(String text, boolean marked) {}

    /**
     * Something to be told.
     *
     * @param again what was asked for, to be asked again; empty if there is nothing to ask
     * @param resent the form, to be sent once more as it was; empty if it is not to be
     */
    public record MessageSheet(
            Frame frame,
            String title,
            List<String> sentences,
            Optional<Way> way,
            Optional<Again> again,
            Optional<Resent> resent) {
        MessageSheet(Frame frame, String title, List<String> sentences, Way way) {
            this(frame, title, sentences, Optional.of(way), Optional.empty(), Optional.empty());
        }
    }

    /** A form that could not be taken. */
    public record Resent(String action, List<Fact> fields) {
        static Resent of(String action, Map<String, List<String>> fields) {
            return new Resent(
                    action,
                    fields.entrySet().stream()
                            .flatMap(field -> field.getValue().stream().map(value -> new Fact(field.getKey(), value)))
                            .toList());
        }
    }

    public record Again(
            String target, String decision, String seen, String back, String words, String reason, boolean settles) {}

    /** Shown to whoever has no session; says nothing of the case. */
    public record ShutSheet(Page page, String title, List<String> sentences) {}
}
