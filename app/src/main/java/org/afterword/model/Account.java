package org.afterword.model;

import java.util.List;
import java.util.Optional;

/**
 * One document as read from an exhibit: a post, a letter, a thread, a chat.
 *
 * @param exhibit what it was read from
 * @param group what it tells of
 * @param format the reader's name for it ("text", "markdown", "webpage", "transcript", "whatsapp", "telegram", "reddit")
 * @param title as the source gives it; empty if it gives none
 * @param author who wrote it, as the source gives it
 * @param poster who put it online, where that is somebody else or the source says so
 * @param channel where it stood: a subreddit, a chat's name, a site
 * @param date when it was written or posted
 * @param language an ISO 639-1 code
 * @param sourceUrl where it stood online
 * @param repostOf where the source says that the original is: an address, or the words that say so
 * @param text frozen: line ends are LF, otherwise as in the exhibit
 * @param speakers at least one
 * @param turns in the order of the text, not overlapping, except that a quoted turn may lie inside another's span
 * @param threaded where it stands among other messages, as the source says
 * @param anchors where in the exhibit its text stands, in the order of the text
 * @param redactions what was blackened before it came here: {@code ***}, {@code [name]}
 * @param cited what it names as evidence
 * @param metadata what the file says besides; not what has a field of its own here
 */
public record Account(
        Id id,
        Id exhibit,
        Optional<Id> group,
        String format,
        String title,
        Optional<String> author,
        Optional<String> poster,
        Optional<String> channel,
        Optional<When> date,
        Optional<String> language,
        Optional<String> sourceUrl,
        Optional<String> repostOf,
        String text,
        List<Speaker> speakers,
        List<Turn> turns,
        Optional<Threaded> threaded,
        List<Anchor> anchors,
        List<Span> redactions,
        List<Cited> cited,
        List<Metadatum> metadata) {

    public Account {
        speakers = List.copyOf(speakers);
        turns = List.copyOf(turns);
        anchors = List.copyOf(anchors);
        redactions = List.copyOf(redactions);
        cited = List.copyOf(cited);
        metadata = List.copyOf(metadata);
    }

    /** An account of which no more is known. */
    public Account(
            Id id,
            Id exhibit,
            Optional<Id> group,
            String format,
            String title,
            Optional<String> author,
            Optional<String> poster,
            Optional<String> channel,
            Optional<When> date,
            Optional<String> language,
            Optional<String> sourceUrl,
            Optional<String> repostOf,
            String text,
            List<Speaker> speakers,
            List<Turn> turns) {
        this(
                id,
                exhibit,
                group,
                format,
                title,
                author,
                poster,
                channel,
                date,
                language,
                sourceUrl,
                repostOf,
                text,
                speakers,
                turns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** For making another that differs in some things. */
    public AccountCopy copy() {
        return new AccountCopy(this);
    }

    public Sha256 hash() {
        return Sha256.of(text);
    }

    /** The turn in which the span lies; the innermost if it lies in a quotation; empty if it crosses turns. */
    public Optional<Turn> turnAt(Span span) {
        return turns.stream()
                .filter(turn -> turn.span().contains(span))
                .min((a, b) -> Integer.compare(a.span().length(), b.span().length()));
    }

    public Speaker speakerOf(Turn turn) {
        return speakers.get(turn.speaker());
    }
}
