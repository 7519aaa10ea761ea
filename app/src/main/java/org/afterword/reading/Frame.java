package org.afterword.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Span;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/**
 * The lines around a story that are not the story: title, byline, date, "The original post can be found here". They
 * stay in the account's text and are no part of its turn. What they say goes into the draft.
 */
final class Frame {
    private static final int LONGEST_TITLE = 120;
    private static final int ABOVE_TITLE = 200;
    private static final int HEAD = 10;
    private static final int TAIL = 3;
    private static final Pattern CHAPTER = Pattern.compile(
            "(?:[IVXLC]{1,7}|\\d{1,3})\\.?|(?:chapter|part|kapitel|teil|capítulo|chapitre)\\s+[\\p{L}\\d]{1,12}\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile(
            "(?<key>title|author|by|posted by|poster|date|posted|published|source|url|link|site)\\s*:\\s+(?<value>\\S.{0,200})",
            Pattern.CASE_INSENSITIVE);

    private final Draft draft;
    private final Rendered rendered;
    private final List<Line> lines;
    private Optional<Dates.Dated> updated = Optional.empty();

    private Frame(Draft draft, Rendered rendered) {
        this.draft = draft;
        this.rendered = rendered;
        this.lines = Lines.of(rendered.text());
    }

    /**
     * Where the story stands.
     *
     * @param otherwise the date if no line gives one; a line that says "updated" comes last
     */
    static Span of(Draft draft, Rendered rendered, Optional<When> otherwise) {
        var frame = new Frame(draft, rendered);
        int first = frame.head();
        int last = frame.tail(first);
        draft.date(otherwise).date(frame.updated.map(Dates.Dated::when));
        return frame.story(first, last);
    }

    /** Where the story stands in a post of a platform, around which only a word on its origin can stand. */
    static Span ofPost(Draft draft, Rendered rendered) {
        var frame = new Frame(draft, rendered);
        int first = 0;
        while (first < frame.lines.size() - 1
                && (frame.lines.get(first).blank()
                        || (!frame.quoted(frame.lines.get(first)) && frame.reposts(frame.lines.get(first))))
                && frame.remaining(first) > 0) {
            first++;
        }
        return frame.story(first, frame.lines.size() - 1);
    }

    private Span story(int first, int last) {
        int start = lines.get(first).start();
        int end = Math.max(start, lines.get(last).end());
        String text = rendered.text();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** The index of the first line of the story. */
    private int head() {
        int seen = 0;
        int at = titleLine();
        while (at < lines.size() && seen < HEAD) {
            Line line = lines.get(at);
            if (!line.blank()) {
                if (remaining(at) == 0 || !isFrame(line, at)) {
                    break;
                }
                seen++;
            }
            at++;
        }
        while (at < lines.size() - 1 && lines.get(at).blank()) {
            at++;
        }
        return Math.min(at, lines.size() - 1);
    }

    /** Pictures and captions may stand above a title that is known; else 0. */
    private int titleLine() {
        for (int at = 0; at < lines.size() && lines.get(at).start() < ABOVE_TITLE; at++) {
            if (isTitle(lines.get(at).trimmed())) {
                return at;
            }
        }
        return 0;
    }

    private boolean isFrame(Line line, int at) {
        String text = line.trimmed();
        return isTitle(text)
                || draft.author().stream().anyMatch(name -> text.equals(name) || text.equals("[" + name + "]"))
                || says(line)
                || field(text)
                || (blankAfter(at) && CHAPTER.matcher(text).matches())
                || newTitle(text, at);
    }

    private boolean isTitle(String text) {
        return !draft.title().isEmpty() && text.replaceAll("\\s+", " ").equalsIgnoreCase(draft.title());
    }

    /** A repost, a date, a byline. */
    private boolean says(Line line) {
        String text = line.trimmed();
        if (reposts(line)) {
            return true;
        }
        Optional<Dates.Dated> date = Dates.line(text);
        if (date.isPresent()) {
            if (date.get().updated()) {
                updated = updated.or(() -> date);
            } else {
                draft.date(date.map(Dates.Dated::when));
            }
            return true;
        }
        Optional<Byline.Signed> signed = Byline.of(text);
        signed.ifPresent(by -> {
            draft.author(Optional.of(by.author()));
            draft.date(by.date().flatMap(Dates::line).map(Dates.Dated::when));
        });
        return signed.isPresent();
    }

    private boolean reposts(Line line) {
        Optional<Repost> repost = Repost.of(line.trimmed());
        repost.ifPresent(words -> draft.repost(words, rendered.linkIn(new Span(line.start(), line.end()))));
        return repost.isPresent();
    }

    /** "Originally posted by" within a quotation says whose that is. */
    private boolean quoted(Line line) {
        return rendered.quotes().stream().anyMatch(quote -> quote.start() <= line.start() && line.end() <= quote.end());
    }

    private boolean field(String text) {
        Matcher field = FIELD.matcher(text);
        if (!field.matches()) {
            return false;
        }
        String value = field.group("value").strip();
        switch (field.group("key").toLowerCase(Locale.ROOT)) {
            case "title" -> draft.title(value);
            case "author", "by" -> draft.author(Optional.of(Byline.name(value)));
            case "poster", "posted by" -> draft.poster(Optional.of(Byline.name(value)));
            case "site" -> draft.channel(Optional.of(value));
            case "source", "url", "link" -> draft.sourceUrl(Optional.of(value).filter(v -> v.startsWith("http")));
            default -> draft.date(Dates.date(value));
        }
        return true;
    }

    private boolean newTitle(String text, int at) {
        boolean title = draft.title().isEmpty()
                && text.length() <= LONGEST_TITLE
                && (blankAfter(at) || signedAfter(at))
                && text.chars().anyMatch(Character::isLetter)
                && ".,;:…>”\"".indexOf(text.charAt(text.length() - 1)) < 0
                && !text.startsWith("- ")
                && !text.startsWith(">");
        if (title) {
            draft.title(text);
            Repost.of(text).ifPresent(repost -> draft.repost(repost, Optional.empty()));
        }
        return title;
    }

    private boolean blankAfter(int at) {
        return at + 1 < lines.size() && lines.get(at + 1).blank();
    }

    /** Whether the next line says who wrote it, or when. */
    private boolean signedAfter(int at) {
        return at + 1 < lines.size()
                && (Byline.of(lines.get(at + 1).trimmed()).isPresent()
                        || Dates.line(lines.get(at + 1).trimmed()).isPresent());
    }

    private long remaining(int at) {
        return lines.stream()
                .skip(at + 1L)
                .filter(line -> !line.blank())
                .limit(1)
                .count();
    }

    /** The index of the last line of the story. */
    private int tail(int first) {
        signedAboveNotes(first);
        int last = lines.size() - 1;
        int seen = 0;
        for (int at = lines.size() - 1; at > first && seen < TAIL; at--) {
            Line line = lines.get(at);
            if (line.blank()) {
                last = Math.min(last, at - 1);
                continue;
            }
            if (!says(line)) {
                break;
            }
            seen++;
            last = at - 1;
        }
        return Math.max(first, last);
    }

    /** A byline may stand above footnotes, which are part of the story. */
    private void signedAboveNotes(int first) {
        for (int at = lines.size() - 1; at > first; at--) {
            if (lines.get(at).text().startsWith("[1] ")) {
                int above = at - 1;
                while (above > first && lines.get(above).blank()) {
                    above--;
                }
                if (above > first) {
                    says(lines.get(above));
                }
                return;
            }
        }
    }
}
